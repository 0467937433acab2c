package cohealth.settlement;

import cohealth.ledger.BrokenInvariant;
import cohealth.ledger.Invariant;
import java.util.List;

/** What must hold of every row, whatever the rules say (rules: section 10, 1 and 5). */
final class RowChecks {
  private RowChecks() {}

  /**
   * A claim that was settled or rejected, or a reversal that was refused.
   *
   * @param reachedFen of the eligible amount, what reached the pool
   * @param ownBeforeFen what the person's purses held before the claim
   */
  static void settled(Settlement row, long reachedFen, long ownBeforeFen) {
    Payments paid = row.payments();
    need(!paid.anyNegative(), Invariant.NO_PART_NEGATIVE);
    need(paid.sumFen() == row.totalFen(), Invariant.PARTS_ADD_UP);
    long billed =
        row.eligibleFen() + row.firstSelfPayFen() + row.overLimitFen() + row.selfFundedFen();
    need(billed == row.totalFen(), Invariant.BILL_ADDS_UP);
    Split split = row.split();
    need(
        !split.anyNegative() && split.sumFen() + paid.poolFen() == reachedFen,
        Invariant.SPLIT_ADDS_UP);
    family(row, 1);
    need(row.ownBalanceFen() == ownBeforeFen - paid.ownFen(), Invariant.PURSES_MOVE_AS_PAID);
  }

  /** A row that took the original back: exactly its negated parts. */
  static void reversed(Settlement row, Settlement original, long ownBeforeFen) {
    Split split = row.split();
    Split was = original.split();
    boolean negated =
        row.payments().negates(original.payments())
            && row.totalFen() + original.totalFen() == 0
            && row.eligibleFen() + original.eligibleFen() == 0
            && row.firstSelfPayFen() + original.firstSelfPayFen() == 0
            && row.overLimitFen() + original.overLimitFen() == 0
            && row.selfFundedFen() + original.selfFundedFen() == 0
            && split.deductibleFen() + was.deductibleFen() == 0
            && split.copayFen() + was.copayFen() == 0
            && split.overCapFen() + was.overCapFen() == 0
            && split.deniedFen() + was.deniedFen() == 0
            && row.person() == original.person()
            && row.benefitYear() == original.benefitYear();
    need(negated, Invariant.REVERSAL_NEGATES);
    List<FamilyDraw> back = row.familyDraws();
    List<FamilyDraw> taken = original.familyDraws();
    need(back.size() == taken.size(), Invariant.REVERSAL_NEGATES);
    for (int i = 0; i < back.size(); i++) {
      FamilyDraw one = back.get(i);
      FamilyDraw other = taken.get(i);
      need(
          one.payer() == other.payer() && one.amountFen() + other.amountFen() == 0,
          Invariant.REVERSAL_NEGATES);
    }
    need(row.payments().sumFen() == row.totalFen(), Invariant.PARTS_ADD_UP);
    family(row, -1);
    need(
        row.ownBalanceFen() == ownBeforeFen - row.payments().ownFen(),
        Invariant.PURSES_MOVE_AS_PAID);
  }

  /** What each payer gave makes up the family money; all have its sign. */
  private static void family(Settlement row, int sign) {
    long sum = 0;
    List<FamilyDraw> draws = row.familyDraws();
    for (int i = 0; i < draws.size(); i++) {
      long fen = draws.get(i).amountFen();
      need(fen * sign > 0, Invariant.FAMILY_ADDS_UP);
      sum += fen;
    }
    need(sum == row.payments().familyFen(), Invariant.FAMILY_ADDS_UP);
  }

  private static void need(boolean holds, Invariant invariant) {
    if (!holds) {
      throw new BrokenInvariant(invariant);
    }
  }
}
