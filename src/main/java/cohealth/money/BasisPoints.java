package cohealth.money;

import cohealth.text.RowText;
import org.jspecify.annotations.Nullable;

/** Rates as whole basis points (0.0001) in an {@code int}; 10000 is all. */
public final class BasisPoints {
  /** The whole: 100 %. */
  public static final int ONE = 10_000;

  private BasisPoints() {}

  /**
   * Reads a rate written as per cent with at most two decimals, as {@code 62.5%}, with a leading
   * minus where {@code signed}; null when it is not one or is beyond 100 %.
   */
  public static @Nullable Integer parse(String text, boolean signed) {
    boolean negative = signed && text.startsWith("-");
    String digits = negative ? text.substring(1) : text;
    if (!digits.endsWith("%")) {
      return null;
    }
    long hundredths = AmountText.fen(digits.substring(0, digits.length() - 1));
    if (hundredths == AmountText.INVALID || hundredths > ONE) {
      return null;
    }
    return (int) (negative ? -hundredths : hundredths);
  }

  /** The rate as a fraction with four decimals, as {@code 0.6000}. */
  public static String text(int basisPoints) {
    RowText out = new RowText();
    append(out, basisPoints);
    return out.toString();
  }

  /** Appends {@link #text(int)} without making a string. */
  public static void append(RowText out, int basisPoints) {
    out.append(basisPoints == ONE ? "1." : "0.");
    out.appendTwo(basisPoints / 100 % 100).appendTwo(basisPoints % 100);
  }

  /** The rate as policies write it: {@code 62.5%}, with a leading minus when it is negative. */
  public static String percent(int basisPoints) {
    int whole = Math.abs(basisPoints) / 100;
    int hundredths = Math.abs(basisPoints) % 100;
    String decimals = hundredths == 0 ? "" : "." + Integer.toString(100 + hundredths).substring(1);
    String shortest = hundredths % 10 == 0 && hundredths != 0 ? decimals.substring(0, 2) : decimals;
    return (basisPoints < 0 ? "-" : "") + whole + shortest + "%";
  }

  /**
   * A part as a share of a whole, rounded half up to a whole basis point; digit by digit, since the
   * product of an amount and 10000 may not fit.
   */
  public static int ratio(long partFen, long wholeFen) {
    if (partFen < 0 || partFen > wholeFen || wholeFen == 0) {
      throw new IllegalArgumentException("share of a whole");
    }
    long share = partFen / wholeFen;
    long rest = partFen % wholeFen;
    for (int scale = ONE; scale > 1; scale /= 10) {
      share = share * 10 + rest * 10 / wholeFen;
      rest = rest * 10 % wholeFen;
    }
    return Math.toIntExact(share + Rounding.HALF_UP.divide(rest, wholeFen));
  }

  /**
   * A rate changed for off-site care: points are added, then the factor applied; the result is
   * rounded half up to a whole basis point and kept within 0 and 100 % (rules: section 1).
   */
  public static int adjust(int rate, int points, int factor) {
    long product = (long) (rate + points) * factor;
    long rounded = Rounding.HALF_UP.divide(Math.max(product, 0), ONE);
    return (int) Math.min(ONE, rounded);
  }
}
