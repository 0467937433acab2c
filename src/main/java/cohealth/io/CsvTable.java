package cohealth.io;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An input table whose header was matched: row after row, each value by its column. What is wrong
 * with a row's shape is told with the row; what makes the rest of the file unreadable goes to the
 * problems of the run.
 */
final class CsvTable implements AutoCloseable {
  private final InputText text;
  private final char delimiter;
  private TableRows rows;
  private final Header header;
  private final Problems problems;
  private final Shown shown;
  private boolean ended;

  private CsvTable(
      InputText text, ReadOptions options, TableRows rows, Header header, Problems problems) {
    this.text = text;
    this.delimiter = options.delimiter();
    this.rows = rows;
    this.header = header;
    this.problems = problems;
    this.shown = options.shown();
  }

  /** How ids appear in messages. */
  Shown shown() {
    return shown;
  }

  /** Opens a table and reads its header; null when there is none or it is refused. */
  static @Nullable CsvTable open(
      InputText text, List<? extends Column> columns, ReadOptions options, Problems problems)
      throws UnreadableFile {
    TableRows rows = null;
    Header header = null;
    try {
      rows =
          text.isUtf8() && PlainLines.canRead(options.delimiter())
              ? new PlainLines(text.unmarked(), options.delimiter(), text.markBytes(), 1)
              : new CsvRows(text.reader(), options.delimiter());
      if (rows.next() && !rows.isBlank()) {
        header = Header.match(rows, columns, text.name(), problems);
      } else {
        CsvGuard.Fault fault = rows.fault();
        problems.add(
            fault == null
                ? Problem.at(ProblemCode.NO_HEADER, text.name(), 1, 0, null)
                : fault.problem(text.name()));
      }
      if (header == null) {
        rows.close();
        return null;
      }
      return new CsvTable(text, options, rows, header, problems);
    } catch (IOException e) {
      throw text.failed(e);
    }
  }

  /** Goes to the next row; false at the end, or where the file cannot be read on. */
  boolean next() throws UnreadableFile {
    if (ended) {
      return false;
    }
    try {
      if (rows.next()) {
        return true;
      }
    } catch (IOException e) {
      throw text.failed(e);
    }
    ended = true;
    CsvGuard.Fault fault = rows.fault();
    if (fault != null) {
      problems.add(fault.problem(text.name()));
    } else if (rows.lastLineOpen()) {
      problems.add(Problem.at(ProblemCode.NO_LINE_END, text.name(), 0, 0, null));
    }
    return false;
  }

  /**
   * The rows from here on for the fast lane; null when one before it was not plain.
   *
   * @param newReader makes what reads the rows of a piece
   */
  @Nullable PlainPieces pieces(Supplier<PlainClaims> newReader, Workers workers)
      throws UnreadableFile {
    long offset = rows instanceof PlainLines plain ? plain.nextOffset() : -1;
    return offset < 0 ? null : new PlainPieces(text.from(offset), offset, newReader, workers);
  }

  /** The next rows of the fast lane. */
  @Nullable PlainRows next(PlainPieces pieces, @Nullable PlainRows done) throws UnreadableFile {
    try {
      return pieces.next(done);
    } catch (IOException e) {
      throw text.failed(e);
    }
  }

  /** What each cell of a row is; null = none of the columns. */
  <C extends Column> @Nullable C[] columns(C[] columns) {
    @Nullable C[] cells = Arrays.copyOf(columns, header.size());
    Arrays.fill(cells, null);
    for (C column : columns) {
      if (has(column)) {
        cells[header.cellOf(column)] = column;
      }
    }
    return cells;
  }

  /** Where a cell of a plain row begins. */
  int start(byte[] bytes, int row, int cell) {
    int at = row;
    for (int left = cell; left > 0; at++) {
      left -= bytes[at] == delimiter ? 1 : 0;
    }
    return at;
  }

