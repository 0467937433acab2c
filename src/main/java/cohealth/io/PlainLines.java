package cohealth.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a UTF-8 table whose lines are plain: no quote, no control character, nothing of great
 * length, no blank row. From the first line on that is not, {@link CsvRows} reads the rest.
 */
final class PlainLines implements TableRows {
  private static final int ROOM = 1 << 16;
  private static final int LONGEST_LINE = CsvGuard.LONGEST_CELL;

  private final InputStream in;
  private final char delimiter;
  private byte[] bytes;
  private int from;
  private int filled;
  private long offset;
  private int line;
  private int lineEnd;
  private int next;
  private int[] ends = new int[32];
  private int size;
  private boolean ended;
  private boolean lastLineOpen;
  private @Nullable CsvRows rest;

  /**
   * The lines of a stream.
   *
   * @param offset of the stream's first byte in its file
   * @param line of its first byte, from 1
   */
  PlainLines(InputStream in, char delimiter, long offset, int line) {
    this.in = in;
    this.delimiter = delimiter;
    this.bytes = new byte[ROOM];
    this.offset = offset;
    this.line = line - 1;
  }

  /** The lines in some bytes, of which the first is the line with the number. */
  PlainLines(byte[] bytes, int from, int to, char delimiter, int line) {
    this.in = InputStream.nullInputStream();
    this.delimiter = delimiter;
    this.bytes = Arrays.copyOfRange(bytes, from, to);
    this.filled = to - from;
    this.line = line - 1;
  }

  /** Whether tables with the delimiter can be read here. */
  static boolean canRead(char delimiter) {
    return delimiter < 0x80 && (delimiter >= 0x20 || delimiter == '\t');
  }

  /** Where the next line begins in the file; -1 when it is not known any more. */
  long nextOffset() {
    return rest == null ? offset + next : -1;
  }

  @Override
  public boolean next() throws IOException {
    if (rest != null) {
      return rest.next();
    }
    if (ended || !findLine()) {
      ended = true;
      return false;
    }
    line++;
    if (!split()) {
      rest = rest();
      return rest.next();
    }
    return true;
  }

  @Override
  public CsvGuard.@Nullable Fault fault() {
    return rest == null ? null : rest.fault();
  }

  @Override
  public boolean lastLineOpen() {
    return rest == null ? lastLineOpen : rest.lastLineOpen();
  }

  @Override
  public boolean isBlank() {
    return rest != null && rest.isBlank();
  }

  @Override
  public int size() {
    return rest == null ? size : rest.size();
  }

  @Override
  public int line() {
    return rest == null ? line : rest.line();
  }

  @Override
  public String cell(int index) {
    if (rest != null) {
      return rest.cell(index);
    }
    int start = start(index);
    int length = ends[index] - start;
    return length == 0 ? "" : new String(bytes, start, length, StandardCharsets.UTF_8);
  }

  @Override
  public int line(int index) {
    return rest == null ? line : rest.line(index);
  }

  @Override
  public int column(int index) {
    if (rest != null) {
      return rest.column(index);
    }
    int column = 1;
    for (int i = from; i < start(index); i++) {
      column += (bytes[i] & 0xC0) == 0x80 ? 0 : 1; // one for each character, not for each byte
    }
    return column;
  }

  @Override
  public boolean isQuoted(int index) {
    return rest != null && rest.isQuoted(index);
  }

  @Override
  public void close() throws IOException {
    if (rest != null) {
      rest.close();
    }
    in.close();
  }

  private int start(int cell) {
    return cell == 0 ? from : ends[cell - 1] + 1;
  }

  /** Finds the next line, however long it is; false when there is none. */
  private boolean findLine() throws IOException {
    from = next;
    for (int i = from; ; i++) {
      if (i == filled) {
        i -= from;
        boolean more = i <= LONGEST_LINE && fill();
        i += from;
        if (!more) {
          lineEnd = filled;
          next = filled;
          lastLineOpen |= filled > from;
          return filled > from;
        }
      }
      if (bytes[i] == '\n') {
        lineEnd = i;
        next = i + 1;
        return true;
      }
    }
  }

  /** Reads on behind the line that has begun, which moves to the start of the room. */
  private boolean fill() throws IOException {
    int kept = filled - from;
    if (from > 0) {
      System.arraycopy(bytes, from, bytes, 0, kept);
      offset += from;
      from = 0;
    }
    if (kept == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * kept);
    }
    int count = in.read(bytes, kept, bytes.length - kept);
    filled = kept + Math.max(0, count);
    return count > 0;
  }

  /** Finds the cells of the line; false when it is not plain. */
  private boolean split() {
    int to = lineEnd;
    if (to > from && to < filled && bytes[to - 1] == '\r') {
      to--;
    }
    if (to - from > LONGEST_LINE) {
      return false;
    }
    size = 0;
    boolean blank = true;
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b == delimiter) {
        if (size + 1 == CsvGuard.MOST_COLUMNS) {
          return false;
        }
        if (size + 1 == ends.length) {
          ends = Arrays.copyOf(ends, 2 * ends.length);
        }
        ends[size++] = i;
      } else {
        if (b == '"' || b == '\r' || b == 0) {
          return false;
        }
        blank &= b == ' ' || b == '\t';
      }
    }
    ends[size++] = to;
    return !blank;
  }

  /** What the other reader makes of everything from this line on. */
  private CsvRows rest() throws IOException {
    InputStream bytesLeft = new ByteArrayInputStream(bytes, from, filled - from);
    return new CsvRows(
        new InputStreamReader(
            new SequenceInputStream(bytesLeft, in),
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)),
        delimiter,
        line);
  }
}
