package cohealth.ledger;

import cohealth.person.Purse;
import java.util.Arrays;
import java.util.function.Consumer;

/** Everything that one claim changed in the ledger, so that a reversal can give it back exactly. */
public final class Movements {
  private static final int WIDTH = 5;
  private static final Kind[] KINDS = Kind.values();

  /** Nothing was changed. */
  public static final Movements NONE = new Movements().kept();

  private int[] keys = new int[WIDTH * 8];
  private long[] amounts = new long[8];
  private int size;
  // what was added, for itself: a movement that is kept must not change until it is given back
  private long counted;
  private long used;

  /** What was changed. */
  enum Kind {
    PURSE,
    ACCUMULATOR,
    BINDING,
    VISIT
  }

  /** Hears what was changed, one movement after the other. */
  public interface Listener {
    /** Money of a purse; the amount is negative when it was drawn. */
    void purse(int holder, Purse purse, int yearsStarted, long fen);

    /** A count of an accumulator in a period. */
    void accumulator(int person, int slot, int period, long fen);

    /** A use of a binding's authorised amount in an account year. */
    void binding(int binding, int accountYear, long fen);

    /** A visit counted in a year. */
    void visit(int person, int slot, int year, int visit);
  }

  /** Tells all movements in their order. */
  public void tell(Listener listener) {
    for (int i = 0; i < size; i++) {
      switch (kind(i)) {
        case PURSE -> listener.purse(person(i), Purse.values()[a(i)], b(i), amount(i));
        case ACCUMULATOR -> listener.accumulator(person(i), a(i), b(i), amount(i));
        case BINDING -> listener.binding(person(i), b(i), amount(i));
        case VISIT -> listener.visit(person(i), a(i), b(i), detail(i));
      }
    }
  }

  /** The movements that are told to the listener, as those of an earlier run. */
  public static Movements told(Consumer<Listener> teller) {
    Movements told = new Movements();
    teller.accept(
        new Listener() {
          @Override
          public void purse(int holder, Purse purse, int yearsStarted, long fen) {
            told.add(Kind.PURSE, holder, purse.ordinal(), yearsStarted, 0, fen);
          }

          @Override
          public void accumulator(int person, int slot, int period, long fen) {
            told.add(Kind.ACCUMULATOR, person, slot, period, 0, fen);
          }

          @Override
          public void binding(int binding, int accountYear, long fen) {
            told.add(Kind.BINDING, binding, 0, accountYear, 0, fen);
          }

          @Override
          public void visit(int person, int slot, int year, int visit) {
            told.add(Kind.VISIT, person, slot, year, visit, 1);
          }
        });
    return told;
  }

  void clear() {
    size = 0;
    counted = 0;
    used = 0;
  }

  /** How far accumulators were moved, together. */
  public long countedFen() {
    return counted;
  }

  /** How much of authorised amounts was used, together. */
  public long usedFen() {
    return used;
  }

  void add(Kind kind, int person, int a, int b, int detail, long amount) {
    if (size == amounts.length) {
      amounts = Arrays.copyOf(amounts, size * 2);
      keys = Arrays.copyOf(keys, size * 2 * WIDTH);
    }
    int at = size * WIDTH;
    keys[at] = kind.ordinal();
    keys[at + 1] = person;
    keys[at + 2] = a;
    keys[at + 3] = b;
    keys[at + 4] = detail;
    amounts[size++] = amount;
    counted += kind == Kind.ACCUMULATOR ? amount : 0;
    used += kind == Kind.BINDING ? amount : 0;
  }

  /** How many account years had started for the person when the claim drew on the purses. */
  public int yearsStartedFor(int person) {
    for (int i = 0; i < size; i++) {
      if (kind(i) == Kind.PURSE && person(i) == person) {
        return b(i);
      }
    }
    throw new IllegalArgumentException("nothing was drawn");
  }

  /** A copy that is no longer written to. */
  Movements kept() {
    Movements copy = new Movements();
    copy.keys = Arrays.copyOf(keys, size * WIDTH);
    copy.amounts = Arrays.copyOf(amounts, size);
    copy.size = size;
    copy.counted = counted;
    copy.used = used;
    return copy;
  }

  int size() {
    return size;
  }

  Kind kind(int i) {
    return KINDS[keys[i * WIDTH]];
  }

  int person(int i) {
    return keys[i * WIDTH + 1];
  }

  int a(int i) {
    return keys[i * WIDTH + 2];
  }

  int b(int i) {
    return keys[i * WIDTH + 3];
  }

  int detail(int i) {
    return keys[i * WIDTH + 4];
  }

  long amount(int i) {
    return amounts[i];
  }
}
