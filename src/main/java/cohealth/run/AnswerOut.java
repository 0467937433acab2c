package cohealth.run;

import cohealth.io.RowFormat;
import cohealth.report.TextTable;
import cohealth.text.RowText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an answer as they are found: in a format for machines, or as a table for people.
 *
 * @param <T> the rows
 */
public final class AnswerOut<T> {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final TextOut out;
  private final @Nullable RowFormat<T> format;
  private final @Nullable TextTable table;
  private final Function<T, List<String>> cells;
  private final long limit;
  private final RowText text = new RowText();
  private long rows;

  private AnswerOut(
      TextOut out,
      @Nullable RowFormat<T> format,
      @Nullable TextTable table,
      Function<T, List<String>> cells,
      long limit) {
    this.out = out;
    this.format = format;
    this.table = table;
    this.cells = cells;
    this.limit = limit;
  }

  /** Rows in a format for machines; {@code mark} begins them with a byte order mark. */
  public static <T> AnswerOut<T> formatted(RowFormat<T> format, OutputStream to, boolean mark)
      throws IOException {
    TextOut out = new TextOut(to);
    out.write(mark ? BYTE_ORDER_MARK : "");
    out.write(format.before());
    return new AnswerOut<>(out, format, null, row -> List.of(), Long.MAX_VALUE);
  }

  /** A table of the first {@code limit} rows. */
  public static <T> AnswerOut<T> table(
      List<TextTable.Column> columns,
      Function<T, List<String>> cells,
      OutputStream to,
      long limit) {
    TextOut out = new TextOut(to);
    TextTable table = new TextTable(columns, line -> line(out, line));
    return new AnswerOut<>(out, null, table, cells, limit);
  }

  /** Other lines for people, below a table; the first is blank. */
  public static void lines(OutputStream to, Consumer<TextTable.Lines> text) throws IOException {
    text(
        to,
        lines -> {
          lines.line("");
          text.accept(lines);
        });
  }

  /** Lines for people. */
  public static void text(OutputStream to, Consumer<TextTable.Lines> text) throws IOException {
    TextOut out = new TextOut(to);
    checked(() -> text.accept(line -> line(out, line)));
    out.flush();
  }

  /** The next row. */
  public void row(T row) throws IOException {
    if (format != null) {
      text.clear();
      text.append(rows == 0 ? "" : format.between());
      format.append(text, row);
      out.write(text);
    } else if (table != null && rows < limit) {
      checked(() -> table.row(cells.apply(row)));
    }
    rows++;
  }

  /** There are no more rows. */
  public void end() throws IOException {
    if (format != null) {
      out.write(format.after(rows > 0));
    } else if (table != null) {
      checked(table::end);
    }
    out.flush();
  }

  /** How many rows there were, shown or not. */
  public long rows() {
    return rows;
  }

  private static void checked(Runnable lines) throws IOException {
    try {
      lines.run();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void line(TextOut out, String line) {
    try {
      out.write(line);
      out.write("\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
