package cohealth.ledger;

import java.util.Arrays;

/**
 * Whole numbers by person, slot and number (of a period, of a year), in open addressing over plain
 * arrays: millions of them fit where a map of boxed keys would not.
 */
final class Counters {
  private static final int PERSON_BITS = 26;
  private static final int SLOT_BITS = 14;
  private static final int NUMBER_BITS = 24;
  private static final long FREE = -1;

  private long[] keys = new long[1 << 10];
  private long[] values = new long[1 << 10];
  private int used;

  Counters() {
    Arrays.fill(keys, FREE);
  }

  long get(int person, int slot, int number) {
    int at = place(key(person, slot, number));
    return keys[at] == FREE ? 0 : values[at];
  }

  /** Adds and returns the new value. */
  long add(int person, int slot, int number, long delta) {
    long key = key(person, slot, number);
    int at = place(key);
    if (keys[at] == FREE) {
      if (++used > keys.length / 2) {
        grow();
        at = place(key);
      }
      keys[at] = key;
      values[at] = 0;
    }
    values[at] = Math.addExact(values[at], delta);
    return values[at];
  }

  /** All counts that are not zero, by person, slot and number. */
  Sorted sorted() {
    long[] inUse = new long[used];
    int count = 0;
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != FREE && values[i] != 0) {
        inUse[count++] = keys[i];
      }
    }
    inUse = Arrays.copyOf(inUse, count);
    Arrays.sort(inUse);
    return new Sorted(inUse);
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
        each.count(slot, number, values[place(key)]);
      }
    }
  }

  private int place(long key) {
    int mask = keys.length - 1;
    int at = (int) (mix(key) >>> 32) & mask;
    while (keys[at] != FREE && keys[at] != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new long[oldKeys.length * 2];
    Arrays.fill(keys, FREE);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != FREE) {
        int at = place(oldKeys[i]);
        keys[at] = oldKeys[i];
        values[at] = oldValues[i];
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

  private static long mix(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return mixed ^ (mixed >>> 29);
  }
}
