package cohealth.bench;

import java.util.ArrayList;
import java.util.List;

/** A table, plain or as Markdown. The first column is text, the others are figures. */
final class Rows {
  private final List<String[]> rows = new ArrayList<>();

  Rows(String... header) {
    rows.add(header);
  }

  void add(String... cells) {
    rows.add(cells);
  }

  boolean isEmpty() {
    return rows.size() == 1;
  }

  String text(boolean markdown) {
    int columns = rows.get(0).length;
    int[] widths = new int[columns];
    for (String[] row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    StringBuilder out = new StringBuilder();
    for (int r = 0; r < rows.size(); r++) {
      String[] row = rows.get(r);
      StringBuilder line = new StringBuilder(markdown ? "| " : "");
      for (int i = 0; i < columns; i++) {
        String blanks = " ".repeat(widths[i] - row[i].length());
        line.append(i == 0 ? row[i] + blanks : blanks + row[i]);
        line.append(markdown ? " | " : "  ");
      }
      out.append(line.toString().stripTrailing()).append('\n');
      if (r == 0) {
        StringBuilder rule = new StringBuilder(markdown ? "|" : "");
        for (int i = 0; i < columns; i++) {
          String dashes = "-".repeat(widths[i] + (markdown ? (i == 0 ? 2 : 1) : 0));
          rule.append(markdown ? dashes + (i == 0 ? "|" : ":|") : dashes + "  ");
        }
        out.append(rule.toString().stripTrailing()).append('\n');
      }
    }
    return out.toString();
  }
}
