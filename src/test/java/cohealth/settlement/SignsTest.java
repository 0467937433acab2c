package cohealth.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One amount below zero is seen, whichever it is and whatever the others are. */
class SignsTest {
  @ParameterizedTest
  @ValueSource(longs = {0, 1, Long.MAX_VALUE})
  void aPartOfASplitBelowZeroIsSeen(long others) {
    for (int at = 0; at < 5; at++) {
      long[] a = new long[5];
      java.util.Arrays.fill(a, others);
      assertThat(new Split(a[0], a[1], a[2], a[3], a[4]).anyNegative()).isFalse();
      a[at] = -1;
      assertThat(new Split(a[0], a[1], a[2], a[3], a[4]).anyNegative()).as("%s", at).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, Long.MAX_VALUE})
  void aPaymentBelowZeroIsSeen(long others) {
    for (int at = 0; at < 7; at++) {
      long[] a = new long[7];
      java.util.Arrays.fill(a, others);
      assertThat(payments(a).anyNegative()).isFalse();
      a[at] = -1;
      assertThat(payments(a).anyNegative()).as("%s", at).isTrue();
    }
  }

  @Test
  void paymentsAreAddedPartByPart() {
    Payments sum = payments(1, 2, 3, 4, 5, 6, 7).plus(payments(10, 20, 30, 40, 50, 60, 70));
    assertThat(sum).isEqualTo(payments(11, 22, 33, 44, 55, 66, 77));
    assertThat(sum.sumFen()).isEqualTo(308);
    assertThat(sum.ownFen()).isEqualTo(132);
    assertThat(sum.negates(sum.negated())).isTrue();
  }

  private static Payments payments(long... a) {
    return new Payments(a[0], a[1], a[2], a[3], a[4], a[5], a[6]);
  }
}
