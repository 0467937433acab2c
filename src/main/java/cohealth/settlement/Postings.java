package cohealth.settlement;

import cohealth.ledger.Ledger;
import cohealth.ledger.Posting;
import cohealth.money.Fen;
import cohealth.person.Purse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The movements of a reversal: those of its claim with the other sign. */
final class Postings {
  private Postings() {}

  /** The movements that giving the claim back will make; the ledger is not changed by this. */
  static List<Posting> givingBack(Past target, Ledger ledger) {
    List<Posting> back = new ArrayList<>();
    for (Posting taken : target.postings()) {
      Purse purse = purseNow(taken, target, ledger);
      long after = purse == null ? Fen.NONE : ledger.balanceFen(taken.holder(), purse);
      if (purse != null) {
        after -= taken.amountFen();
        for (Posting earlier : back) {
          if (earlier.holder() == taken.holder() && Objects.equals(earlier.purse(), purse)) {
            after += earlier.amountFen();
          }
        }
      }
      back.add(
          new Posting(
              taken.account(),
              taken.holder(),
              purse,
              taken.fund(),
              taken.component(),
              -taken.amountFen(),
              after));
    }
    return back;
  }

  private static @Nullable Purse purseNow(Posting taken, Past target, Ledger ledger) {
    Purse purse = taken.purse();
    return purse == null
        ? null
        : ledger.purseNow(taken.holder(), purse, target.taken().yearsStartedFor(taken.holder()));
  }
}
