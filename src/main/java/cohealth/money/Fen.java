package cohealth.money;

import cohealth.text.RowText;

/**
 * Money as whole fen (0.01 yuan) in a {@code long}. There is no wrapper type: fields and variables
 * carry {@code Fen} in their names.
 */
public final class Fen {
  /** Means "no amount": no limit, nothing given. Real amounts of this kind are never negative. */
  public static final long NONE = -1;

  private Fen() {}

  /**
   * Both amounts together.
   *
   * @throws SumTooLarge when that is beyond all that can be counted
   */
  public static long sum(long fen, long otherFen) {
    long sum = fen + otherFen;
    if (((fen ^ sum) & (otherFen ^ sum)) < 0) {
      throw new SumTooLarge();
    }
    return sum;
  }

  /** The amount in yuan with exactly two decimals, as {@code -12.05}. */
  public static String text(long fen) {
    RowText out = new RowText(24);
    append(out, fen);
    return out.toString();
  }

  /** Appends {@link #text(long)} without making a string. */
  public static void append(RowText out, long fen) {
    out.appendHundredths(fen);
  }
}
