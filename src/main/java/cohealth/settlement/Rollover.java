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
  private final int[] passedUntil;
  private final int[] nextCandidate;

  /** From the opening on. */
  Rollover(AccountYears years, Ledger ledger, int people, Opening opening) {
    this.years = years;
    this.ledger = ledger;
    this.passedUntil = new int[people];
    this.nextCandidate = new int[people];
    int lastDay = Day.UNKNOWN;
    int afterLastDay = NEVER;
    for (int person = 0; person < people; person++) {
      int day = opening.openedOn(person);
      if (day != lastDay) {
        lastDay = day;
        afterLastDay = day == Day.UNKNOWN ? NEVER : years.nextCandidate(day);
      }
      passedUntil[person] = day;
      nextCandidate[person] = afterLastDay;
    }
  }

  /** Brings the person's purses to the day. */
  void pass(int person, int day) {
    if (day < nextCandidate[person]) {
      return;
    }
    int starts = years.startsBetween(person, passedUntil[person], day);
    for (int i = 0; i < starts; i++) {
      ledger.startAccountYear(person);
    }
    passedUntil[person] = day;
    nextCandidate[person] = years.nextCandidate(day);
  }

  /** The balances of a person without an opening day were found to be as of this day. */
  void open(int person, int day) {
    if (passedUntil[person] == Day.UNKNOWN) {
      passedUntil[person] = day;
      nextCandidate[person] = years.nextCandidate(day);
    }
  }
}
