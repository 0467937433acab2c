package cohealth.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts the bytes of a table into rows and does not look into them: each is a line, or several where
 * a quote holds line ends. For those who hand rows on to others; what a row means is said by the
 * readers of the tables. In every encoding that is read a line end and a quote are the one byte
 * that they are in ASCII, and no other character has it.
 */
public final class RawRows {
  private static final int ROOM = 1 << 16;

  /** Beyond the longest row that is accepted, so that its reader finds it too long. */
  private static final int LONGEST = 8 * CsvGuard.LONGEST_ROW;

  private final InputStream in;
  private final boolean joined;
  private byte[] bytes = new byte[ROOM];
  private int filled;
  private int from;
  private int next;
  private int lines;
  private boolean oddQuotes;
  private boolean open;
  private long offset;

  /**
   * The rows of a stream.
   *
   * @param joined a quote may hold line ends; false: every line is a row
   */
  public RawRows(InputStream in, boolean joined) {
    this.in = in;
    this.joined = joined;
  }

  /** Goes to the next row; false at the end. */
  public boolean next() throws IOException {
    from = next;
    lines = 0;
    oddQuotes = false;
    open = false;
    int i = from;
    while (true) {
      if (i == filled) {
        int done = i - from;
        boolean more = fill();
        i = from + done;
        if (!more) {
          break;
        }
      }
      byte b = bytes[i++];
      if (b == '"') {
        oddQuotes = !oddQuotes;
      } else if (b == '\n') {
        lines++;
        if (!joined || !oddQuotes || i - from > LONGEST) {
          next = i;
          return true;
        }
      }
    }
    next = filled;
    if (next == from) {
      return false;
    }
    open = bytes[filled - 1] != '\n';
    if (open) {
      lines++;
      bytes = filled == bytes.length ? Arrays.copyOf(bytes, filled + 1) : bytes;
      bytes[filled] = '\n'; // behind what was read: the end has been seen
    }
    return true;
  }

  /** Holds the row, from {@link #from} to {@link #to}, until the next one. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where the row begins. */
  public int from() {
    return from;
  }

  /** Behind the row and its line end; a last line that has none is given one. */
  public int to() {
    return open ? next + 1 : next;
  }

  /** Where the row begins in the stream. */
  public long offset() {
    return offset + from;
  }

  /** How many lines the row has. */
  public int lines() {
    return lines;
  }

  /** Whether the row has an odd number of quotes, so that it does not end where it seems to. */
  public boolean hasOddQuotes() {
    return oddQuotes;
  }

  /** Whether it is the last line and has no line end. */
  public boolean isOpen() {
    return open;
  }

  /** Whether there is nothing in it but blanks and what is between cells. */
  public boolean isBlank(char delimiter) {
    for (int i = from; i < next; i++) {
      byte b = bytes[i];
      if (b != delimiter && b != ' ' && b != '\t' && b != '\r' && b != '\n') {
        return false;
      }
    }
    return true;
  }

  private boolean fill() throws IOException {
    if (from > 0) {
      System.arraycopy(bytes, from, bytes, 0, filled - from);
      offset += from;
      filled -= from;
      from = 0;
    }
    if (filled == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * filled);
    }
    int count = in.read(bytes, filled, bytes.length - filled);
    filled += Math.max(0, count);
    return count > 0;
  }
}
