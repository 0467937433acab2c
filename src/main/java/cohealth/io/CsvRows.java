package cohealth.io;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table one after the other, each cell with its text and its place. The text comes
 * from the tokenizer, the place from the {@link CsvGuard}; both must count the same cells.
 */
final class CsvRows implements TableRows {
  private final CsvGuard guard;
  private final CellPlaces places = new CellPlaces();
  private final CsvParser parser;
  private String[] cells = new String[32];
  private long[] starts = new long[32];
  private int size;
  private long taken;
  private boolean blank;
  private boolean held;
  private int blanksLeft;
  private int blankLine;

  CsvRows(Reader in, char delimiter) throws IOException {
    this(in, delimiter, 1);
  }

  /** The rows of a text that begins with the line with the number. */
  CsvRows(Reader in, char delimiter, int line) throws IOException {
    guard = new CsvGuard(in, delimiter, places, line);
    parser = new CsvFactory().createParser(guard); // without columns each record is an array
    parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(delimiter));
  }

  @Override
  public boolean next() throws IOException {
    if (blanksLeft > 0) {
      blanksLeft--;
      blankLine++;
      return true;
    }
    blank = false;
    if (held) {
      held = false;
      return true;
    }
    int blanks = 0;
    int firstBlankLine = 0;
    while (read()) {
      if (!onlyBlank()) {
        if (blanks > 0) {
          held = true;
          blank = true;
          blanksLeft = blanks - 1;
          blankLine = firstBlankLine;
        }
        return true;
      }
      if (blanks++ == 0) {
        firstBlankLine = CellPlaces.line(starts[0]);
      }
    }
    return false;
  }

  @Override
  public CsvGuard.@Nullable Fault fault() {
    return guard.fault();
  }

  @Override
  public boolean lastLineOpen() {
    return guard.lastLineOpen();
  }

  @Override
  public boolean isBlank() {
    return blank;
  }

  @Override
  public int size() {
    return blank ? 0 : size;
  }

  @Override
  public int line() {
    return blank ? blankLine : CellPlaces.line(starts[0]);
  }

  @Override
  public String cell(int index) {
    return cells[index];
  }

  @Override
  public int line(int index) {
    return CellPlaces.line(starts[index]);
  }

  @Override
  public int column(int index) {
    return CellPlaces.column(starts[index]);
  }

  @Override
  public boolean isQuoted(int index) {
    return CellPlaces.isQuoted(starts[index]);
  }

  @Override
  public void close() throws IOException {
    parser.close();
    guard.close();
  }

  private boolean onlyBlank() {
    for (int i = 0; i < size; i++) {
      if (CellPlaces.isQuoted(starts[i]) || !isBlankText(cells[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBlankText(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != ' ' && text.charAt(i) != '\t') {
        return false;
      }
    }
    return true;
  }

  /** Reads one row with the places of its cells. */
  private boolean read() throws IOException {
    if (!tokenize() || taken == guard.completeRows()) {
      return false; // a row that the guard did not walk to its end is no row
    }
    taken++;
    for (int i = 0; i < size; i++) {
      if (places.isEmpty() || CellPlaces.isFirst(places.peek()) != (i == 0)) {
        throw outOfStep();
      }
      starts[i] = places.take();
    }
    if (!places.isEmpty() && !CellPlaces.isFirst(places.peek())) {
      throw outOfStep();
    }
    return true;
  }

  private boolean tokenize() throws IOException {
    size = 0;
    try {
      JsonToken token = parser.nextToken();
      if (token == null) {
        return false;
      }
      while (true) {
        token = parser.nextToken();
        if (token == null || token == JsonToken.END_ARRAY) {
          break;
        }
        if (size == cells.length) {
          cells = Arrays.copyOf(cells, 2 * size);
          starts = Arrays.copyOf(starts, 2 * size);
        }
        cells[size++] = parser.getText();
      }
    } catch (JsonEOFException e) {
      return false; // the guard ended the text inside quotes and knows why
    } catch (JsonParseException e) {
      if (guard.fault() != null) {
        return false;
      }
      throw e;
    }
    if (size == 0) {
      cells[size++] = "";
    }
    return true;
  }

  private IllegalStateException outOfStep() {
    return new IllegalStateException("tokenizer and guard count different cells in row " + taken);
  }
}
