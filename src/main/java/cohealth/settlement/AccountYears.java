package cohealth.settlement;

import cohealth.event.Roster;
import cohealth.event.TimelinePlace;
import cohealth.person.Person;
import cohealth.policy.PolicyBook;
import cohealth.policy.PolicyVersion;
import cohealth.time.Day;
import cohealth.time.Moment;
import cohealth.time.YearStart;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;

/**
 * When account years start for a person: on a day that the policy in force for them on that day
 * names, 1 January without one, at 00:00:00 before any event (rules: sections 1, 8).
 */
public final class AccountYears {
  private final Roster roster;
  private final Entitlements entitlements;
  private final Collection<MonthDay> days;

  /** The account years of the people under the policies of the book. */
  public AccountYears(Roster roster, PolicyBook book) {
    this.roster = roster;
    this.entitlements = new Entitlements(book);
    this.days = book.accountYearStarts();
  }

  /** Whether account years may start for anybody after one day and up to another one. */
  public boolean mayStartBetween(int after, int until) {
    return nextCandidate(after) <= until;
  }

  /** How many account years of the person start after one day and up to another one. */
  public int startsBetween(int person, int after, int until) {
    int starts = 0;
    for (MonthDay monthDay : days) {
      int candidate = next(monthDay, after);
      while (candidate <= until) {
        starts += isStart(person, candidate, monthDay) ? 1 : 0;
        candidate = next(monthDay, candidate);
      }
    }
    return starts;
  }

  /** The first day after this one on which account years may start for anybody. */
  int nextCandidate(int after) {
    int next = Integer.MAX_VALUE;
    for (MonthDay monthDay : days) {
      next = Math.min(next, next(monthDay, after));
    }
    return next;
  }

  private boolean isStart(int person, int day, MonthDay monthDay) {
    // before any event of the day: activity numbers begin at 0
    Person then = roster.at(person, new TimelinePlace(Moment.startOf(day), -1));
    PolicyVersion version = entitlements.version(then, day);
    YearStart start = version == null ? YearStart.JANUARY : version.policy().accountYear();
    return start.start().equals(monthDay);
  }

  private static int next(MonthDay monthDay, int after) {
    LocalDate date = Day.date(after);
    LocalDate inYear = monthDay.atYear(date.getYear());
    return Day.of(inYear.isAfter(date) ? inYear : inYear.plusYears(1));
  }
}
