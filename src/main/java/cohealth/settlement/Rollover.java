package cohealth.settlement;

import cohealth.ledger.Ledger;
import cohealth.time.Day;

/**
 * Moves current-year money into prior-year purses when account years start, for each person when
 * somebody next looks (rules: section 8).
 */
final class Rollover {
  private static final int NEVER = Integer.MAX_VALUE;

  private final AccountYears years;
  private final Ledger ledger;
  private final PersonColumns columns;

  /** Several ledgers may share the columns, each for its own people. */
  Rollover(PersonColumns columns, AccountYears years, Ledger ledger) {
    this.columns = columns;
    this.years = years;
    this.ledger = ledger;
  }

  /** Nobody's years have passed since the opening. */
  static void begin(PersonColumns columns, AccountYears years, Opening opening) {
    int lastDay = Day.UNKNOWN;
    int afterLastDay = NEVER;
    for (int person = 0; person < columns.people(); person++) {
      int day = opening.openedOn(person);
      if (day != lastDay) {
        lastDay = day;
        afterLastDay = day == Day.UNKNOWN ? NEVER : years.nextCandidate(day);
      }
      set(columns, person, day, afterLastDay);
    }
  }

  /** Brings the person's purses to the day. */
  void pass(int person, int day) {
    long state = columns.get(person, PersonColumns.YEARS);
    if (day >= nextCandidate(state)) {
      int starts = years.startsBetween(person, passedUntil(state), day);
      for (int i = 0; i < starts; i++) {
        ledger.startAccountYear(person);
      }
      set(columns, person, day, years.nextCandidate(day));
    }
  }

  /** The balances of a person without an opening day were found to be as of this day. */
  void open(int person, int day) {
    if (passedUntil(columns.get(person, PersonColumns.YEARS)) == Day.UNKNOWN) {
      set(columns, person, day, years.nextCandidate(day));
    }
  }

  private static int passedUntil(long state) {
    return (int) state;
  }

  /** The first day on which an account year of the person may start. */
  private static int nextCandidate(long state) {
    return (int) (state >> Integer.SIZE);
  }

  private static void set(PersonColumns columns, int person, int passedUntil, int nextCandidate) {
    columns.set(
        person,
        PersonColumns.YEARS,
        ((long) nextCandidate << Integer.SIZE) | Integer.toUnsignedLong(passedUntil));
  }
}
