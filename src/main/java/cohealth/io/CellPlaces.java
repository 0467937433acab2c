package cohealth.io;

import java.util.Arrays;

/**
 * Where cells begin, in a queue between the guard, which sees the characters first, and the rows,
 * which come out of the tokenizer later. One {@code long} for each cell: line, column, whether it
 * begins a row, whether it is quoted.
 */
final class CellPlaces {
  private static final int LINE_SHIFT = 32;
  private static final int COLUMN_SHIFT = 2;
  private static final long FIRST = 1;
  private static final long QUOTED = 2;

  private long[] ring = new long[1024];
  private int head;
  private int size;

  static int line(long place) {
    return (int) (place >>> LINE_SHIFT);
  }

  static int column(long place) {
    return (int) place >>> COLUMN_SHIFT;
  }

  static boolean isFirst(long place) {
    return (place & FIRST) != 0;
  }

  static boolean isQuoted(long place) {
    return (place & QUOTED) != 0;
  }

  void add(int line, int column, boolean first) {
    if (size == ring.length) {
      long[] larger = Arrays.copyOfRange(ring, head, head + 2 * size);
      System.arraycopy(ring, 0, larger, size - head, head);
      ring = larger;
      head = 0;
    }
    ring[head + size & ring.length - 1] =
        (long) line << LINE_SHIFT | (long) column << COLUMN_SHIFT | (first ? FIRST : 0);
    size++;
  }

  /** The cell added last begins with a quote. */
  void quoteLast() {
    ring[head + size - 1 & ring.length - 1] |= QUOTED;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** The next cell's place, without taking it. */
  long peek() {
    return ring[head];
  }

  long take() {
    long place = ring[head];
    head = head + 1 & ring.length - 1;
    size--;
    return place;
  }
}
