package cohealth.settlement;

/**
 * How the pool split the eligible amount, before later payers took of the parts; with what it paid
 * the first four add up to what reached it.
 *
 * @param enteredFen what entered the rate step: behind deductible and expense caps
 */
public record Split(
    long deductibleFen, long copayFen, long overCapFen, long deniedFen, long enteredFen) {
  /** Nothing was split: the claim ended before the pool. */
  public static final Split NONE = new Split(0, 0, 0, 0, 0);

  /** The parts that the pool did not pay. */
  long sumFen() {
    return deductibleFen + copayFen + overCapFen + deniedFen;
  }

  boolean anyNegative() {
    return (deductibleFen | copayFen | overCapFen | deniedFen | enteredFen) < 0;
  }

  Split negated() {
    return new Split(-deductibleFen, -copayFen, -overCapFen, -deniedFen, -enteredFen);
  }
}
