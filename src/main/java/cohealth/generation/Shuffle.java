package cohealth.generation;

/**
 * A permutation of row numbers that needs no memory: a Feistel network over the next power of four,
 * repeated until the number is that of a row (cycle walking).
 */
final class Shuffle {
  private static final int ROUNDS = 4;

  private final long rows;
  private final int half;
  private final long mask;
  private final long[] keys = new long[ROUNDS];

  Shuffle(long seed, long rows) {
    this.rows = rows;
    int bits = Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, rows - 1));
    this.half = (bits + 1) / 2;
    this.mask = (1L << half) - 1;
    Draws draws = new Draws().at(seed, Draws.Use.SHUFFLE, 0);
    for (int i = 0; i < ROUNDS; i++) {
      keys[i] = draws.next();
    }
  }

  /** The row that stands at this place. */
  long row(long place) {
    long row = place;
    do {
      row = permuted(row);
    } while (row >= rows);
    return row;
  }

  private long permuted(long number) {
    long left = number >>> half;
    long right = number & mask;
    for (long key : keys) {
      long next = left ^ (Draws.mix(right + key) & mask);
      left = right;
      right = next;
    }
    return (left << half) | right;
  }
}
