package cohealth.io;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the tokenizer and walks the same characters as a state machine of RFC 4180. It
 * notes where every cell begins, and ends the text at the first thing that a lenient tokenizer
 * would silently accept: NUL, a bare CR, wrong quotes, cells, rows and columns without end.
 */
final class CsvGuard extends Reader {
  static final int LONGEST_CELL = 1 << 16;
  static final int LONGEST_ROW = 1 << 20;
  static final int MOST_COLUMNS = 512;

  /** What ended the text. */
  record Fault(ProblemCode code, int line, int column, List<String> args) {
    Problem problem(String file) {
      return new Problem(code, file, line, column, null, args);
    }
  }

  private enum State {
    ROW_START,
    CELL_START,
    UNQUOTED,
    QUOTED,
    QUOTE_SEEN,
    AFTER_CR
  }

  private final Reader in;
  private final char delimiter;
  private final char lastSpecial;
  private final CellPlaces places;
  private State state = State.ROW_START;
  private long walked;
  private int line;
  private long lineStart;
  private int lowSurrogates;
  private long rowStart;
  private int rowLine;
  private int cells;
  private long cellStart;
  private int cellLine;
  private int cellColumn;
  private long completeRows;
  private boolean ended;
  private boolean lastLineOpen;
  private @Nullable Fault fault;

  CsvGuard(Reader in, char delimiter, CellPlaces places, int firstLine) {
    this.in = in;
    this.line = firstLine;
    this.rowLine = firstLine;
    this.delimiter = delimiter;
    this.lastSpecial = (char) Math.max(delimiter, '"');
    this.places = places;
  }

  /** What ended the text early, or null. */
  @Nullable Fault fault() {
    return fault;
  }

  /** How many rows were walked to their end; only these may be used. */
  long completeRows() {
    return completeRows;
  }

  /** Whether the text ended without a line end. */
  boolean lastLineOpen() {
    return lastLineOpen;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    if (ended || fault != null) {
      return -1;
    }
    int count = in.read(buffer, offset, length);
    if (count < 0) {
      ended = true;
      end();
      return -1;
    }
    int good = walk(buffer, offset, offset + count) - offset;
    walked += count;
    return fault != null && good == 0 ? -1 : good;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Walks the characters and returns the place of the first one that must not pass. */
  private int walk(char[] b, int from, int to) {
    long shift = walked - from;
    int i = from;
    while (i < to) {
      char c = b[i];
      if (state == State.AFTER_CR) {
        if (c != '\n') {
          return refuse(i, ProblemCode.BARE_CARRIAGE_RETURN, shift + i - 1);
        }
        startLine(shift + i + 1);
        state = State.ROW_START;
        i++;
        continue;
      }
      if (state == State.ROW_START) {
        rowStart = shift + i;
        rowLine = line;
        cells = 0;
        startCell(rowStart);
      }
      switch (state) {
        case CELL_START -> {
          if (c == '"') {
            places.quoteLast();
            state = State.QUOTED;
            i++;
          } else {
            state = State.UNQUOTED;
          }
        }
        case UNQUOTED -> {
          while (c > lastSpecial) {
            lowSurrogates += Character.isLowSurrogate(c) ? 1 : 0;
            if (++i == to) {
              return limits(to, shift + to);
            }
            c = b[i];
          }
          if (c == '"') {
            return refuse(i, ProblemCode.QUOTE_IN_CELL, shift + i);
          }
          if (!plain(c, shift + i)) {
            return i;
          }
          i++;
        }
        case QUOTED -> {
          while (c > '"') {
            lowSurrogates += Character.isLowSurrogate(c) ? 1 : 0;
            if (++i == to) {
              return limits(to, shift + to);
            }
            c = b[i];
          }
          if (c == '"') {
            state = State.QUOTE_SEEN;
          } else if (c == '\n') {
            startLine(shift + i + 1);
          } else if (c == 0) {
            return refuse(i, ProblemCode.NUL_CHARACTER, shift + i);
          }
          i++;
        }
        case QUOTE_SEEN -> {
          if (c == '"') {
            state = State.QUOTED;
          } else if (c != delimiter && c != '\n' && c != '\r') {
            return refuse(
                i, c == 0 ? ProblemCode.NUL_CHARACTER : ProblemCode.TEXT_AFTER_QUOTE, shift + i);
          } else if (!plain(c, shift + i)) {
            return i;
          }
          i++;
        }
        default -> throw new IllegalStateException(state.name());
      }
    }
    return limits(to, shift + to);
  }

  /** One character outside quotes that is no quote; false when it must not pass. */
  private boolean plain(char c, long at) {
    if (c == delimiter) {
      if (!endCell(at)) {
        return false;
      }
      if (cells == MOST_COLUMNS) {
        refuse(0, ProblemCode.TOO_MANY_COLUMNS, at + 1, Integer.toString(MOST_COLUMNS));
        return false;
      }
      startCell(at + 1);
    } else if (c == '\n' || c == '\r') {
      if (!endCell(at)) {
        return false;
      }
      completeRows++;
      if (c == '\n') {
        startLine(at + 1);
        state = State.ROW_START;
      } else {
        state = State.AFTER_CR;
      }
    } else if (c == 0) {
      refuse(0, ProblemCode.NUL_CHARACTER, at);
      return false;
    } else if (Character.isLowSurrogate(c)) {
      lowSurrogates++;
    }
    return true;
  }

  private void startLine(long at) {
    line++;
    lineStart = at;
    lowSurrogates = 0;
  }

  private void startCell(long at) {
    cellStart = at;
    cellLine = line;
    cellColumn = column(at);
    places.add(line, cellColumn, cells == 0);
    cells++;
    state = State.CELL_START;
  }

  private boolean endCell(long at) {
    if (at - cellStart > LONGEST_CELL + (state == State.QUOTE_SEEN ? 2 : 0)) {
      tooLong();
    } else if (at - rowStart > LONGEST_ROW) {
      tooBig();
    }
    return fault == null;
  }

  /** Looks at the limits of what is still open, so that nothing without an end is read on. */
  private int limits(int to, long at) {
    if (state == State.UNQUOTED || state == State.QUOTED) {
      if (at - cellStart > LONGEST_CELL + 2) {
        tooLong();
      } else if (at - rowStart > LONGEST_ROW) {
        tooBig();
      }
    }
    return to;
  }

  private void tooLong() {
    fault =
        new Fault(
            ProblemCode.CELL_TOO_LONG,
            cellLine,
            cellColumn,
            List.of(Integer.toString(LONGEST_CELL)));
  }

  private void tooBig() {
    fault = new Fault(ProblemCode.ROW_TOO_BIG, rowLine, 0, List.of(Integer.toString(LONGEST_ROW)));
  }

  private void end() {
    if (state == State.QUOTED) {
      fault = new Fault(ProblemCode.UNCLOSED_QUOTE, cellLine, cellColumn, List.of());
      return;
    }
    if (state == State.CELL_START || state == State.UNQUOTED || state == State.QUOTE_SEEN) {
      lastLineOpen = true;
      if (endCell(walked)) {
        completeRows++;
      }
    }
  }

  private int column(long at) {
    return (int) (at - lineStart) - lowSurrogates + 1;
  }

  /** What is too long is told first: where the buffers end must not decide which fault is found. */
  private int refuse(int index, ProblemCode code, long at, String... args) {
    if (at - cellStart > LONGEST_CELL + 2) {
      tooLong();
    } else if (at - rowStart > LONGEST_ROW) {
      tooBig();
    } else {
      fault = new Fault(code, line, column(at), List.of(args));
    }
    return index;
  }
}
