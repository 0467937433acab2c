package cohealth.ledger;

/** Whose money a posting moves. */
public enum Account {
  /** The pooled fund. */
  POOL,
  /** A supplementary fund. */
  SUPPLEMENT,
  /** The patient's own purse. */
  OWN,
  /** A family member's purse. */
  FAMILY,
  /** The patient's cash. */
  CASH
}
