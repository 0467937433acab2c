package cohealth.money;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BasisPointsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"0%", "5%", "62.5%", "62.05%", "0.01%", "93.25%", "100%", "-10%", "-0.5%"})
  void percentWritesWhatParseReads(String text) {
    int basisPoints = requireNonNull(BasisPoints.parse(text, true));
    assertThat(BasisPoints.percent(basisPoints)).isEqualTo(text);
  }
}
