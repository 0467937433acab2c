package cohealth.report;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.report.TextTable.Column;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
  private static final List<Column> COLUMNS =
      List.of(new Column("claim", false), new Column("金额", true), new Column("reasons", false));

  private final List<String> lines = new ArrayList<>();
  private final TextTable table = new TextTable(COLUMNS, lines::add);

  @Test
  void textsStandLeftAndAmountsRight() {
    table.row(List.of("C1", "1.00", "EMPTY"));
    table.row(List.of("C-1002", "12345.00", "CAP_REACHED"));
    table.end();
    assertThat(String.join("\n", lines))
        .isEqualTo(
            """
            claim       金额  reasons
            ------  --------  -----------
            C1          1.00  EMPTY
            C-1002  12345.00  CAP_REACHED""");
  }

  @Test
  void noLineEndsInBlanks() {
    table.row(List.of("C1", "1.00", ""));
    table.row(List.of("", "", ""));
    table.end();
    assertThat(lines).noneMatch(line -> line.endsWith(" "));
    assertThat(lines.get(3)).isEmpty();
  }

  @Test
  void withoutRowsThereIsTheHeader() {
    table.end();
    assertThat(lines).containsExactly("claim  金额  reasons", "-----  ----  -------");
  }

  @Test
  void linesComeOutAsSoonAsTheWidthsAreKnown() {
    for (int i = 1; i <= 499; i++) {
      table.row(List.of("C" + i, "1.00", ""));
    }
    assertThat(lines).isEmpty();
    table.row(List.of("C500", "1.00", ""));
    assertThat(lines).hasSize(502);

    table.row(List.of("a wider cell", "123456.00", "x"));
    table.row(List.of("C502", "1.00", "x"));
    table.end();
    assertThat(lines).hasSize(504);
    assertThat(lines.get(502)).isEqualTo("a wider cell  123456.00  x");
    assertThat(lines.get(503)).isEqualTo("C502   1.00  x");
  }
}
