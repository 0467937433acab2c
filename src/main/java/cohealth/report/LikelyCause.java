package cohealth.report;

import static cohealth.report.SettledField.ACCOUNT;
import static cohealth.report.SettledField.CAP_LEFT;
import static cohealth.report.SettledField.COPAY;
import static cohealth.report.SettledField.DEDUCTIBLE;
import static cohealth.report.SettledField.DEDUCTIBLE_LEFT;
import static cohealth.report.SettledField.DENIED;
import static cohealth.report.SettledField.ELIGIBLE;
import static cohealth.report.SettledField.FAMILY;
import static cohealth.report.SettledField.FAMILY_DETAIL;
import static cohealth.report.SettledField.FIRST_SELF_PAY;
import static cohealth.report.SettledField.FUNDS;
import static cohealth.report.SettledField.OVER_CAP;
import static cohealth.report.SettledField.OVER_LIMIT;
import static cohealth.report.SettledField.OWN_BALANCE;
import static cohealth.report.SettledField.OWN_CURRENT;
import static cohealth.report.SettledField.OWN_PRIOR;
import static cohealth.report.SettledField.OWN_WALLET;
import static cohealth.report.SettledField.POOL;
import static cohealth.report.SettledField.POOL_SHARE;
import static cohealth.report.SettledField.RATE;
import static cohealth.report.SettledField.SELF_FUNDED;
import static cohealth.report.SettledField.SUPPLEMENT;
import static cohealth.report.SettledField.TOTAL;

import cohealth.settlement.Settlement;

/**
 * Why a real system probably settled a claim otherwise: the first cause that explains its row, as
 * far as its columns tell. Nothing is computed again; the row is only compared with what the engine
 * computed.
 */
public final class LikelyCause {
  private final Settlement computed;
  private final ComparedRow row;
  private final boolean contradictory;
  private final SettledField fund;

  private LikelyCause(Settlement computed, ComparedRow row, boolean contradictory) {
    this.computed = computed;
    this.row = row;
    this.contradictory = contradictory;
    this.fund = row.has(POOL) ? POOL : FUNDS;
  }

  /**
   * The cause of a row that differs.
   *
   * @param contradictory the real system's amounts break an identity
   */
  public static DifferenceCause of(Settlement computed, ComparedRow row, boolean contradictory) {
    return new LikelyCause(computed, row, contradictory).find();
  }

  private DifferenceCause find() {
    if (row.differs(TOTAL, ELIGIBLE, FIRST_SELF_PAY, OVER_LIMIT, SELF_FUNDED)) {
      return DifferenceCause.TOTAL_DIFFERS;
    }
    if (row.differs(DEDUCTIBLE) || (row.differs(DEDUCTIBLE_LEFT) && !row.differs(fund))) {
      return DifferenceCause.DEDUCTIBLE;
    }
    if (row.differs(RATE)) {
      return DifferenceCause.RATE;
    }
    if (capCut()) {
      return DifferenceCause.CAP;
    }
    if (fundsDiffer()) {
      return oneFen() ? DifferenceCause.ROUNDING : DifferenceCause.RATE;
    }
    if (otherPursesPaidTheSame()) {
      return DifferenceCause.PURSE_ORDER;
    }
    if (otherMembersPaidTheSame()) {
      return DifferenceCause.FAMILY_ORDER;
    }
    if (contradictory) {
      return DifferenceCause.IDENTITY;
    }
    return !row.differs(fund, SUPPLEMENT, DENIED)
            && row.differs(
                OWN_PRIOR, OWN_CURRENT, OWN_WALLET, ACCOUNT, FAMILY, FAMILY_DETAIL, OWN_BALANCE)
        ? DifferenceCause.BALANCE
        : DifferenceCause.OTHER;
  }

  /** What a limit cut is another; without a column for that, a limit counted on either side. */
  private boolean capCut() {
    if (row.differs(OVER_CAP) || (row.differs(CAP_LEFT) && !row.differs(fund))) {
      return true;
    }
    if (!row.differs(fund) || row.has(OVER_CAP)) {
      return false;
    }
    ComparedCell left = row.cell(CAP_LEFT);
    boolean exhausted = left != null && !left.agrees() && left.actual().equals("0.00");
    return computed.split().overCapFen() != 0 || exhausted;
  }

  /** What a fund paid, where both sides let it pay, or what the rate left. */
  private boolean fundsDiffer() {
    boolean poolPays = computed.split().enteredFen() != 0 && !row.differs(DENIED);
    boolean supplementPays = computed.payments().supplementFen() != 0;
    return (poolPays && row.differs(fund, COPAY, POOL_SHARE) && !refusedByOther())
        || (supplementPays && row.differs(SUPPLEMENT));
  }

  /** The real system's pool paid nothing where ours paid more than a fen. */
  private boolean refusedByOther() {
    ComparedCell pool = row.cell(fund);
    return pool != null && pool.actualFen() == 0 && Math.abs(pool.expectedFen()) > 1;
  }

  private boolean oneFen() {
    return row.cells(fund, SUPPLEMENT, COPAY).stream()
            .allMatch(cell -> Math.abs(cell.deltaFen()) <= 1)
        && row.differs(fund, SUPPLEMENT, COPAY);
  }

  /** Where they hold another sum in the end, that explains it better than another order. */
  private boolean otherPursesPaidTheSame() {
    return row.has(OWN_PRIOR, OWN_CURRENT, OWN_WALLET)
        && row.differs(OWN_PRIOR, OWN_CURRENT, OWN_WALLET)
        && row.deltaFen(OWN_PRIOR, OWN_CURRENT, OWN_WALLET) == 0
        && !row.differs(OWN_BALANCE);
  }

  private boolean otherMembersPaidTheSame() {
    ComparedCell detail = row.cell(FAMILY_DETAIL);
    if (detail == null || detail.agrees() || row.differs(FAMILY)) {
      return false;
    }
    return FamilyDetail.sumFen(detail.actual()) == FamilyDetail.sumFen(detail.expected());
  }
}
