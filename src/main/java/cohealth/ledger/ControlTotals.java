package cohealth.ledger;

import cohealth.person.Purse;

/**
 * What all purses, accumulators and bindings of a ledger must hold together: what they held at the
 * opening and all that was moved since, as it was told. The sums may run over and are right all the
 * same, since they are only compared.
 */
final class ControlTotals {
  private static final int PRIOR = Purse.PRIOR.ordinal();
  private static final int CURRENT = Purse.CURRENT.ordinal();

  private final long[] purses = new long[Purse.values().length];
  private long moved;
  private long counted;
  private long used;

  /** A purse holds so much more at the opening; no movement. */
  void opened(int purse, long fen) {
    purses[purse] += fen;
  }

  /** Current-year money became prior-year money. */
  void rolledOver(long fen) {
    purses[CURRENT] -= fen;
    purses[PRIOR] += fen;
  }

  void purse(int purse, long delta) {
    purses[purse] += delta;
    moved += delta;
  }

  void accumulator(long delta) {
    counted += delta;
  }

  void binding(long delta) {
    used += delta;
  }

  long movedFen() {
    return moved;
  }

  long countedFen() {
    return counted;
  }

  long usedFen() {
    return used;
  }

  /** Takes over what another ledger was told, which holds nothing any more. */
  void absorb(ControlTotals other) {
    for (int i = 0; i < purses.length; i++) {
      purses[i] += other.purses[i];
      other.purses[i] = 0;
    }
    moved += other.moved;
    counted += other.counted;
    used += other.used;
    other.moved = 0;
    other.counted = 0;
    other.used = 0;
  }

  /** Compares with what stands in the rows and tables. */
  void check(PersonRows rows, Counters bindingUse) {
    long[] held = new long[purses.length + 1];
    rows.addUp(held);
    for (int i = 0; i < purses.length; i++) {
      if (held[i] != purses[i]) {
        throw new BrokenInvariant(Invariant.PURSES_BALANCE);
      }
    }
    if (held[purses.length] != counted) {
      throw new BrokenInvariant(Invariant.ACCUMULATORS_BALANCE);
    }
    if (bindingUse.sum() != used) {
      throw new BrokenInvariant(Invariant.BINDINGS_BALANCE);
    }
  }
}
