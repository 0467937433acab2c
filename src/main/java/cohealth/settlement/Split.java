package cohealth.settlement;

/**
 * How the pool split the eligible amount, before later payers took of the parts; with what it paid
 * they add up to what reached it.
 */
public record Split(long deductibleFen, long copayFen, long overCapFen, long deniedFen) {
  /** Nothing was split: the claim ended before the pool. */
  public static final Split NONE = new Split(0, 0, 0, 0);

  Split negated() {
    return new Split(-deductibleFen, -copayFen, -overCapFen, -deniedFen);
  }
}
