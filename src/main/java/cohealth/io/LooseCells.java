package cohealth.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Cells of rows that nobody has checked yet, to know which rows must be read together. Nothing is
 * refused here: a cell that cannot be had is empty, and whoever reads the row says why.
 */
public final class LooseCells {
  private final CsvTable header;
  private final InputTable table;
  private final char delimiter;
  private byte[] bytes = new byte[0];
  private int from;
  private int to;

  private LooseCells(CsvTable header, InputTable table, char delimiter) {
    this.header = header;
    this.table = table;
    this.delimiter = delimiter;
  }

  /**
   * The cells of a table's rows.
   *
   * @param row the header in UTF-8, with its line end
   * @return null when the header is refused
   */
  public static @Nullable LooseCells of(InputTable table, byte[] row, char delimiter) {
    Problems problems = new Problems();
    InputText text = InputText.of(row, table.toString(), problems);
    try {
      CsvTable header =
          text == null
              ? null
              : CsvTable.open(
                  text,
                  table.columns(),
                  new ReadOptions(null, delimiter, new Shown(false)),
                  problems);
      return header == null ? null : new LooseCells(header, table, delimiter);
    } catch (UnreadableFile e) {
      throw new IllegalStateException(e); // it is in memory
    }
  }

  /**
   * The number of a column's cell, from 0; -1 when the header does not have it.
   *
   * @param field its English name
   */
  public int cellOf(String field) {
    for (Column column : table.columns()) {
      if (column.field().equals(field)) {
        return header.cellOf(column);
      }
    }
    throw new IllegalArgumentException(field);
  }

  /**
   * Finds a cell of a row in UTF-8; its value stands in {@link #bytes}, without outer blanks.
   *
   * @return false when it is empty or cannot be had
   */
  public boolean find(byte[] row, int rowFrom, int rowTo, int cell) {
    if (cell < 0) {
      return false;
    }
    int left = cell;
    int start = rowFrom;
    for (int i = rowFrom; i < rowTo; i++) {
      byte b = row[i];
      if (b == '"') {
        return findQuoted(row, rowFrom, rowTo, cell);
      }
      if (b == '\n' || b == delimiter) {
        if (left == 0) {
          return found(row, start, i);
        }
        left--;
        start = i + 1;
      }
    }
    return false;
  }

  /** Holds the value that was found. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where it begins. */
  public int from() {
    return from;
  }

  /** Where it ends. */
  public int to() {
    return to;
  }

  /** The value that was found. */
  public String text() {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private boolean found(byte[] row, int first, int end) {
    bytes = row;
    from = first;
    to = end;
    while (to > from && isBlank(row[to - 1])) {
      to--;
    }
    while (from < to && isBlank(row[from])) {
      from++;
    }
    return to > from;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r';
  }

  /** Behind a quote a row is cut into cells by the tokenizer. */
  private boolean findQuoted(byte[] row, int rowFrom, int rowTo, int cell) {
    try (CsvRows rows =
        new CsvRows(
            new InputStreamReader(
                new ByteArrayInputStream(row, rowFrom, rowTo - rowFrom), StandardCharsets.UTF_8),
            delimiter)) {
      if (!rows.next() || rows.size() <= cell) {
        return false;
      }
      byte[] value = rows.cell(cell).getBytes(StandardCharsets.UTF_8);
      if (rows.isQuoted(cell)) {
        bytes = value;
        from = 0;
        to = value.length;
        return to > 0;
      }
      return found(value, 0, value.length);
    } catch (IOException e) {
      return false; // whoever reads the row says what is wrong
    }
  }
}
