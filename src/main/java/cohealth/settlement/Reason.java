package cohealth.settlement;

/**
 * Why a claim was settled as it was, in the order in which the codes are written (rules: section
 * 11).
 */
public enum Reason {
  /** No policy for the patient's region, insurance and day. */
  NO_POLICY,
  /** Another person's card or code was shown (冒名就医). */
  CREDENTIAL_MISMATCH,
  /** Not at a designated institution. */
  NOT_DESIGNATED,
  /** The patient has no insurance. */
  NOT_INSURED,
  /** The patient's insurance is suspended. */
  SUSPENDED,
  /** Before the first day of benefits. */
  WAITING_PERIOD,
  /** After the last day of benefits. */
  BENEFIT_ENDED,
  /** Off-site, not filed, and the policy denies that. */
  UNFILED_OFFSITE,
  /** Off-site, not filed, and the policy pays less for that. */
  OFFSITE_REDUCED,
  /** The policy has no benefit for this claim. */
  NO_BENEFIT,
  /** The benefit needs an approved disease that the patient does not have. */
  NOT_APPROVED,
  /** The patient did not want accounts to be used. */
  ACCOUNT_NOT_USED,
  /** The deductible took all of it. */
  DEDUCTIBLE_NOT_MET,
  /** A limit of the pool cut something. */
  CAP_REACHED,
  /** The binding only shows a credential. */
  CREDENTIAL_ONLY,
  /** The binding is not yet or no longer in force. */
  NOT_IN_FORCE,
  /** The payer has no employee insurance in force. */
  PAYER_NOT_COVERED,
  /** The payer's policy does not allow this relation. */
  RELATION_NOT_ALLOWED,
  /** The beneficiary has no insurance in force. */
  BENEFICIARY_NOT_COVERED,
  /** The beneficiary is old enough to have to confirm, and has not. */
  NOT_CONFIRMED,
  /** The payer helps more members than the payer's policy allows. */
  TOO_MANY_MEMBERS,
  /** The beneficiary has more payers than the beneficiary's policy allows. */
  TOO_MANY_PAYERS,
  /** Payer and beneficiary belong to different regions. */
  CROSS_REGION,
  /** The authorised amount stopped a draw. */
  LIMIT_REACHED,
  /** The payer's money stopped a draw. */
  EMPTY,
  /** A reversal of a claim that is not there, or not yet. */
  UNKNOWN_CLAIM,
  /** A reversal of another person's claim. */
  OTHER_PERSON,
  /** A reversal of a rejected claim or of a reversal. */
  NOT_REVERSIBLE,
  /** The claim was reversed before. */
  ALREADY_REVERSED,
  /** An earlier row of the family was refused. */
  BLOCKED;

  /** The bit of this reason in a set of {@link Reasons}. */
  public long bit() {
    return 1L << ordinal();
  }
}
