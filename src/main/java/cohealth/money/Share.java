package cohealth.money;

/**
 * The exact sum of amounts times rates, rounded once at the end. It cannot overflow for any amounts
 * that {@link AmountText} reads: the whole yuan-hundreds and the remainders are kept apart.
 */
public final class Share {
  private long wholeFen;
  private long remainder; // in 1/10000 fen

  /** Starts anew. */
  public void clear() {
    wholeFen = 0;
    remainder = 0;
  }

  /** The share of one amount, rounded. */
  public static long of(long amountFen, int basisPoints, Rounding rounding) {
    Share share = new Share();
    share.add(amountFen, basisPoints);
    return share.roundedFen(rounding);
  }

  /** Adds {@code amountFen × rate}; neither is negative. */
  public void add(long amountFen, int basisPoints) {
    wholeFen =
        Math.addExact(
            wholeFen, Math.multiplyExact(amountFen / BasisPoints.ONE, (long) basisPoints));
    remainder += amountFen % BasisPoints.ONE * basisPoints;
  }

  /** The sum in whole fen. */
  public long roundedFen(Rounding rounding) {
    long whole = Math.addExact(wholeFen, remainder / BasisPoints.ONE);
    return rounding == Rounding.HALF_EVEN && (whole & 1) == 1
        ? whole
            - 1
            + rounding.divide(BasisPoints.ONE + remainder % BasisPoints.ONE, BasisPoints.ONE)
        : whole + rounding.divide(remainder % BasisPoints.ONE, BasisPoints.ONE);
  }
}
