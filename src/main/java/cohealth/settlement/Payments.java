package cohealth.settlement;

import cohealth.money.Fen;

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
        Fen.sum(poolFen, other.poolFen),
        Fen.sum(supplementFen, other.supplementFen),
        Fen.sum(ownPriorFen, other.ownPriorFen),
        Fen.sum(ownCurrentFen, other.ownCurrentFen),
        Fen.sum(ownWalletFen, other.ownWalletFen),
        Fen.sum(familyFen, other.familyFen),
        Fen.sum(cashFen, other.cashFen));
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

  boolean anyNegative() {
    long signs =
        poolFen | supplementFen | ownPriorFen | ownCurrentFen | ownWalletFen | familyFen | cashFen;
    return signs < 0;
  }

  /** Whether these are exactly the negated amounts of the others. */
  boolean negates(Payments other) {
    return poolFen + other.poolFen == 0
        && supplementFen + other.supplementFen == 0
        && ownPriorFen + other.ownPriorFen == 0
        && ownCurrentFen + other.ownCurrentFen == 0
        && ownWalletFen + other.ownWalletFen == 0
        && familyFen + other.familyFen == 0
        && cashFen + other.cashFen == 0;
  }
}
