package cohealth.io;

import cohealth.money.Fen;
import cohealth.report.SettledField.Form;
import cohealth.time.Moment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a real system settled: one row for each claim, any columns (docs/files.md). */
public final class ActualFile {
  private static final long BLANK = Long.MIN_VALUE + 1;
  private static final String NATIONAL_TIME = "setl_time";
  private static final int SHARE_DECIMALS = 4;

  private final CsvTable table;
  private final String name;
  private final Problems problems;
  private final RowProblems inRow = new RowProblems();
  private final FieldText fields;
  private final ActualColumn claim;
  private final List<ActualColumn> others;

  private ActualFile(CsvTable table, String name, List<ActualColumn> columns, Problems problems) {
    this.table = table;
    this.name = name;
    this.problems = problems;
    this.fields = new FieldText(table, inRow);
    this.claim = columns.get(0);
    this.others =
        columns.stream()
            .filter(column -> !column.required() && table.has(column))
            .sorted(Comparator.comparingInt(table::cellOf))
            .toList();
  }

  /**
   * Reads the file; every problem is added.
   *
   * @param names that columns may have
   * @return null when the header is refused
   */
  public static @Nullable ActualRows read(
      InputText text, Collection<String> names, ReadOptions options, Problems problems)
      throws UnreadableFile {
    List<ActualColumn> columns = ActualColumn.named(names);
    try (CsvTable table = CsvTable.open(text, columns, options, problems)) {
      if (table == null) {
        return null;
      }
      if (columns.stream().noneMatch(column -> isAmount(column) && table.has(column))) {
        problems.add(
            Problem.at(ProblemCode.NO_AMOUNT_TO_COMPARE, text.name(), 1, 0, null, names(columns)));
        return null;
      }
      return new ActualFile(table, text.name(), columns, problems).read();
    }
  }

  private static boolean isAmount(ActualColumn column) {
    return column.settled().form() == Form.AMOUNT;
  }

  private static String names(List<ActualColumn> columns) {
    return columns.stream()
        .filter(ActualFile::isAmount)
        .map(column -> String.join(" / ", column.names()))
        .collect(Collectors.joining(", "));
  }

  private ActualRows read() throws UnreadableFile {
    List<ActualRows.Given> given = new ArrayList<>();
    others.forEach(
        column -> given.add(new ActualRows.Given(column.settled(), table.nameOf(column))));
    ActualRows rows = new ActualRows(table.nameOf(claim), given);
    rows.ids().startFile(name);
    while (table.next()) {
      Problem shape = table.shapeProblem();
      if (shape == null) {
        readRow(rows);
      } else {
        rows.ids().addNone(table.line());
        rows.keep("");
        problems.add(shape);
      }
    }
    return rows;
  }

  private void readRow(ActualRows rows) {
    readId(rows.ids());
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < others.size(); i++) {
      line.append(i == 0 ? "" : ActualRows.SEPARATOR).append(value(others.get(i)));
    }
    rows.keep(line);
    inRow.moveTo(problems);
  }

  private void readId(RowIds ids) {
    String id = fields.id(claim);
    if (id == null) {
      ids.addNone(table.line());
      return;
    }
    int earlier = ids.add(id, table.line());
    if (earlier != RowIds.NONE) {
      fields.refuse(
          claim,
          ProblemCode.DUPLICATE_CLAIM,
          table.shown().id(id),
          Shown.escaped(name),
          Integer.toString(ids.place(earlier).line()));
    }
  }

  /** The value in the form in which results have it; any for a cell that is refused. */
  private String value(ActualColumn column) {
    return switch (column.settled().form()) {
      case AMOUNT -> amount(column, "0.00");
      case LEFT -> amount(column, "");
      case TIME -> time(column);
      case SHARE -> share(fields.text(column));
      case PERSON -> String.valueOf(fields.id(column));
      case CLAIM, DRAWS, TEXT -> fields.text(column);
    };
  }

  private String amount(ActualColumn column, String blank) {
    long fen = fields.signedAmount(column, BLANK);
    return fen == BLANK ? blank : Fen.text(fen);
  }

  private String time(ActualColumn column) {
    if (table.value(column).isEmpty()) {
      return "";
    }
    long moment = fields.moment(column);
    String text = moment == FieldText.FAULT ? "" : Moment.text(moment);
    return table.nameOf(column).equals(NATIONAL_TIME) ? text.replace('T', ' ') : text;
  }

  /** With four decimals, if it is a number with fewer or with zeros behind them. */
  private static String share(String text) {
    if (!text.matches("[01](\\.[0-9]+)?")) {
      return text;
    }
    String decimals = text.length() < 2 ? "" : text.substring(2);
    String four = (decimals + "0000").substring(0, SHARE_DECIMALS);
    boolean exact =
        decimals.length() <= SHARE_DECIMALS || decimals.substring(SHARE_DECIMALS).matches("0+");
    return exact ? text.charAt(0) + "." + four : text;
  }
}
