package cohealth.comparison;

import cohealth.settlement.Payments;

/** What each payer paid of several claims, in fen; a difference may be negative. */
public record PayerSums(
    long poolFen, long supplementFen, long ownFen, long familyFen, long cashFen) {
  /** Nothing. */
  public static final PayerSums NONE = new PayerSums(0, 0, 0, 0, 0);

  /** Those of one claim. */
  public static PayerSums of(Payments paid) {
    return new PayerSums(
        paid.poolFen(), paid.supplementFen(), paid.ownFen(), paid.familyFen(), paid.cashFen());
  }

  /** What one of them paid. */
  public long fen(PaidBy payer) {
    return switch (payer) {
      case POOL -> poolFen;
      case SUPPLEMENT -> supplementFen;
      case OWN -> ownFen;
      case FAMILY -> familyFen;
      case CASH -> cashFen;
    };
  }

  /** What all paid together. */
  public long sumFen() {
    return plusExact(plusExact(poolFen, supplementFen), plusExact(ownFen, familyFen), cashFen);
  }

  /** Both together. */
  public PayerSums plus(PayerSums other) {
    return new PayerSums(
        Math.addExact(poolFen, other.poolFen),
        Math.addExact(supplementFen, other.supplementFen),
        Math.addExact(ownFen, other.ownFen),
        Math.addExact(familyFen, other.familyFen),
        Math.addExact(cashFen, other.cashFen));
  }

  /** This without the other. */
  public PayerSums minus(PayerSums other) {
    return new PayerSums(
        Math.subtractExact(poolFen, other.poolFen),
        Math.subtractExact(supplementFen, other.supplementFen),
        Math.subtractExact(ownFen, other.ownFen),
        Math.subtractExact(familyFen, other.familyFen),
        Math.subtractExact(cashFen, other.cashFen));
  }

  private static long plusExact(long... fen) {
    long sum = 0;
    for (long each : fen) {
      sum = Math.addExact(sum, each);
    }
    return sum;
  }
}
