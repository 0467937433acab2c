package cohealth.report;

/**
 * Why a real system probably settled a claim otherwise (docs/files.md), in the order of the
 * summary.
 */
public enum DifferenceCause {
  /** The claim is not in the real system's file. */
  MISSING,
  /** The real system's file has a claim that the claims files do not have. */
  EXTRA,
  /** The bill is another: its total, or a part of it. */
  TOTAL_DIFFERS,
  /** Another part fell under the deductible, or another is left of it. */
  DEDUCTIBLE,
  /** A limit of the pool cut another part, or another is left of it. */
  CAP,
  /** One fen more or less from a fund. */
  ROUNDING,
  /** Another rate. */
  RATE,
  /** The patient's purses paid the same sum in another order. */
  PURSE_ORDER,
  /** The family paid the same sum, but other members or in another order. */
  FAMILY_ORDER,
  /** The amounts of the real system's row contradict one another. */
  IDENTITY,
  /** Funds paid the same, accounts paid or hold something else. */
  BALANCE,
  /** Something else. */
  OTHER
}
