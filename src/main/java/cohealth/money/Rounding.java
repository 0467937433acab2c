package cohealth.money;

/**
 * How an exact payment becomes whole fen (rules: section 1). Only non-negative values are rounded.
 */
public enum Rounding {
  /** A half goes up; the default. */
  HALF_UP,
  /** A half goes to the even neighbour. */
  HALF_EVEN,
  /** Toward zero. */
  DOWN,
  /** Away from zero. */
  UP;

  /** {@code numerator / denominator} as a whole number; numerator from 0, denominator from 1. */
  public long divide(long numerator, long denominator) {
    if (numerator < 0 || denominator < 1) {
      throw new IllegalArgumentException("rounding " + numerator + "/" + denominator);
    }
    long quotient = numerator / denominator;
    long remainder = numerator % denominator;
    return roundsUp(quotient, Long.compare(remainder, denominator - remainder), remainder != 0)
        ? Math.addExact(quotient, 1)
        : quotient;
  }

  /**
   * Whether a value between {@code quotient} and the next whole number becomes the next one.
   *
   * @param toHalf the sign of (what is left − one half)
   * @param inexact whether anything is left at all
   */
  boolean roundsUp(long quotient, int toHalf, boolean inexact) {
    return switch (this) {
      case HALF_UP -> toHalf >= 0;
      case HALF_EVEN -> toHalf > 0 || (toHalf == 0 && (quotient & 1) == 1);
      case DOWN -> false;
      case UP -> inexact;
    };
  }
}
