package cohealth.report;

import cohealth.ledger.BrokenInvariant;
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
    amounts.check(profile);
    return amounts;
  }

  /** The identities of docs/national-fields.md. */
  private void check(NationalProfile profile) {
    check(
        totalFen == eligibleFen + selfFundedFen + overLimitFen + firstSelfPayFen,
        "medfee_sumamt is the sum of its parts");
    check(
        totalFen == fundsFen + (profile.fundsHoldAccount() ? cashFen : personFen),
        "medfee_sumamt is what funds and the person paid");
    long accounts = profile.accountHoldsFamily() ? accountFen : accountFen + familyFen;
    check(personFen == accounts + cashFen, "psn_part_amt is what accounts and cash paid");
    check(
        fundsFen == poolFen + supplementFen + (profile.fundsHoldAccount() ? accounts : 0),
        "fund_pay_sumamt is the sum of the funds");
  }

  private static void check(boolean holds, String name) {
    if (!holds) {
      throw new BrokenInvariant(name);
    }
  }
}
