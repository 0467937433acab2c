package cohealth.report;

import cohealth.report.TextTable.Column;
import cohealth.report.TextTable.Lines;
import java.util.ArrayList;
import java.util.List;

/** The page on which a policy is shown: headings, paragraphs and tables, all within a width. */
final class PolicyPage {
  private static final String INDENT = "  ";

  private final Lines lines;
  private final int width;

  PolicyPage(Lines lines, int width) {
    this.lines = lines;
    this.width = width;
  }

  /** A heading with a line below it. */
  void title(String text) {
    List<String> wrapped = TextWrap.lines(text, width);
    wrapped.forEach(lines::line);
    lines.line("=".repeat(TextWidth.of(wrapped.get(wrapped.size() - 1))));
  }

  /** A heading of a part, after an empty line. */
  void part(String text) {
    blank();
    paragraph("", text);
  }

  void blank() {
    lines.line("");
  }

  /** A paragraph; {@code start} stands before its first line, the others begin below the text. */
  void paragraph(String start, String text) {
    int indent = TextWidth.of(start);
    String before = start;
    for (String line : TextWrap.lines(text, width - indent)) {
      lines.line(before + line);
      before = " ".repeat(indent);
    }
  }

  /**
   * A table, moved in.
   *
   * @param titles of the columns; all texts stand left
   */
  void table(List<String> titles, List<List<String>> rows) {
    List<Column> columns = new ArrayList<>();
    titles.forEach(title -> columns.add(new Column(title, false)));
    FittedTable table = new FittedTable(columns, width - INDENT.length());
    rows.forEach(table::row);
    table.tell(line -> lines.line(INDENT + line));
  }
}
