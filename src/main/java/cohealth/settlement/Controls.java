package cohealth.settlement;

import cohealth.event.Activity;
import cohealth.ledger.BrokenInvariant;
import cohealth.ledger.Invariant;
import cohealth.ledger.Ledger;

/**
 * The second book: what rows and payers say was moved, added up apart from the ledger, which must
 * have moved the same after every event; at the end the rows that were written must make the same
 * sums (rules: section 10). The sums may run over and are right all the same, since they are only
 * compared.
 */
final class Controls {
  private final Ledger ledger;
  // what was moved before this engine began
  private long movedFen;
  private long countedFen;
  private long usedFen;

  private long rows;
  private long totalFen;
  private long poolFen;
  private long supplementFen;
  private long ownPriorFen;
  private long ownCurrentFen;
  private long ownWalletFen;
  private long familyFen;
  private long cashFen;

  Controls(Ledger ledger) {
    this.ledger = ledger;
    movedFen = ledger.movedFen();
    countedFen = ledger.countedFen();
    usedFen = ledger.usedFen();
  }

  /** A payer counts on an accumulator, or gives back. */
  void counts(long fen) {
    countedFen += fen;
  }

  /** A payer uses an authorised amount, or gives back. */
  void uses(long fen) {
    usedFen += fen;
  }

  /** A row is settled. */
  void add(Settlement row) {
    Payments paid = row.payments();
    movedFen -= paid.ownFen() + paid.familyFen();
    rows++;
    totalFen += row.totalFen();
    poolFen += paid.poolFen();
    supplementFen += paid.supplementFen();
    ownPriorFen += paid.ownPriorFen();
    ownCurrentFen += paid.ownCurrentFen();
    ownWalletFen += paid.ownWalletFen();
    familyFen += paid.familyFen();
    cashFen += paid.cashFen();
    compare();
  }

  /** An activity is applied, or refused. */
  void add(ActivityResult result) {
    Activity activity = result.activity();
    if (activity instanceof Activity.Credit) {
      movedFen += result.amountFen();
    } else if (activity instanceof Activity.Premium) {
      movedFen -= result.amountFen();
    }
    compare();
  }

  /** Takes over what another engine settled of its people. */
  void absorb(Controls other) {
    movedFen += other.movedFen;
    countedFen += other.countedFen;
    usedFen += other.usedFen;
    rows += other.rows;
    totalFen += other.totalFen;
    poolFen += other.poolFen;
    supplementFen += other.supplementFen;
    ownPriorFen += other.ownPriorFen;
    ownCurrentFen += other.ownCurrentFen;
    ownWalletFen += other.ownWalletFen;
    familyFen += other.familyFen;
    cashFen += other.cashFen;
  }

  /** Whether rows with these sums are all that were settled. */
  boolean areOf(Payments paid, long billedFen, long count) {
    return rows == count
        && totalFen == billedFen
        && poolFen == paid.poolFen()
        && supplementFen == paid.supplementFen()
        && ownPriorFen == paid.ownPriorFen()
        && ownCurrentFen == paid.ownCurrentFen()
        && ownWalletFen == paid.ownWalletFen()
        && familyFen == paid.familyFen()
        && cashFen == paid.cashFen();
  }

  private void compare() {
    if (movedFen != ledger.movedFen()) {
      throw new BrokenInvariant(Invariant.PURSES_MOVE_AS_PAID);
    }
    if (countedFen != ledger.countedFen()) {
      throw new BrokenInvariant(Invariant.ACCUMULATORS_MOVE_AS_COUNTED);
    }
    if (usedFen != ledger.usedFen()) {
      throw new BrokenInvariant(Invariant.BINDINGS_MOVE_AS_USED);
    }
  }
}
