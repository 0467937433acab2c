package cohealth.settlement;

import cohealth.ledger.Ledger;
import cohealth.time.Day;
import java.util.Arrays;

/**
 * Moves current-year money into prior-year purses when account years start, for each person when
 * somebody next looks (rules: section 8).
 */
final class Rollover {
  private final AccountYears years;
  private final Ledger ledger;
  private final boolean happens;
  private final int[] passedUntil;
  private final int[] nextCandidate;

  /**
   * From the opening balances on.
   *
   * @param openingDay as of when they are; {@link Day#UNKNOWN}: all events are in one account year
   */
  Rollover(AccountYears years, Ledger ledger, int people, int openingDay) {
    this.years = years;
    this.ledger = ledger;
    this.happens = openingDay != Day.UNKNOWN;
    this.passedUntil = new int[happens ? people : 0];
    this.nextCandidate = new int[happens ? people : 0];
    if (happens) {
      Arrays.fill(passedUntil, openingDay);
      Arrays.fill(nextCandidate, years.nextCandidate(openingDay));
    }
  }

  /** Brings the person's purses to the day. */
  void pass(int person, int day) {
    if (!happens || day < nextCandidate[person]) {
      return;
    }
    int starts = years.startsBetween(person, passedUntil[person], day);
    for (int i = 0; i < starts; i++) {
      ledger.startAccountYear(person);
    }
    passedUntil[person] = day;
    nextCandidate[person] = years.nextCandidate(day);
  }
}
