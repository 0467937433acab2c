package cohealth.ledger;

import cohealth.money.Fen;
import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * Whole numbers by keys of one {@code long}, in open addressing over one plain array with each
 * value beside its key: millions of them fit where a map of boxed keys would not, and one is found
 * with one look into memory.
 */
final class LongTable {
  private static final long FREE = -1;
  private static final int FIRST_ROOM = 1 << 6;

  private long[] cells = freeCells(FIRST_ROOM);
  private int used;

  /** What one key has. */
  interface Each {
    void entry(long key, long value);
  }

  /** The value of the key, or another one when it has none. */
  long get(long key, long otherwise) {
    int at = place(key);
    return cells[at] == FREE ? otherwise : cells[at + 1];
  }

  /** Gives the key a value; keys are not negative. */
  void put(long key, long value) {
    int at = placeFor(key); // may change the array
    cells[at + 1] = value;
  }

  /** Adds to the key's value, nothing at first, and returns the new one. */
  long add(long key, long delta) {
    int at = placeFor(key);
    cells[at + 1] = Fen.sum(cells[at + 1], delta);
    return cells[at + 1];
  }

  boolean isEmpty() {
    return used == 0;
  }

  void clear() {
    if (used > 0) {
      Arrays.fill(cells, FREE);
      used = 0;
    }
  }

  /** All entries, in no order. */
  void forEach(Each each) {
    for (int i = 0; i < cells.length; i += 2) {
      if (cells[i] != FREE) {
        each.entry(cells[i], cells[i + 1]);
      }
    }
  }

  /** All values together; more than fits into the number runs over. */
  long sum() {
    long sum = 0;
    for (int i = 0; i < cells.length; i += 2) {
      sum += cells[i] == FREE ? 0 : cells[i + 1];
    }
    return sum;
  }

  /** Takes over the other's entries with such keys; the other no longer has them. */
  void takeFrom(LongTable other, LongPredicate keys) {
    LongTable rest = new LongTable();
    other.forEach((key, value) -> (keys.test(key) ? this : rest).put(key, value));
    other.cells = rest.cells;
    other.used = rest.used;
  }

  /** All keys, in order. */
  long[] sortedKeys() {
    long[] keys = new long[used];
    int count = 0;
    for (int i = 0; i < cells.length; i += 2) {
      if (cells[i] != FREE) {
        keys[count++] = cells[i];
      }
    }
    Arrays.sort(keys);
    return keys;
  }

  private int placeFor(long key) {
    int at = place(key);
    if (cells[at] == FREE) {
      if (++used > cells.length / 4) {
        grow();
        at = place(key);
      }
      cells[at] = key;
      cells[at + 1] = 0;
    }
    return at;
  }

  private int place(long key) {
    int mask = cells.length - 1;
    int at = ((int) (mix(key) >>> 32) << 1) & mask;
    while (cells[at] != FREE && cells[at] != key) {
      at = (at + 2) & mask;
    }
    return at;
  }

  private void grow() {
    long[] old = cells;
    cells = freeCells(old.length);
    for (int i = 0; i < old.length; i += 2) {
      if (old[i] != FREE) {
        int at = place(old[i]);
        cells[at] = old[i];
        cells[at + 1] = old[i + 1];
      }
    }
  }

  private static long[] freeCells(int entries) {
    long[] cells = new long[entries * 2];
    Arrays.fill(cells, FREE);
    return cells;
  }

  private static long mix(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return mixed ^ (mixed >>> 29);
  }
}
