package cohealth.settlement;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers about people that hold for a stretch of days, each kept until its days are over: eight
 * bytes for each person, since many people have the same answer.
 *
 * <p>May be asked by several threads. The numbers that they write and read at the same time are of
 * one {@code long} each and name answers that never change; a thread that does not yet see an
 * answer finds it anew.
 *
 * @param <T> an answer; equal ones are one
 */
final class Kept<T> {
  /** The number of an answer that is not known. */
  static final int UNKNOWN = 0;

  // the first day, the last day, the answer's number
  private static final int DAY_BITS = 22;
  private static final int NUMBER_BITS = 20;
  private static final int FIRST_DAY = -(1 << (DAY_BITS - 1));
  private static final int LAST_DAY = -FIRST_DAY - 1;
  private static final int MOST_NUMBERS = 1 << NUMBER_BITS;
  private static final int DAY_MASK = (1 << DAY_BITS) - 1;

  private static final int BLOCK = 32;

  private final PersonColumns entries;
  private final int column;
  private final Map<T, Integer> numbers = new ConcurrentHashMap<>();
  private volatile @Nullable Object[] answers = new Object[16];

  /** Keeps answers in a column that is all zero. */
  Kept(PersonColumns columns, int column) {
    this.entries = columns;
    this.column = column;
  }

  /** How many people there are. */
  int people() {
    return entries.people();
  }

  /** The first of the people who are found together with this one. */
  static int startOfBlock(int person) {
    return person & -BLOCK;
  }

  /** The first one after the people who are found together with this one. */
  static int endOfBlock(int person) {
    return startOfBlock(person) + BLOCK;
  }

  /** The number of what is known of the person on the day, or {@link #UNKNOWN}. */
  int number(int person, int day) {
    long entry = entries.get(person, column);
    int shifted = day - FIRST_DAY;
    return shifted >= from(entry) && shifted <= until(entry) ? number(entry) : UNKNOWN;
  }

  /** Looks at what is kept about the person; the result is of no use. */
  long look(int person) {
    return entries.get(person, column);
  }

  /** Whether nothing was ever kept about the person. */
  boolean isNew(int person) {
    return entries.get(person, column) == 0;
  }

  /** The answer with the number; null when this thread does not see it yet. */
  @SuppressWarnings("unchecked") // only answers are put there
  @Nullable T answer(int number) {
    @Nullable Object[] all = answers;
    return number < all.length ? (T) all[number] : null;
  }

  /** Narrows a stretch to the days for which the answer about the person is kept. */
  void narrow(int person, Stretch stretch) {
    long entry = entries.get(person, column);
    stretch.isWithin(from(entry) + FIRST_DAY, until(entry) + FIRST_DAY);
  }

  /**
   * Keeps an answer about a person for a stretch of days.
   *
   * @return its number; {@link #UNKNOWN} when there are too many different ones
   */
  int keep(int person, Stretch stretch, T answer) {
    int number = numberOf(answer);
    if (number != UNKNOWN && !stretch.changesWithinDay() && isPossible(stretch.day())) {
      long from = Math.max(stretch.from(), FIRST_DAY) - (long) FIRST_DAY;
      long until = Math.min(stretch.until(), LAST_DAY) - (long) FIRST_DAY;
      entries.set(
          person, column, (from << (DAY_BITS + NUMBER_BITS)) | (until << NUMBER_BITS) | number);
    }
    return number;
  }

  private int numberOf(T answer) {
    Integer known = numbers.get(answer);
    return known == null ? newNumber(answer) : known;
  }

  private synchronized int newNumber(T answer) {
    Integer known = numbers.get(answer);
    if (known != null) {
      return known;
    }
    int number = numbers.size() + 1;
    if (number >= MOST_NUMBERS) {
      return UNKNOWN;
    }
    @Nullable Object[] all = answers;
    all = Arrays.copyOf(all, number < all.length ? all.length : all.length * 2);
    all[number] = answer;
    answers = all;
    numbers.put(answer, number);
    return number;
  }

  private static boolean isPossible(int day) {
    return day >= FIRST_DAY && day <= LAST_DAY;
  }

  private static int from(long entry) {
    return (int) (entry >>> (DAY_BITS + NUMBER_BITS));
  }

  private static int until(long entry) {
    return (int) (entry >>> NUMBER_BITS) & DAY_MASK;
  }

  private static int number(long entry) {
    return (int) entry & (MOST_NUMBERS - 1);
  }
}
