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

  @ParameterizedTest
  @ValueSource(strings = {"5", "%", "x%", "62.555%", "100.01%", "101%", "+5%", "--5%"})
  void nothingElseIsARate(String text) {
    assertThat(BasisPoints.parse(text, true)).isNull();
    assertThat(BasisPoints.parse("-" + text, false)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"62.5%, 6250", "0%, 0", "100%, 10000"})
  void aRateIsReadInBasisPoints(String text, int basisPoints) {
    assertThat(BasisPoints.parse(text, false)).isEqualTo(basisPoints);
    assertThat(BasisPoints.parse("-" + text, true)).isEqualTo(-basisPoints);
  }

  @ParameterizedTest
  @CsvSource({"0, 0.0000", "625, 0.0625", "6000, 0.6000", "9999, 0.9999", "10000, 1.0000"})
  void aRateAsAFractionHasFourDecimals(int basisPoints, String text) {
    assertThat(BasisPoints.text(basisPoints)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    // rate, points, factor, result
    "6000, -500, 10000, 5500",
    "6000, 0, 9000, 5400",
    "6005, 0, 9000, 5405", // 5404.5
    "5000, 1000, 5000, 3000",
    "300, -500, 10000, 0",
    "9800, 500, 10000, 10000",
  })
  void offsiteCareChangesARateWithinItsLimits(int rate, int points, int factor, int result) {
    assertThat(BasisPoints.adjust(rate, points, factor)).isEqualTo(result);
  }
}
