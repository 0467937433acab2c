package cohealth.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextWrapTest {
  @Test
  void breaksAtBlanks() {
    assertThat(TextWrap.lines("one two three", 7)).containsExactly("one two", "three");
    assertThat(TextWrap.lines("", 7)).containsExactly("");
  }

  @Test
  void breaksBetweenChineseCharactersButNotBeforeAClosingMark() {
    assertThat(TextWrap.lines("统筹基金支付", 8)).containsExactly("统筹基金", "支付");
    assertThat(TextWrap.lines("统筹基金，支付", 8)).containsExactly("统筹基", "金，支付");
    assertThat(TextWrap.lines("起付（一级）", 6)).containsExactly("起付", "（一", "级）");
  }

  @Test
  void aWordThatIsTooWideStaysWhole() {
    assertThat(TextWrap.lines("see https://example.org/1", 8))
        .containsExactly("see", "https://example.org/1");
    assertThat(TextWrap.narrowest("see https://example.org/1")).isEqualTo(21);
  }

  @Test
  void aTableIsMadeToFit() {
    FittedTable table =
        new FittedTable(
            List.of(new TextTable.Column("id", false), new TextTable.Column("text", false)), 16);
    table.row(List.of("first", "one two three four"));
    StringBuilder out = new StringBuilder();
    table.tell(line -> out.append(line).append('\n'));
    assertThat(out)
        .hasToString(
            """
            id     text
            -----  -------
            first  one two
                   three
                   four
            """);
  }
}
