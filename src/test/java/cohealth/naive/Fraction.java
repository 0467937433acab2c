package cohealth.naive;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact fraction. The naive model computes with nothing else until it rounds. */
record Fraction(BigInteger over, BigInteger under) implements Comparable<Fraction> {
  static final Fraction ZERO = of(0);
  static final Fraction ONE = of(1);
  private static final Fraction HALF = ONE.dividedBy(of(2));

  Fraction {
    if (!under.equals(BigInteger.ONE)) {
      BigInteger common = over.gcd(under);
      if (under.signum() < 0) {
        common = common.negate();
      }
      over = over.divide(common);
      under = under.divide(common);
    }
  }

  static Fraction of(long whole) {
    return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
  }

  /** {@code "62.5%"} as 625/1000. */
  static Fraction percent(String text) {
    BigDecimal percent = new BigDecimal(text.substring(0, text.length() - 1));
    return new Fraction(
        percent.movePointRight(2).toBigIntegerExact(), BigInteger.valueOf(100 * 100));
  }

  Fraction plus(Fraction other) {
    return new Fraction(
        over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
  }

  Fraction minus(Fraction other) {
    return plus(other.times(of(-1)));
  }

  Fraction times(Fraction other) {
    return new Fraction(over.multiply(other.over), under.multiply(other.under));
  }

  Fraction dividedBy(Fraction other) {
    return new Fraction(over.multiply(other.under), under.multiply(other.over));
  }

  Fraction atMost(Fraction other) {
    return compareTo(other) <= 0 ? this : other;
  }

  boolean isPositive() {
    return over.signum() > 0;
  }

  /** Whether it lies exactly half way between two whole numbers. */
  boolean isHalf() {
    return minus(of(round(RoundingMode.FLOOR))).equals(HALF);
  }

  boolean isWhole() {
    return under.equals(BigInteger.ONE);
  }

  long round(RoundingMode mode) {
    return new BigDecimal(over).divide(new BigDecimal(under), 0, mode).longValueExact();
  }

  @Override
  public int compareTo(Fraction other) {
    return over.multiply(other.under).compareTo(other.over.multiply(under));
  }
}
