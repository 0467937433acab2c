package cohealth.io;

import cohealth.report.SettlementColumn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads expected.csv: results that somebody worked out, with any of the columns of results. */
public final class ExpectedFile {
  private final InputText text;
  private final Shown shown;
  private final Problems problems;
  private final List<SettlementColumn> columns = new ArrayList<>();
  private final Map<String, List<String>> rows = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private boolean sound = true;

  private ExpectedFile(InputText text, Shown shown, Problems problems) {
    this.text = text;
    this.shown = shown;
    this.problems = problems;
  }

  /** Reads the file; null when it is refused, and then every problem is added. */
  public static @Nullable ExpectedFile read(InputText text, Shown shown, Problems problems)
      throws UnreadableFile {
    long before = problems.count();
    ExpectedFile file = new ExpectedFile(text, shown, problems);
    try (CsvRows csv = new CsvRows(text.reader(), ',')) {
      file.read(csv);
    } catch (IOException e) {
      throw text.failed(e);
    }
    text.checkUnchanged();
    return problems.count() == before ? file : null;
  }

  /** The columns that are compared, in the order of the file. */
  public List<SettlementColumn> columns() {
    return columns;
  }

  /** The cells of each row by its claim's id, in the order of the file. */
  public Map<String, List<String>> rows() {
    return rows;
  }

  private void read(CsvRows csv) throws IOException {
    if (csv.next() && !csv.isBlank()) {
      header(csv);
    } else if (csv.fault() == null) {
      report(ProblemCode.NO_HEADER, 1, 0);
    }
    int id = columns.indexOf(SettlementColumn.CLAIM_ID);
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
      SettlementColumn column = column(name);
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
    if (!columns.contains(SettlementColumn.CLAIM_ID)) {
      String name = SettlementColumn.CLAIM_ID.header();
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
    String claim = cells.get(id);
    Integer first = lines.putIfAbsent(claim, csv.line());
    if (first == null) {
      rows.put(claim, List.copyOf(cells));
    } else {
      String line = Integer.toString(first);
      report(ProblemCode.DUPLICATE_CLAIM, csv.line(), 0, shown.id(claim), text.name(), line);
    }
  }

  private void report(ProblemCode code, int line, int column, String... args) {
    sound = false;
    problems.add(Problem.at(code, text.name(), line, column, null, args));
  }

  private static @Nullable SettlementColumn column(String name) {
    return SettlementColumn.full().stream()
        .filter(column -> column.header().equals(name))
        .findFirst()
        .orElse(null);
  }

  private static String offer(String name) {
    List<String> known = SettlementColumn.full().stream().map(SettlementColumn::header).toList();
    List<String> near = Spelling.near(name, known);
    return String.join(", ", near.isEmpty() ? known : near);
  }
}