  /** Where the cell of a plain row that begins at the place ends. */
  int end(byte[] bytes, int from) {
    int at = from;
    while (bytes[at] != delimiter && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
    return at;
  }

  /** Goes on with some rows of the file, which end with a line end and hold no quote. */
  void resume(byte[] bytes, int from, int to, int line) throws UnreadableFile {
    resume(new PlainLines(bytes, from, to, delimiter, line));
  }

  /** Ends the fast lane and goes on at a place in the file, where the line begins. */
  void close(PlainPieces pieces, long offset, int line) throws UnreadableFile {
    try {
      pieces.close();
      resume(new PlainLines(text.from(offset), delimiter, offset, line));
    } catch (IOException e) {
      throw text.failed(e);
    }
  }

  private void resume(TableRows other) throws UnreadableFile {
    try {
      rows.close();
    } catch (IOException e) {
      throw text.failed(e);
    }
    rows = other;
    ended = false;
  }

  /** Whether the reading ended before the end of the file. */
  boolean isBroken() {
    return rows.fault() != null;
  }

  /** What is wrong with the number of cells in this row, or null. */
  @Nullable Problem shapeProblem() {
    int size = rows.size();
    if (size == header.size()) {
      return null;
    }
    if (rows.isBlank()) {
      return Problem.at(ProblemCode.BLANK_ROW, text.name(), rows.line(), 0, null);
    }
    boolean tooShort = size < header.size();
    int cell = tooShort ? size - 1 : header.size();
    return Problem.at(
        tooShort ? ProblemCode.ROW_TOO_SHORT : ProblemCode.ROW_TOO_LONG,
        text.name(),
        rows.line(cell),
        rows.column(cell),
        null,
        Integer.toString(size),
        Integer.toString(header.size()));
  }

  /** How messages call the file. */
  String file() {
    return text.name();
  }

  /** The line in which the row begins, from 1. */
  int line() {
    return rows.line();
  }

  /** The name that the file gives a column that it has. */
  String nameOf(Column column) {
    return header.nameOf(column);
  }

  /** The number of a column's cell in each row, from 0; -1 when the file does not have it. */
  int cellOf(Column column) {
    return header.cellOf(column);
  }

  /** Whether the file has the column. */
  boolean has(Column column) {
    return header.cellOf(column) >= 0;
  }

  /**
   * The value of a column: without outer blanks and tabs when it is not quoted and no name; empty
   * when the file does not have the column, or the row is too short for it.
   */
  String value(Column column) {
    int cell = header.cellOf(column);
    if (cell < 0 || cell >= rows.size()) {
      return "";
    }
    String value = rows.cell(cell);
    return column.kind() == Column.Kind.NAME || rows.isQuoted(cell) ? value : trimmed(value);
  }

  /** Where the cell begins; 0 when the file does not have the column. */
  int columnOf(Column column) {
    int cell = header.cellOf(column);
    return cell < 0 || cell >= rows.size() ? 0 : rows.column(cell);
  }

  /** The line in which the cell begins: a cell before it may hold line ends. */
  int lineOf(Column column) {
    int cell = header.cellOf(column);
    return cell < 0 || cell >= rows.size() ? rows.line() : rows.line(cell);
  }

  /** A problem at the cell of a column in this row. */
  Problem problem(Column column, ProblemCode code, String... args) {
    return Problem.at(code, text.name(), lineOf(column), columnOf(column), column.field(), args);
  }

  /** Closes the file and checks that it has not changed. */
  @Override
  public void close() throws UnreadableFile {
    close(null);
  }

  /** Closes the fast lane, too. */
  void close(@Nullable PlainPieces pieces) throws UnreadableFile {
    try {
      if (pieces != null) {
        pieces.close();
      }
      rows.close();
    } catch (IOException e) {
      throw text.failed(e);
    }
    text.checkUnchanged();
  }

  private static String trimmed(String value) {
    int from = 0;
    int to = value.length();
    while (from < to && isBlank(value.charAt(from))) {
      from++;
    }
    while (from < to && isBlank(value.charAt(to - 1))) {
      to--;
    }
    return to - from == value.length() ? value : value.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
