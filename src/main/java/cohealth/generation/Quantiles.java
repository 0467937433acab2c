package cohealth.generation;

import java.util.List;

/**
 * A distribution, given by its quantiles and straight between them. No logarithm and no root: those
 * differ between machines.
 */
public final class Quantiles {
  /** The share of the last point: all. */
  public static final int WHOLE = 1_000_000;

  private final int[] shares;
  private final int[] values;

  /**
   * The distribution through these points.
   *
   * @param points of each how many of a million values are below it, and it; from 0 to {@link
   *     #WHOLE}, both growing
   */
  public Quantiles(List<List<Integer>> points) {
    shares = points.stream().mapToInt(point -> point.get(0)).toArray();
    values = points.stream().mapToInt(point -> point.get(1)).toArray();
    boolean grows = shares.length > 1 && shares[0] == 0 && shares[shares.length - 1] == WHOLE;
    for (int i = 1; grows && i < shares.length; i++) {
      grows = shares[i] > shares[i - 1] && values[i] >= values[i - 1];
    }
    if (!grows) {
      throw new IllegalArgumentException("quantiles must grow from 0 to " + WHOLE + ": " + points);
    }
  }

  /** A random value of this distribution. */
  int draw(Draws draws) {
    long bits = draws.next() >>> 24; // 40 bits: the place within the million, and below its unit
    int share = (int) ((bits * WHOLE) >>> 40);
    int low = 0;
    int high = shares.length - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (shares[middle] <= share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    long from = ((long) shares[low] << 20) / WHOLE;
    long to = ((long) shares[high] << 20) / WHOLE;
    long place = Math.max(0, Math.min((bits >>> 20) - from, to - from));
    return (int) (values[low] + (long) (values[high] - values[low]) * place / (to - from));
  }
}
