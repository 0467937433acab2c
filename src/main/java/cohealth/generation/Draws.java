package cohealth.generation;

/**
 * Random numbers by the algorithm SplitMix64, written out here because the one of the Java library
 * may change. Each thing that is made (a household, a claim) has draws of its own, found by its
 * number, so that it can be made alone and in any order.
 */
final class Draws {
  /** What draws are for; different uses of one seed have nothing to do with one another. */
  enum Use {
    HOUSEHOLD,
    CLAIM,
    REFUND,
    SHUFFLE
  }

  private static final long GAMMA = 0x9E3779B97F4A7C15L;
  private static final int PERCENT = 100;
  private static final int PER_MILLE = 1000;

  private long state;

  /** Goes to the draws of one thing. */
  Draws at(long seed, Use use, long number) {
    state = mix(mix(seed + GAMMA * (use.ordinal() + 1)) + GAMMA * number);
    return this;
  }

  /** 64 random bits. */
  long next() {
    state += GAMMA;
    return mix(state);
  }

  /** A number from 0 on and below the bound, which is above 0. */
  int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** A number from the first to the last one, both possible. */
  int between(int first, int last) {
    return first + below(last - first + 1);
  }

  /** True in so many of a hundred. */
  boolean percent(int percent) {
    return below(PERCENT) < percent;
  }

  /** True in so many of a thousand. */
  boolean perMille(int perMille) {
    return below(PER_MILLE) < perMille;
  }

  /** Bits in which every bit depends on every bit of the argument. */
  static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
