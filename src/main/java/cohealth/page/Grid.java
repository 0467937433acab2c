package cohealth.page;

import java.util.List;

/**
 * A table, and how it is drawn.
 *
 * @param key its name in machine formats
 * @param of whom it is about, when several tables have the same key; else empty
 * @param columns the first one names the row
 * @param rows each with a cell for every column
 * @param drawing {@link Drawing#NONE} for a table alone
 */
public record Grid(
    String key,
    String of,
    String caption,
    List<Column> columns,
    List<List<Cell>> rows,
    Drawing drawing) {

  /** The same, drawn. */
  public Grid drawn(Drawing.Kind kind, List<String> labels, List<String> values) {
    return new Grid(key, of, caption, columns, rows, new Drawing(kind, labels, values));
  }

  /** The place of a column. */
  int column(String wanted) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).key().equals(wanted)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no column " + wanted + " in " + key);
  }
}
