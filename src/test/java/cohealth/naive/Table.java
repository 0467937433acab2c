package cohealth.naive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** CSV without quotes: a header and its rows, each cell found by the English column name. */
final class Table {
  private Table() {}

  static List<Row> read(String csv) {
    List<Row> rows = new ArrayList<>();
    Map<String, Integer> columns = new HashMap<>();
    for (String line : csv.split("\n", -1)) {
      if (line.isEmpty()) {
        continue;
      }
      List<String> cells = List.of(line.split(",", -1));
      if (columns.isEmpty()) {
        for (String name : cells) {
          columns.put(name.intern(), columns.size()); // the same text as in the code: found faster
        }
      } else {
        rows.add(new Row(rows.size(), columns, cells));
      }
    }
    return rows;
  }

  /** One row: {@code get} of a column that the file does not have is blank. */
  record Row(int number, Map<String, Integer> columns, List<String> cells) {
    String get(String column) {
      Integer at = columns.get(column);
      return at == null ? "" : cells.get(at);
    }

    boolean has(String column) {
      return columns.containsKey(column);
    }
  }
}
