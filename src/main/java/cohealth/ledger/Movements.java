package cohealth.ledger;

import java.util.Arrays;

/** Everything that one claim changed in the ledger, so that a reversal can give it back exactly. */
public final class Movements {
  private static final int WIDTH = 5;

  private int[] keys = new int[WIDTH * 8];
  private long[] amounts = new long[8];
  private int size;

  /** What was changed. */
  enum Kind {
    PURSE,
    ACCUMULATOR,
    BINDING,
    VISIT
  }

  void clear() {
    size = 0;
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
    return copy;
  }

  int size() {
    return size;
  }

  Kind kind(int i) {
    return Kind.values()[keys[i * WIDTH]];
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
