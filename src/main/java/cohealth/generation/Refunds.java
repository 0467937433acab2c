package cohealth.generation;

import cohealth.generation.Draws.Use;

/**
 * Which rows take back which. The rows are cut into parts; each part has one refund and one claim
 * that is taken back, in a later part. Which part's claim a part takes back is a permutation within
 * blocks of parts, moved by some days. So every refund has another claim, and none needs a memory.
 */
final class Refunds {
  private static final int PER_MILLE = 1000;
  private static final long NO_ROW = -1;

  private final long seed;
  private final long rows;
  private final long parts;
  private final long block;
  private final long delay;

  Refunds(Population population, long seed, long rows) {
    this.seed = seed;
    this.rows = rows;
    this.parts = rows * population.care().refundPerMille() / PER_MILLE;
    long days = population.lastDay() - population.firstDay() + 1L;
    Population.Range after = population.care().refundAfterDays();
    long spread = (after.last() - after.first()) * parts / days / 2;
    this.block = Long.highestOneBit(Math.max(1, spread));
    this.delay = Math.max(1, (after.first() * parts + days - 1) / days) + block - 1;
  }

  /** The row that this row takes back; negative when it is a claim of its own. */
  long original(long row, Draws draws) {
    if (parts == 0) {
      return NO_ROW;
    }
    long part = part(row);
    long start = start(part);
    draws.at(seed, Use.REFUND, part);
    int length = (int) (start(part + 1) - start);
    if (row != start + draws.below(length)) {
      return NO_ROW;
    }
    long taken = taken(part, draws) - delay;
    if (taken < 0) {
      return NO_ROW;
    }
    long from = start(taken);
    int size = (int) (start(taken + 1) - from);
    draws.at(seed, Use.REFUND, taken);
    int refund = draws.below(size);
    int place = draws.below(size - 1); // any but that of the refund
    return from + (place < refund ? place : place + 1);
  }

  /** The part whose turn it is in the block's permutation: x → odd · x + constant. */
  private long taken(long part, Draws draws) {
    long base = part & -block;
    long bits = draws.at(seed, Use.REFUND, ~base).next();
    return base | ((part * ((bits >>> 32) | 1) + bits) & (block - 1));
  }

  private long part(long row) {
    long part = row * parts / rows;
    return start(part + 1) <= row ? part + 1 : part;
  }

  /** The first row of a part. */
  private long start(long part) {
    return part * rows / parts;
  }
}
