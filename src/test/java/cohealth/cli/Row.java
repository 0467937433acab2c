package cohealth.cli;

import java.util.Map;
import java.util.Objects;

/**
 * A row of a table.
 *
 * @param cells the cells by the names of their columns
 */
record Row(Map<String, String> cells) {
  /** The cell of a column that the table has. */
  String get(String column) {
    return Objects.requireNonNull(cells.get(column), column);
  }

  /** The cell of a column, empty when the table does not have the column. */
  String optional(String column) {
    return cells.getOrDefault(column, "");
  }
}
