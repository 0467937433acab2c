package cohealth.io;

import cohealth.report.ResultColumn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads results that somebody worked out, with any of the columns of their kind.
 *
 * @param <R> the rows of results
 */
public final class ExpectedFile<R> {
  private final InputText text;
  private final List<? extends ResultColumn<R>> known;
  private final ProblemCode twice;
  private final Shown shown;
  private final Problems problems;
  private final List<ResultColumn<R>> columns = new ArrayList<>();
  private final Map<String, List<String>> rows = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private boolean sound = true;

  private ExpectedFile(
      InputText text,
      List<? extends ResultColumn<R>> known,
      ProblemCode twice,
      Shown shown,
      Problems problems) {
    this.text = text;
    this.known = known;
    this.twice = twice;
    this.shown = shown;
    this.problems = problems;
  }

  /**
   * Reads the file; null when it is refused, and then every problem is added.
   *
   * @param known the columns that it may have; the first, which it must have, is the row's id
   * @param twice the problem of an id that stands twice
   */
  public static <R> @Nullable ExpectedFile<R> read(
      InputText text,
      List<? extends ResultColumn<R>> known,
      ProblemCode twice,
      Shown shown,
      Problems problems)
      throws UnreadableFile {
    long before = problems.count();
    ExpectedFile<R> file = new ExpectedFile<>(text, known, twice, shown, problems);
    try (CsvRows csv = new CsvRows(text.reader(), ',')) {
      file.read(csv);
    } catch (IOException e) {
      throw text.failed(e);
    }
    text.checkUnchanged();
    return problems.count() == before ? file : null;
  }

  /** The columns that are compared, in the order of the file. */
  public List<ResultColumn<R>> columns() {
    return columns;
  }

  /** The column of a row's id. */
  public ResultColumn<R> idColumn() {
    return known.get(0);
  }

  /** The cells of each row by its id, in the order of the file. */
  public Map<String, List<String>> rows() {
    return rows;
  }

  private void read(CsvRows csv) throws IOException {
    if (csv.next() && !csv.isBlank()) {
      header(csv);
    } else if (csv.fault() == null) {
      report(ProblemCode.NO_HEADER, 1, 0);
    }
    int id = columns.indexOf(idColumn());
    boolean comparable = sound;
    while (comparable && csv.next()) {
      row(csv, id);
    }
    CsvGuard.Fault fault = csv.fault();
    if (fault != null) {
      problems.add(fault.problem(text.name()));
    }
  }

  private void header(CsvRows csv) {
    for (int i = 0; i < csv.size(); i++) {
      String name = csv.cell(i).strip();
      ResultColumn<R> column = column(name);
      if (column == null) {
        report(
            ProblemCode.EXPECTED_COLUMN, csv.line(i), csv.column(i), Shown.cell(name), offer(name));
      } else if (columns.contains(column)) {
        String place = Integer.toString(columns.indexOf(column) + 1);
        report(ProblemCode.DUPLICATE_COLUMN, csv.line(i), csv.column(i), name, name, place);
      } else {
        columns.add(column);
      }
    }
    if (!columns.contains(idColumn())) {
      String name = idColumn().header();
      report(ProblemCode.MISSING_COLUMN, csv.line(), 0, name, name);
    }
  }

  private void row(CsvRows csv, int id) {
    if (csv.isBlank()) {
      report(ProblemCode.BLANK_ROW, csv.line(), 0);
      return;
    }
    if (csv.size() != columns.size()) {
      report(
          csv.size() < columns.size() ? ProblemCode.ROW_TOO_SHORT : ProblemCode.ROW_TOO_LONG,
          csv.line(),
          0,
          Integer.toString(csv.size()),
          Integer.toString(columns.size()));
      return;
    }
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < csv.size(); i++) {
      cells.add(csv.cell(i).strip());
    }
    String row = cells.get(id);
    Integer first = lines.putIfAbsent(row, csv.line());
    if (first == null) {
      rows.put(row, List.copyOf(cells));
    } else {
      String line = Integer.toString(first);
      report(twice, csv.line(), 0, shown.id(row), text.name(), line);
    }
  }

  private void report(ProblemCode code, int line, int column, String... args) {
    sound = false;
    problems.add(Problem.at(code, text.name(), line, column, null, args));
  }

  private @Nullable ResultColumn<R> column(String name) {
    for (ResultColumn<R> column : known) {
      if (column.header().equals(name)) {
        return column;
      }
    }
    return null;
  }

  private String offer(String name) {
    List<String> names = known.stream().map(ResultColumn::header).toList();
    List<String> near = Spelling.near(name, names);
    return String.join(", ", near.isEmpty() ? names : near);
  }
}
