package cohealth.comparison;

import cohealth.settlement.FamilyDraw;
import cohealth.settlement.Reason;
import cohealth.settlement.Settlement;
import java.util.BitSet;

/**
 * What was paid for each person under both policies. One row of plain numbers for each person, so
 * that it takes no more than the purses do. Not for several threads.
 */
final class PersonSums {
  private static final int ROWS = 0;
  private static final int BILLED = 1;
  private static final int BEFORE = 2;
  private static final int PAYERS = PaidBy.values().length;
  private static final int AFTER = BEFORE + PAYERS;
  private static final int GIVEN_BEFORE = AFTER + PAYERS;
  private static final int GIVEN_AFTER = GIVEN_BEFORE + 1;
  private static final int WIDTH = GIVEN_AFTER + 1;

  private final long[] sums;
  private final BitSet capBefore = new BitSet();
  private final BitSet capAfter = new BitSet();

  PersonSums(int people) {
    sums = new long[Math.multiplyExact(people, WIDTH)];
  }

  void add(Settlement before, Settlement after) {
    int row = before.person() * WIDTH;
    sums[row + ROWS]++;
    add(row + BILLED, before.totalFen());
    add(row + BEFORE, before, GIVEN_BEFORE, capBefore);
    add(row + AFTER, after, GIVEN_AFTER, capAfter);
  }

  private void add(int place, Settlement settled, int given, BitSet caps) {
    add(place + PaidBy.POOL.ordinal(), settled.payments().poolFen());
    add(place + PaidBy.SUPPLEMENT.ordinal(), settled.payments().supplementFen());
    add(place + PaidBy.OWN.ordinal(), settled.payments().ownFen());
    add(place + PaidBy.FAMILY.ordinal(), settled.payments().familyFen());
    add(place + PaidBy.CASH.ordinal(), settled.payments().cashFen());
    for (FamilyDraw draw : settled.familyDraws()) {
      add(draw.payer() * WIDTH + given, draw.amountFen());
    }
    if (settled.reasons().has(Reason.CAP_REACHED)) {
      caps.set(settled.person());
    }
  }

  private void add(int place, long fen) {
    sums[place] = Math.addExact(sums[place], fen);
  }

  /** How many rows of the claims files are the person's. */
  long rows(int person) {
    return sums[person * WIDTH + ROWS];
  }

  long billedFen(int person) {
    return sums[person * WIDTH + BILLED];
  }

  /** How much more cash the person pays. */
  long cashFen(int person) {
    int cash = person * WIDTH + PaidBy.CASH.ordinal();
    return sums[cash + AFTER] - sums[cash + BEFORE];
  }

  BeforeAfter paid(int person) {
    return new BeforeAfter(payers(person * WIDTH + BEFORE), payers(person * WIDTH + AFTER));
  }

  private PayerSums payers(int place) {
    return new PayerSums(
        sums[place + PaidBy.POOL.ordinal()],
        sums[place + PaidBy.SUPPLEMENT.ordinal()],
        sums[place + PaidBy.OWN.ordinal()],
        sums[place + PaidBy.FAMILY.ordinal()],
        sums[place + PaidBy.CASH.ordinal()]);
  }

  long givenBeforeFen(int person) {
    return sums[person * WIDTH + GIVEN_BEFORE];
  }

  long givenAfterFen(int person) {
    return sums[person * WIDTH + GIVEN_AFTER];
  }

  boolean capBefore(int person) {
    return capBefore.get(person);
  }

  boolean capAfter(int person) {
    return capAfter.get(person);
  }
}
