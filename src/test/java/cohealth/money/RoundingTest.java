package cohealth.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {
  @ParameterizedTest
  @CsvSource({
    "HALF_UP, 0, 3, 0",
    "HALF_UP, 4, 2, 2",
    "HALF_UP, 5, 2, 3",
    "HALF_UP, 9, 4, 2",
    "HALF_UP, 11, 4, 3",
    "HALF_UP, 9223372036854775807, 1, 9223372036854775807",
    "HALF_EVEN, 1, 2, 0",
    "HALF_EVEN, 3, 2, 2",
    "HALF_EVEN, 5, 2, 2",
    "HALF_EVEN, 7, 2, 4",
    "HALF_EVEN, 9, 4, 2",
    "HALF_EVEN, 11, 4, 3",
    "HALF_EVEN, 13, 4, 3",
    "HALF_EVEN, 15, 4, 4",
    "DOWN, 7, 2, 3",
    "DOWN, 11, 4, 2",
    "UP, 0, 3, 0",
    "UP, 4, 2, 2",
    "UP, 9, 4, 3",
  })
  void aQuotientBecomesAWholeNumber(
      Rounding rounding, long numerator, long denominator, long whole) {
    assertThat(rounding.divide(numerator, denominator)).isEqualTo(whole);
  }

  @ParameterizedTest
  @CsvSource({"-1, 1", "1, 0", "1, -1"})
  void nothingElseIsRounded(long numerator, long denominator) {
    assertThatThrownBy(() -> Rounding.HALF_UP.divide(numerator, denominator))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
