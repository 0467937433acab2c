package cohealth.settlement;

import cohealth.money.Fen;
import cohealth.person.Binding;
import cohealth.person.Bindings;

/**
 * Who may help whom, packed into a column: most people have at most three payers, who stand near
 * them in the file and have no authorised amount to be looked up. Of the others the bindings are
 * asked. Written for the processor's cache, as {@link PersonColumns} says.
 */
final class NearPayers {
  private static final int COUNT_BITS = 4;
  private static final int MOST = 3;
  private static final int ASK_BINDINGS = MOST + 1;
  private static final int PAYER_BITS = 20; // the first: whether there is an authorised amount
  private static final int FARTHEST = 1 << (PAYER_BITS - 2);

  private final Bindings bindings;
  private final PersonColumns columns;

  NearPayers(Bindings bindings, PersonColumns columns) {
    this.bindings = bindings;
    this.columns = columns;
  }

  /** Packs all bindings. */
  static NearPayers pack(Bindings bindings, PersonColumns columns) {
    for (int person = 0; person < columns.people(); person++) {
      if (bindings.countOfBeneficiary(person) > 0) {
        columns.set(person, PersonColumns.PAYERS, packed(bindings, person));
      }
    }
    return new NearPayers(bindings, columns);
  }

  private static long packed(Bindings bindings, int person) {
    int count = bindings.countOfBeneficiary(person);
    long packed = Math.min(count, ASK_BINDINGS);
    for (int i = 0; i < Math.min(count, MOST); i++) {
      Binding binding = bindings.ofBeneficiary(person, i);
      int away = binding.payer() - person + FARTHEST;
      if (away < 0 || away >= 2 * FARTHEST) {
        return ASK_BINDINGS;
      }
      long limited = binding.limitFen() == Fen.NONE ? 0 : 1;
      packed |= ((limited << (PAYER_BITS - 1)) | away) << (COUNT_BITS + i * PAYER_BITS);
    }
    return packed;
  }

  /** Whether anybody is bound to help the person. */
  boolean hasAny(int person) {
    return columns.get(person, PersonColumns.PAYERS) != 0;
  }

  /** The payer of one of the person's bindings, when nothing else of the binding matters; or -1. */
  int payer(int person, int place) {
    long packed = columns.get(person, PersonColumns.PAYERS);
    int payer = (int) (packed >>> (COUNT_BITS + place * PAYER_BITS)) & ((1 << PAYER_BITS) - 1);
    boolean atHand = place < count(packed) && payer >>> (PAYER_BITS - 1) == 0;
    return atHand ? person + payer - FARTHEST : -1;
  }

  /** How many are packed. */
  private static int count(long packed) {
    int count = (int) packed & ((1 << COUNT_BITS) - 1);
    return count < ASK_BINDINGS ? count : 0;
  }

  /** One of the person's bindings. */
  Binding binding(int person, int place) {
    return bindings.ofBeneficiary(person, place);
  }
}
