package cohealth.report;

import cohealth.ledger.BrokenInvariant;
import cohealth.ledger.Invariant;
import cohealth.settlement.Payments;
import cohealth.settlement.Settlement;

/**
 * The amounts of a row as the national interface has them, in fen. Each is taken from its own part
 * of the settlement, so that the identities between them can be checked.
 *
 * @param fundsFen {@code fund_pay_sumamt}
 * @param personFen {@code psn_part_amt}
 * @param accountFen {@code acct_pay}
 * @param familyFen {@code acct_mulaid_pay}
 */
record NationalAmounts(
    long totalFen,
    long selfFundedFen,
    long overLimitFen,
    long firstSelfPayFen,
    long eligibleFen,
    long deductibleFen,
    long poolFen,
    long supplementFen,
    long fundsFen,
    long personFen,
    long accountFen,
    long familyFen,
    long cashFen) {

  /** The amounts of a row, whose identities hold. */
  static NationalAmounts of(Settlement row, NationalProfile profile) {
    Payments paid = row.payments();
    long own = paid.ownFen();
    long family = paid.familyFen();
    NationalAmounts amounts =
        new NationalAmounts(
            row.totalFen(),
            row.selfFundedFen(),
            row.overLimitFen(),
            row.firstSelfPayFen(),
            row.eligibleFen(),
            row.split().deductibleFen(),
            paid.poolFen(),
            paid.supplementFen(),
            paid.poolFen() + paid.supplementFen() + (profile.fundsHoldAccount() ? own + family : 0),
            own + family + paid.cashFen(),
            profile.accountHoldsFamily() ? own + family : own,
            family,
            paid.cashFen());
    if (!amounts.hold(profile)) {
      throw new BrokenInvariant(Invariant.NATIONAL_SUMS).atClaim(row.ordinal());
    }
    return amounts;
  }

  /** The identities of docs/national-fields.md. */
  private boolean hold(NationalProfile profile) {
    long accounts = profile.accountHoldsFamily() ? accountFen : accountFen + familyFen;
    return totalFen == eligibleFen + selfFundedFen + overLimitFen + firstSelfPayFen
        && totalFen == fundsFen + (profile.fundsHoldAccount() ? cashFen : personFen)
        && personFen == accounts + cashFen
        && fundsFen == poolFen + supplementFen + (profile.fundsHoldAccount() ? accounts : 0);
  }
}
