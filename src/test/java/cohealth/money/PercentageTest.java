package cohealth.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentageTest {
  @ParameterizedTest
  @CsvSource({
    "1, 3, 33.3%",
    "2, 3, 66.7%",
    "-1, 3, -33.3%",
    "1, 2000, 0.1%",
    "1, 2001, 0.0%",
    "-1, 2001, 0.0%",
    "-1, 2000, -0.1%",
    "3, 3, 100.0%",
    "9995, 10000, 100.0%",
    "700, 3, 23333.3%",
    "0, 5, 0.0%",
    "5, 0, -",
    "0, 0, -",
    "900000000000000000, 900000000000000000, 100.0%",
    "-300000000000000000, 900000000000000000, -33.3%"
  })
  void isRoundedHalfUpInMagnitude(long part, long whole, String text) {
    assertThat(Percentage.text(part, whole)).isEqualTo(text);
  }
}
