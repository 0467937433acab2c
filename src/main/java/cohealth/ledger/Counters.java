package cohealth.ledger;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Whole numbers by person (or binding), slot and number of a period, of a year, of a day; for those
 * that do not stand in the person's row.
 */
final class Counters {
  private static final int PERSON_BITS = 26;
  private static final int SLOT_BITS = 14;
  private static final int NUMBER_BITS = 24;

  private final LongTable table = new LongTable();

  long get(int person, int slot, int number) {
    return table.get(key(person, slot, number), 0);
  }

  /** Adds and returns the new value. */
  long add(int person, int slot, int number, long delta) {
    return table.add(key(person, slot, number), delta);
  }

  /** Takes over what the other counted of these people (or bindings). */
  void takeFrom(Counters other, IntPredicate people) {
    table.takeFrom(other.table, key -> people.test((int) (key >>> (SLOT_BITS + NUMBER_BITS))));
  }

  /** All counts together; more than fits into the number runs over. */
  long sum() {
    return table.sum();
  }

  /** All counts that are not zero, by person, slot and number. */
  Sorted sorted() {
    return new Sorted(table.sortedKeys());
  }

  /** What one count is of. */
  interface Each {
    void count(int slot, int number, long value);
  }

  /** The counts as they were when they were sorted, person by person. */
  final class Sorted {
    private final long[] inOrder;

    private Sorted(long[] inOrder) {
      this.inOrder = inOrder;
    }

    void of(int person, Each each) {
      int found = Arrays.binarySearch(inOrder, (long) person << (SLOT_BITS + NUMBER_BITS));
      for (int i = found < 0 ? -found - 1 : found; i < inOrder.length; i++) {
        long key = inOrder[i];
        if ((int) (key >>> (SLOT_BITS + NUMBER_BITS)) != person) {
          return;
        }
        int slot = (int) (key >>> NUMBER_BITS) & ((1 << SLOT_BITS) - 1);
        int number = (int) key << (32 - NUMBER_BITS) >> (32 - NUMBER_BITS);
        long value = table.get(key, 0);
        if (value != 0) {
          each.count(slot, number, value);
        }
      }
    }
  }

  private static long key(int person, int slot, int number) {
    int low = number & ((1 << NUMBER_BITS) - 1);
    if (person >>> PERSON_BITS != 0
        || slot >>> SLOT_BITS != 0
        || (low << (32 - NUMBER_BITS)) >> (32 - NUMBER_BITS) != number) {
      throw new IllegalArgumentException("counter " + person + "/" + slot + "/" + number);
    }
    return ((long) person << (SLOT_BITS + NUMBER_BITS)) | ((long) slot << NUMBER_BITS) | low;
  }
}
