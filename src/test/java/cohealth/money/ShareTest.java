package cohealth.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {
  @ParameterizedTest
  @CsvSource({
    // amount, rate, half up, half even, down, up
    "0, 6500, 0, 0, 0, 0",
    "9640, 6500, 6266, 6266, 6266, 6266",
    "1, 5000, 1, 0, 0, 1",
    "3, 5000, 2, 2, 1, 2",
    "5, 5000, 3, 2, 2, 3",
    "10001, 5000, 5001, 5000, 5000, 5001",
    "10003, 5000, 5002, 5002, 5001, 5002",
    "20005, 2500, 5001, 5001, 5001, 5002",
    "20007, 2500, 5002, 5002, 5001, 5002",
    "123456789, 6225, 76851851, 76851851, 76851851, 76851852",
    "9999999999999999, 10000, 9999999999999999, 9999999999999999, 9999999999999999,"
        + " 9999999999999999",
    "9999999999999999, 9999, 9998999999999999, 9998999999999999, 9998999999999999,"
        + " 9999000000000000",
  })
  void aRateOfAnAmountIsRoundedOnce(
      long amount, int rate, long halfUp, long halfEven, long down, long up) {
    assertThat(Share.of(amount, rate, Rounding.HALF_UP)).isEqualTo(halfUp);
    assertThat(Share.of(amount, rate, Rounding.HALF_EVEN)).isEqualTo(halfEven);
    assertThat(Share.of(amount, rate, Rounding.DOWN)).isEqualTo(down);
    assertThat(Share.of(amount, rate, Rounding.UP)).isEqualTo(up);
  }

  /** 3 times 0.3333 fen, and twice 5000.5 fen: nothing is rounded between. */
  @Test
  void severalPartsAreRoundedTogether() {
    Share share = new Share();
    for (int i = 0; i < 3; i++) {
      share.add(1, 3333);
    }
    assertThat(share.roundedFen(Rounding.HALF_UP)).isEqualTo(1);
    assertThat(share.roundedFen(Rounding.DOWN)).isZero();
    share.clear();
    assertThat(share.roundedFen(Rounding.UP)).isZero();
    share.add(10_001, 5000);
    share.add(10_001, 5000);
    assertThat(share.roundedFen(Rounding.UP)).isEqualTo(10_001);
    assertThat(share.roundedFen(Rounding.HALF_EVEN)).isEqualTo(10_001);
    share.add(20_000, 7500);
    assertThat(share.roundedFen(Rounding.DOWN)).isEqualTo(25_001);
    share.clear();
    assertThat(share.roundedFen(Rounding.UP)).isZero();
  }
}
