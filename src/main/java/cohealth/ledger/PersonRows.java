package cohealth.ledger;

import cohealth.money.Fen;
import cohealth.person.Purse;
import java.util.function.IntPredicate;

/**
 * The purses of everybody and the counts that are in use, one row for each person.
 *
 * <p>This class is written for the processor's cache, and nothing else is: people are hit at
 * random, so that a claim costs about as much as the places in memory that it looks at. A row is
 * eight {@code long}s, the size of a cache line: three purses and five counts. A count is packed
 * into one {@code long}: its value, and which accumulator (slot) and period it is of. What does not
 * fit (a sixth count, an amount or a number beyond the bits) is spilled to a table; the row's last
 * place knows whether there is anything of the person to be looked for. A count of an ended period
 * makes room for the next one of its accumulator.
 *
 * <p>Several ledgers may share the rows, each for people whom no other one asks; the spilled counts
 * are each ledger's own.
 */
final class PersonRows {
  private static final int WIDTH = 8;
  private static final int FIRST_COUNT = Purse.values().length;

  // an array's elements begin 16 bytes after a line where the array is large
  private static final int BEFORE_FIRST_LINE = 6;

  private static final int PERIOD_BITS = 15;
  private static final int KEY_BITS = 27; // 12 for the slot, from 1
  private static final long KEY_MASK = (1L << KEY_BITS) - 1;
  private static final int MOST_SLOTS = (1 << (KEY_BITS - PERIOD_BITS)) - 1;
  private static final long SPILLED = 1L << KEY_BITS; // used in the row's last place
  private static final int VALUE_SHIFT = KEY_BITS + 1;
  private static final long LEAST_TOO_LARGE = 1L << (64 - VALUE_SHIFT);
  private static final int NO_KEY = 0;

  private final long[] rows;
  private final Counters spilled = new Counters();

  PersonRows(int people) {
    this(new long[Math.multiplyExact(people, WIDTH) + BEFORE_FIRST_LINE]);
  }

  private PersonRows(long[] rows) {
    this.rows = rows;
  }

  /** The same rows for another ledger. */
  PersonRows sibling() {
    return new PersonRows(rows);
  }

  /** Takes over what the other spilled of these people. */
  void takeFrom(PersonRows sibling, IntPredicate people) {
    spilled.takeFrom(sibling.spilled, people);
  }

  long purse(int person, int purse) {
    return rows[row(person) + purse];
  }

  void setPurse(int person, int purse, long fen) {
    rows[row(person) + purse] = fen;
  }

  /** Looks at both ends of a row, which may stand in two lines of the cache; any number. */
  long look(int person) {
    int row = row(person);
    return rows[row] ^ rows[row + WIDTH - 1];
  }

  /** All purses together. */
  long purses(int person) {
    int at = row(person);
    return Fen.sum(rows[at], Fen.sum(rows[at + 1], rows[at + 2]));
  }

  /** Adds the purses of everybody, each kind for itself, and behind them all counts. */
  void addUp(long[] sums) {
    long counted = spilled.sum();
    for (int row = BEFORE_FIRST_LINE; row < rows.length; row += WIDTH) {
      for (int i = 0; i < FIRST_COUNT; i++) {
        sums[i] += rows[row + i];
      }
      for (int i = row + FIRST_COUNT; i < row + WIDTH; i++) {
        counted += rows[i] >>> VALUE_SHIFT;
      }
    }
    sums[FIRST_COUNT] += counted;
  }

  /** How far a count has come. */
  long count(int person, int slot, int period) {
    int row = row(person);
    int key = key(slot, period);
    if (key != NO_KEY) {
      for (int i = row + FIRST_COUNT; i < row + WIDTH; i++) {
        long cell = rows[i];
        if ((cell & KEY_MASK) == key) {
          return cell >>> VALUE_SHIFT;
        }
      }
    }
    return hasSpilled(row) ? spilled.get(person, slot, period) : 0;
  }

  /** Moves a count and returns how far it has come. */
  long add(int person, int slot, int period, long delta) {
    int row = row(person);
    int key = key(slot, period);
    if (key != NO_KEY) {
      for (int i = row + FIRST_COUNT; i < row + WIDTH; i++) {
        long cell = rows[i];
        if ((cell & KEY_MASK) == key) {
          return set(person, i, Fen.sum(cell >>> VALUE_SHIFT, delta));
        }
      }
    }
    return addNew(person, slot, period, key, delta);
  }

  /** Tells the counts of a person that stand in the row, zeros too, in no order. */
  void tell(int person, Counters.Each each) {
    int row = row(person);
    for (int i = row + FIRST_COUNT; i < row + WIDTH; i++) {
      int key = (int) (rows[i] & KEY_MASK);
      if (key != NO_KEY) {
        each.count(slot(key), period(key), rows[i] >>> VALUE_SHIFT);
      }
    }
  }

  /** The counts of everybody that do not stand in a row. */
  Counters.Sorted spilled() {
    return spilled.sorted();
  }

  private long addNew(int person, int slot, int period, int key, long delta) {
    int row = row(person);
    boolean fits = key != NO_KEY && delta >= 0 && delta < LEAST_TOO_LARGE;
    if (hasSpilled(row) && (!fits || spilled.get(person, slot, period) != 0)) {
      return spilled.add(person, slot, period, delta);
    }
    int place = fits ? room(person, key) : -1;
    if (place < 0) {
      rows[row + WIDTH - 1] |= SPILLED;
      return spilled.add(person, slot, period, delta);
    }
    rows[place] = (rows[place] & SPILLED) | (delta << VALUE_SHIFT) | key;
    return delta;
  }

  /** A free place in the row, or that of an ended period of the same accumulator, or -1. */
  private int room(int person, int key) {
    int row = row(person);
    int ended = -1;
    for (int i = row + FIRST_COUNT; i < row + WIDTH; i++) {
      int other = (int) (rows[i] & KEY_MASK);
      if (other == NO_KEY) {
        return i;
      }
      if (slot(other) == slot(key) && period(other) < period(key)) {
        ended = i;
      }
    }
    if (ended >= 0) {
      spill(person, ended);
    }
    return ended;
  }

  private long set(int person, int place, long value) {
    if (value < 0 || value >= LEAST_TOO_LARGE) {
      int key = (int) (rows[place] & KEY_MASK);
      spill(person, place);
      return spilled.add(
          person, slot(key), period(key), value - spilled.get(person, slot(key), period(key)));
    }
    rows[place] = (rows[place] & (KEY_MASK | SPILLED)) | (value << VALUE_SHIFT);
    return value;
  }

  private void spill(int person, int place) {
    int key = (int) (rows[place] & KEY_MASK);
    spilled.add(person, slot(key), period(key), rows[place] >>> VALUE_SHIFT);
    rows[place] &= SPILLED;
    rows[row(person) + WIDTH - 1] |= SPILLED;
  }

  private boolean hasSpilled(int row) {
    return (rows[row + WIDTH - 1] & SPILLED) != 0;
  }

  private static int row(int person) {
    return person * WIDTH + BEFORE_FIRST_LINE;
  }

  private static int key(int slot, int period) {
    return slot < MOST_SLOTS && period >>> PERIOD_BITS == 0
        ? ((slot + 1) << PERIOD_BITS) | period
        : NO_KEY;
  }

  private static int slot(int key) {
    return (key >>> PERIOD_BITS) - 1;
  }

  private static int period(int key) {
    return key & ((1 << PERIOD_BITS) - 1);
  }
}
