package cohealth.report;

import java.util.Locale;

/**
 * How a place reads two fields of the national interface on which provinces disagree
 * (docs/national-fields.md). In every profile {@code psn_part_amt} is what accounts and cash paid.
 */
public enum NationalProfile {
  /** {@code acct_pay} holds the family's part; {@code fund_pay_sumamt} is funds alone. */
  STANDARD(true, false),
  /** {@code acct_pay} is the patient's part alone; the family's stands beside it. */
  FAMILY_APART(false, false),
  /** {@code fund_pay_sumamt} holds the money of the accounts, too. */
  FUNDS_WITH_ACCOUNT(true, true),
  /** Both. */
  FAMILY_APART_FUNDS_WITH_ACCOUNT(false, true);

  private final boolean accountHoldsFamily;
  private final boolean fundsHoldAccount;

  NationalProfile(boolean accountHoldsFamily, boolean fundsHoldAccount) {
    this.accountHoldsFamily = accountHoldsFamily;
    this.fundsHoldAccount = fundsHoldAccount;
  }

  /** Whether {@code acct_pay} holds {@code acct_mulaid_pay}. */
  public boolean accountHoldsFamily() {
    return accountHoldsFamily;
  }

  /** Whether {@code fund_pay_sumamt} holds what accounts paid. */
  public boolean fundsHoldAccount() {
    return fundsHoldAccount;
  }

  /** The name as users write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
