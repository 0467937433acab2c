package cohealth.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What two ledgers were told is known to the one that takes the other over. */
class ControlTotalsTest {
  private static ControlTotals told(long movedFen, long countedFen, long usedFen) {
    ControlTotals totals = new ControlTotals();
    totals.purse(0, movedFen);
    totals.accumulator(countedFen);
    totals.binding(usedFen);
    return totals;
  }

  @Test
  void theOthersSumsAreAddedAndTheOtherHoldsNothing() {
    ControlTotals one = told(1, 20, 300);
    ControlTotals other = told(4_000, 50_000, 600_000);
    one.absorb(other);
    assertThat(one.movedFen()).isEqualTo(4_001);
    assertThat(one.countedFen()).isEqualTo(50_020);
    assertThat(one.usedFen()).isEqualTo(600_300);
    assertThat(other.movedFen()).isZero();
    assertThat(other.countedFen()).isZero();
    assertThat(other.usedFen()).isZero();
  }
}
