package cohealth.settlement;

import cohealth.ledger.BrokenInvariant;

/** Who paid how much of a claim; a reversal has the negated amounts. */
public record Payments(
    long poolFen,
    long supplementFen,
    long ownPriorFen,
    long ownCurrentFen,
    long ownWalletFen,
    long familyFen,
    long cashFen) {

  /** All in cash. */
  static Payments allCash(long totalFen) {
    return new Payments(0, 0, 0, 0, 0, 0, totalFen);
  }

  /** What all paid together. */
  public long sumFen() {
    return poolFen
        + supplementFen
        + ownPriorFen
        + ownCurrentFen
        + ownWalletFen
        + familyFen
        + cashFen;
  }

  /** Both together. */
  public Payments plus(Payments other) {
    return new Payments(
        Math.addExact(poolFen, other.poolFen),
        Math.addExact(supplementFen, other.supplementFen),
        Math.addExact(ownPriorFen, other.ownPriorFen),
        Math.addExact(ownCurrentFen, other.ownCurrentFen),
        Math.addExact(ownWalletFen, other.ownWalletFen),
        Math.addExact(familyFen, other.familyFen),
        Math.addExact(cashFen, other.cashFen));
  }

  /** What the patient's own purses paid together. */
  public long ownFen() {
    return ownPriorFen + ownCurrentFen + ownWalletFen;
  }

  Payments negated() {
    return new Payments(
        -poolFen,
        -supplementFen,
        -ownPriorFen,
        -ownCurrentFen,
        -ownWalletFen,
        -familyFen,
        -cashFen);
  }

  /** The parts add up to the total and none is negative (rules: section 10, 1). */
  Payments checked(long totalFen) {
    long anyNegative =
        poolFen | supplementFen | ownPriorFen | ownCurrentFen | ownWalletFen | familyFen | cashFen;
    if (anyNegative < 0 || sumFen() != totalFen) {
      throw new BrokenInvariant("the parts of a claim add up to its total");
    }
    return this;
  }
}
