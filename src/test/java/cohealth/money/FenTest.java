package cohealth.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FenTest {
  private static final String MOST = "9223372036854775807";
  private static final String LEAST = "-9223372036854775808";

  @ParameterizedTest
  @CsvSource({
    "1, 2, 3",
    "-5, 5, 0",
    "-5, -6, -11",
    MOST + ", 0, " + MOST,
    MOST + ", -1, 9223372036854775806",
    LEAST + ", 0, " + LEAST,
    LEAST + ", " + MOST + ", -1",
    "4611686018427387903, 4611686018427387904, " + MOST,
  })
  void twoAmountsMakeASum(long one, long other, long sum) {
    assertThat(Fen.sum(one, other)).isEqualTo(sum);
    assertThat(Fen.sum(other, one)).isEqualTo(sum);
  }

  @ParameterizedTest
  @CsvSource({MOST + ", 1", LEAST + ", -1", MOST + ", " + MOST, LEAST + ", " + LEAST})
  void aSumBeyondAllCountingIsRefused(long one, long other) {
    assertThatThrownBy(() -> Fen.sum(one, other))
        .isInstanceOf(SumTooLarge.class)
        .hasMessage("a sum beyond 92233720368547758.07");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.00",
    "5, 0.05",
    "1205, 12.05",
    "-1205, -12.05",
    MOST + ", 92233720368547758.07"
  })
  void anAmountHasTwoDecimals(long fen, String text) {
    assertThat(Fen.text(fen)).isEqualTo(text);
  }
}
