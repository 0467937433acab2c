package cohealth.page;

import java.util.List;

/** How far below and above 0 something that is drawn goes. */
record Extent(long least, long most) {
  /** Of rows whose values are drawn one after the other, negative ones to the other side. */
  static Extent ofSums(Grid grid, List<Integer> columns) {
    long least = 0;
    long most = 0;
    for (List<Cell> row : grid.rows()) {
      long above = 0;
      long below = 0;
      for (int column : columns) {
        above += Math.max(0, row.get(column).size());
        below += Math.min(0, row.get(column).size());
      }
      least = Math.min(least, below);
      most = Math.max(most, above);
    }
    return new Extent(least, most);
  }

  /** Of rows whose values are each drawn alone. */
  static Extent ofEach(Grid grid, List<Integer> columns) {
    long least = 0;
    long most = 0;
    for (List<Cell> row : grid.rows()) {
      for (int column : columns) {
        least = Math.min(least, row.get(column).size());
        most = Math.max(most, row.get(column).size());
      }
    }
    return new Extent(least, most);
  }
}
