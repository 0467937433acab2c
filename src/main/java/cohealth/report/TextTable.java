package cohealth.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of text in aligned columns. The widths are those of the first rows; a later wider cell
 * pushes its own row only, so that a table of any length needs constant memory.
 */
public final class TextTable {
  private static final int MEASURED = 500;
  private static final String GAP = "  ";

  private final List<Column> columns;
  private final List<List<String>> held = new ArrayList<>();
  private final Lines lines;
  private final int[] widths;
  private boolean measured;

  /**
   * A column.
   *
   * @param right amounts stand right, texts left
   */
  public record Column(String title, boolean right) {}

  /** Where the lines of a table go. */
  public interface Lines {
    /** One line, without its end. */
    void line(String line);
  }

  /** A table that tells its lines to {@code lines}. */
  public TextTable(List<Column> columns, Lines lines) {
    this.columns = List.copyOf(columns);
    this.lines = lines;
    this.widths = new int[columns.size()];
  }

  /** Adds a row: a text for each column. */
  public void row(List<String> cells) {
    if (measured) {
      lines.line(line(cells));
      return;
    }
    held.add(List.copyOf(cells));
    if (held.size() == MEASURED) {
      flush();
    }
  }

  /** Ends the table; what is still held is told. */
  public void end() {
    if (!measured) {
      flush();
    }
  }

  private void flush() {
    List<String> titles = columns.stream().map(Column::title).toList();
    measure(titles);
    held.forEach(this::measure);
    measured = true;
    lines.line(line(titles));
    lines.line(rule());
    held.forEach(row -> lines.line(line(row)));
    held.clear();
  }

  private void measure(List<String> cells) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], TextWidth.of(cells.get(i)));
    }
  }

  private String rule() {
    StringBuilder out = new StringBuilder();
    for (int width : widths) {
      out.append(out.isEmpty() ? "" : GAP).append("-".repeat(width));
    }
    return out.toString();
  }

  private String line(List<String> cells) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      String pad = " ".repeat(Math.max(0, widths[i] - TextWidth.of(cell)));
      out.append(i == 0 ? "" : GAP);
      out.append(columns.get(i).right() ? pad + cell : cell + pad);
    }
    return out.toString().stripTrailing();
  }
}
