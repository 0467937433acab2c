package cohealth.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which cell of a row belongs to which column. */
final class Header {
  private static final int FEWEST_LETTERS = 6;
  private static final int MOST_LISTED = 30;

  private final int size;
  private final int[] cellOf;
  private final List<String> names;

  private Header(int size, int[] cellOf, List<String> names) {
    this.size = size;
    this.cellOf = cellOf;
    this.names = names;
  }

  /** How many cells every row must have. */
  int size() {
    return size;
  }

  /** The cell of a column, or -1 when the file does not have the column. */
  int cellOf(Column column) {
    return cellOf[column.ordinal()];
  }

  /** The name that the file gives a column that it has, in lower case. */
  String nameOf(Column column) {
    return names.get(cellOf(column));
  }

  /** Matches the first row; null when it is refused. Problems and the note go where they belong. */
  static @Nullable Header match(
      TableRows row, List<? extends Column> columns, String file, Problems problems) {
    return new Matching(row, columns, file, problems).match();
  }

  private static final class Matching {
    private final TableRows row;
    private final List<? extends Column> columns;
    private final String file;
    private final Problems problems;
    private final int[] cellOf;
    private final List<String> unknown = new ArrayList<>();
    private final Set<Column> mistyped = new HashSet<>();
    private boolean refused;

    /** Without a column that is known this may be a row of data, of which nothing is shown. */
    private boolean known;

    Matching(TableRows row, List<? extends Column> columns, String file, Problems problems) {
      this.row = row;
      this.columns = columns;
      this.file = file;
      this.problems = problems;
      this.cellOf = new int[columns.size()];
      Arrays.fill(cellOf, -1);
    }

    @Nullable Header match() {
      Map<String, Column> names = new HashMap<>();
      for (Column column : columns) {
        names.put(column.field(), column);
        column.aliases().forEach(alias -> names.put(alias, column));
      }
      List<Integer> others = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        Column column = names.get(name(i));
        if (column == null) {
          others.add(i);
        } else {
          place(column, i);
        }
      }
      known = others.size() < row.size();
      others.forEach(this::unknown);
      for (Column column : columns) {
        if (column.required() && cellOf[column.ordinal()] < 0 && !mistyped.contains(column)) {
          refuse(ProblemCode.MISSING_COLUMN, -1, column.field(), namesOf(column));
        }
      }
      if (!unknown.isEmpty() && (known || !mistyped.isEmpty())) {
        problems.add(Problem.at(ProblemCode.UNKNOWN_COLUMN, file, row.line(), 0, null, listed()));
      }
      return refused ? null : new Header(row.size(), cellOf, names());
    }

    private void place(Column column, int cell) {
      int earlier = cellOf[column.ordinal()];
      if (earlier < 0) {
        cellOf[column.ordinal()] = cell;
        return;
      }
      refuse(
          ProblemCode.DUPLICATE_COLUMN,
          cell,
          Shown.cell(row.cell(cell).strip()),
          Shown.cell(row.cell(earlier).strip()),
          Integer.toString(earlier + 1));
    }

    /**
     * An unknown column is ignored, unless it is a slip of the hand that would lose a known one.
     */
    private void unknown(int cell) {
      String name = name(cell);
      for (int other = 0; other < cell && known && !name.isEmpty(); other++) {
        if (name(other).equals(name)) {
          refuse(
              ProblemCode.DUPLICATE_COLUMN,
              cell,
              Shown.cell(name),
              Shown.cell(name),
              Integer.toString(other + 1));
          return;
        }
      }
      for (Column column : columns) {
        if (cellOf[column.ordinal()] < 0
            && letters(column.field()) >= FEWEST_LETTERS
            && Spelling.edits(name, column.field()) <= Spelling.MOST_EDITS
            && !NationalFields.contains(name)) {
          mistyped.add(column);
          refuse(ProblemCode.LIKELY_COLUMN, cell, Shown.cell(name), column.field());
          return;
        }
      }
      if (!name.isEmpty()) {
        unknown.add(Shown.cell(name));
      }
    }

    private String listed() {
      int most = Math.min(MOST_LISTED, unknown.size());
      return String.join(", ", unknown.subList(0, most)) + (most < unknown.size() ? ", …" : "");
    }

    private void refuse(ProblemCode code, int cell, String... args) {
      refused = true;
      int line = cell < 0 ? row.line() : row.line(cell);
      int column = cell < 0 ? 0 : row.column(cell);
      problems.add(Problem.at(code, file, line, column, null, args));
    }

    private List<String> names() {
      return IntStream.range(0, row.size()).mapToObj(this::name).toList();
    }

    private String name(int cell) {
      return row.cell(cell).strip().toLowerCase(Locale.ROOT);
    }

    private static long letters(String name) {
      return name.chars().filter(c -> c != '_').count();
    }

    private static String namesOf(Column column) {
      List<String> names = new ArrayList<>();
      names.add(column.field());
      names.addAll(column.aliases());
      return String.join(" / ", names);
    }
  }
}
