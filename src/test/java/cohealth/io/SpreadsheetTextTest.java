package cohealth.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-x", "@SUM(1)", "＝1", "＋1", "－1", "＠x", "="})
  void whatLooksLikeAFormulaGetsAnApostrophe(String text) {
    assertThat(SpreadsheetText.of(text)).isEqualTo("'" + text);
    assertThat(SpreadsheetText.ofFile(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1-1", "a=b", "'=1", "张三"})
  void everythingElseStays(String text) {
    assertThat(SpreadsheetText.of(text)).isEqualTo(text);
  }

  @Test
  void namesOfFilesAreEscapedAndAStandardStreamKeepsItsSign() {
    assertThat(SpreadsheetText.ofFile("a\u001b[2J\n.csv")).isEqualTo("a\\u{001B}[2J\\u{000A}.csv");
    assertThat(SpreadsheetText.ofFile("-")).isEqualTo("-");
    assertThat(SpreadsheetText.ofFile("-.csv")).isEqualTo("'-.csv");
  }
}
