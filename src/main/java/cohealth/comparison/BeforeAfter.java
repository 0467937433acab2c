package cohealth.comparison;

/** What payers paid under the baseline and under the reform. */
public record BeforeAfter(PayerSums before, PayerSums after) {
  /** The reform less the baseline. */
  public PayerSums difference() {
    return after.minus(before);
  }
}
