package cohealth.settlement;

/** Why an activity was refused, where no binding is to blame (rules: section 7). */
public enum Refusal {
  /** Nobody is bound to help the person. */
  NO_BINDING,
  /** The person has no resident insurance. */
  NOT_RESIDENT,
  /** The premium of the plan year was paid before. */
  ALREADY_PAID,
  /** Outside the days on which the premium is taken. */
  OUT_OF_WINDOW,
  /** Not the amount that is due. */
  WRONG_AMOUNT,
  /** The payers do not hold the amount. */
  INSUFFICIENT,
  /** No rule says how much is credited. */
  NO_RULE,
  /** Payer or receiver has not opened the wallet. */
  WALLET_NOT_OPEN,
  /** More than one transfer may move. */
  AMOUNT_LIMIT,
  /** More transfers on one day than a payer may make. */
  COUNT_LIMIT,
  /** In the hours in which transfers rest. */
  FORBIDDEN_HOUR
}
