package cohealth.settlement;

/**
 * A few {@code long}s for each person, side by side, so that what the engine asks of one person at
 * the same time stands in the same line of the processor's cache: people are hit at random, and a
 * claim costs about as much as the places in memory that it looks at.
 */
final class PersonColumns {
  /** What the person is insured as: for {@link Memberships}. */
  static final int MEMBERSHIP = 0;

  /** Who may help the person: for {@link Helpers}. */
  static final int HELPERS = 1;

  /** Which account years have passed: for {@link Rollover}. */
  static final int YEARS = 2;

  /** Who may help, as far as it is packed: for {@link NearPayers}. */
  static final int PAYERS = 3;

  // an array's elements begin 16 bytes after a line where the array is large
  private static final int BEFORE_FIRST_LINE = 6;

  private final int widthBits;
  private final long[] all;

  private PersonColumns(int people, int widthBits) {
    this.widthBits = widthBits;
    this.all = new long[Math.multiplyExact(people, 1 << widthBits) + BEFORE_FIRST_LINE];
  }

  /** All columns. */
  static PersonColumns of(int people) {
    return new PersonColumns(people, 2);
  }

  /** The first column alone. */
  static PersonColumns first(int people) {
    return new PersonColumns(people, 0);
  }

  long get(int person, int column) {
    return all[(person << widthBits) + column + BEFORE_FIRST_LINE];
  }

  /** Looks at both ends of what stands of a person, which may be in two lines; any number. */
  long look(int person) {
    return get(person, 0) ^ get(person, (1 << widthBits) - 1);
  }

  void set(int person, int column, long value) {
    all[(person << widthBits) + column + BEFORE_FIRST_LINE] = value;
  }

  int people() {
    return (all.length - BEFORE_FIRST_LINE) >> widthBits;
  }
}
