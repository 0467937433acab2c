package cohealth.io;

import org.jspecify.annotations.Nullable;

/**
 * Remembers some of the values that were seen last, so that most equal ones are kept once. What is
 * remembered does not grow.
 *
 * @param <T> values that do not change
 */
final class Recent<T> {
  private static final int REMEMBERED = 1 << 13;

  private final @Nullable Object[] values = new Object[REMEMBERED];

  /** The remembered value that equals this one, or this one. */
  T same(T value) {
    return same(value, value.hashCode());
  }

  /**
   * As {@link #same(Object)}, for values whose hash takes long.
   *
   * @param hash is the same for equal values, or they are kept more than once
   */
  T same(T value, int hash) {
    int slot = (hash ^ hash >>> 16) & REMEMBERED - 1;
    Object known = values[slot];
    if (value.equals(known)) {
      @SuppressWarnings("unchecked") // equal values are of one type, and only those come in
      T same = (T) known;
      return same;
    }
    values[slot] = value;
    return value;
  }
}
