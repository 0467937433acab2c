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
  CASH,
  /** Money that enters a purse. */
  CREDIT,
  /** A premium that is paid out of a purse. */
  PREMIUM,
  /** Money that goes from a purse to another person's wallet. */
  TRANSFER
}
