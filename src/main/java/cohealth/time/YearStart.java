package cohealth.time;

import java.time.MonthDay;

/**
 * The day on which years of a kind (benefit years, account years) begin. A year is named by the
 * calendar year in which it begins.
 *
 * @param start never 29 February
 */
public record YearStart(MonthDay start) {
  /** Calendar years. */
  public static final YearStart JANUARY = new YearStart(MonthDay.of(1, 1));

  /** The year that holds the day. */
  public int yearOf(int day) {
    long date = Day.calendar(day);
    int year = Day.year(date);
    int first = Day.monthAndDay(start.getMonthValue(), start.getDayOfMonth());
    return Day.monthAndDay(date) < first ? year - 1 : year;
  }

  /** The last day of a year. */
  public int lastDayOf(int year) {
    return Day.of(start.atYear(year + 1)) - 1;
  }
}
