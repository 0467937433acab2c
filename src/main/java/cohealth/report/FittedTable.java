package cohealth.report;

import cohealth.report.TextTable.Column;
import cohealth.report.TextTable.Lines;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A table whose widest columns are wrapped until it fits a width, as far as words can be broken.
 */
public final class FittedTable {
  private static final int GAP = 2;

  private final List<Column> columns;
  private final int width;
  private final List<List<String>> rows = new ArrayList<>();

  /** A table of at most this width. */
  public FittedTable(List<Column> columns, int width) {
    this.columns = List.copyOf(columns);
    this.width = width;
  }

  /** Adds a row: a text for each column. */
  public void row(List<String> cells) {
    rows.add(List.copyOf(cells));
  }

  /** Tells the lines. */
  public void tell(Lines lines) {
    int[] widths = widths();
    TextTable table = new TextTable(columns, lines);
    for (List<String> row : rows) {
      List<List<String>> wrapped = new ArrayList<>();
      for (int i = 0; i < widths.length; i++) {
        wrapped.add(TextWrap.lines(row.get(i), widths[i]));
      }
      int height = Collections.max(wrapped.stream().map(List::size).toList());
      for (int at = 0; at < height; at++) {
        List<String> line = new ArrayList<>();
        for (List<String> cell : wrapped) {
          line.add(at < cell.size() ? cell.get(at) : "");
        }
        table.row(line);
      }
    }
    table.end();
  }

  /** The widths of the columns: the widest one that can be made narrower gives way first. */
  private int[] widths() {
    int[] widths = new int[columns.size()];
    int[] least = new int[columns.size()];
    int all = -GAP;
    for (int i = 0; i < widths.length; i++) {
      widths[i] = TextWidth.of(columns.get(i).title());
      least[i] = widths[i];
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], TextWidth.of(row.get(i)));
        least[i] = Math.max(least[i], TextWrap.narrowest(row.get(i)));
      }
      all += widths[i] + GAP;
    }
    while (all > width) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        if (widths[i] > least[i] && (widest < 0 || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0) {
        break;
      }
      widths[widest]--;
      all--;
    }
    return widths;
  }
}
