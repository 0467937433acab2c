package cohealth.money;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasisPointsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"0%", "5%", "62.5%", "62.05%", "0.01%", "93.25%", "100%", "-10%", "-0.5%"})
  void percentWritesWhatParseReads(String text) {
    int basisPoints = requireNonNull(BasisPoints.parse(text, true));
    assertThat(BasisPoints.percent(basisPoints)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 0",
    "1, 1, 10000",
    "1, 3, 3333",
    "2, 3, 6667",
    "124500, 200000, 6225",
    "28527, 43888, 6500",
    "1, 20000, 1",
    "1, 20001, 0",
    "19999, 20000, 10000",
    "9999000000000000, 9999999999999999, 9999",
    "9999999999999998, 9999999999999999, 10000",
  })
  void aRatioIsRoundedHalfUp(long part, long whole, int basisPoints) {
    assertThat(BasisPoints.ratio(part, whole)).isEqualTo(basisPoints);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "2, 1", "-1, 1"})
  void aRatioIsOfAPartAndAWhole(long part, long whole) {
    assertThatThrownBy(() -> BasisPoints.ratio(part, whole))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
