package cohealth.settlement;

/** What became of a row. */
public enum Status {
  /** Settled under the rules. */
  SETTLED,
  /** Refused; no fund and no account moved. */
  REJECTED,
  /** A row that took back another one. */
  REVERSED_OUT
}
