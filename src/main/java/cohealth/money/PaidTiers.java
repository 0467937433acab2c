package cohealth.money;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.ZERO;

import java.math.BigInteger;
import java.util.List;

/**
 * Tiers whose boundaries are money already paid: the amount that fills a tier is a fraction of a
 * fen, which no {@code long} holds, so this rare case is computed with exact fractions of big
 * integers.
 */
public final class PaidTiers {
  private static final BigInteger WHOLE = BigInteger.valueOf(BasisPoints.ONE);

  private PaidTiers() {}

  /**
   * One tier.
   *
   * @param upToFen paid money up to which it reaches; the last has {@link Long#MAX_VALUE}
   */
  public record Tier(long upToFen, int basisPoints) {}

  /**
   * The payment for an amount, rounded once.
   *
   * @param paidFen what was paid before
   * @param enteringFen the amount that enters the rate step
   * @param touched gets the rate of each tier that a part of the amount fell into, in order
   */
  public static long paymentFen(
      long paidFen, long enteringFen, List<Tier> tiers, Rounding rounding, List<Integer> touched) {
    // What is left of the amount, and what is paid for the rest, as fractions of one denominator.
    BigInteger denominator = ONE;
    BigInteger left = BigInteger.valueOf(enteringFen);
    BigInteger payment = ZERO;
    long position = paidFen;
    for (Tier tier : tiers) {
      if (left.signum() == 0) {
        break;
      }
      if (tier.upToFen() <= position) {
        continue;
      }
      touched.add(tier.basisPoints());
      BigInteger rate = BigInteger.valueOf(tier.basisPoints());
      BigInteger room = BigInteger.valueOf(tier.upToFen() - position);
      // The rest fits when left × rate ≤ room.
      boolean fits =
          tier.upToFen() == Long.MAX_VALUE
              || left.multiply(rate).compareTo(room.multiply(denominator).multiply(WHOLE)) <= 0;
      if (fits) {
        payment = payment.multiply(WHOLE).add(left.multiply(rate));
        denominator = denominator.multiply(WHOLE);
        left = ZERO;
      } else {
        // room ÷ rate of the amount goes in here; bring all to the denominator × rate.
        payment = payment.add(room.multiply(denominator)).multiply(rate);
        left = left.multiply(rate).subtract(room.multiply(WHOLE).multiply(denominator));
        denominator = denominator.multiply(rate);
        position = tier.upToFen();
      }
    }
    return round(payment, denominator, rounding);
  }

  private static long round(BigInteger numerator, BigInteger denominator, Rounding rounding) {
    BigInteger[] parts = numerator.divideAndRemainder(denominator);
    int toHalf = parts[1].shiftLeft(1).compareTo(denominator);
    long whole = parts[0].longValueExact();
    return rounding.roundsUp(whole, toHalf, parts[1].signum() != 0)
        ? Math.addExact(whole, 1)
        : whole;
  }
}
