package cohealth.time;

/** Over what an accumulator counts before it begins anew (rules: section 5). */
public enum PeriodKind {
  /** One visit; numbered by the person's visits, not by the calendar. */
  VISIT,
  /** One day. */
  DAY,
  /** A calendar month. */
  MONTH,
  /** A calendar quarter. */
  QUARTER,
  /** The benefit year of the policy. */
  YEAR;

  /**
   * The number of the period of this kind that holds the day; different periods have different
   * numbers.
   */
  public int number(int day, YearStart benefitYear, int visit) {
    return switch (this) {
      case VISIT -> visit;
      case DAY -> day;
      case MONTH -> month(day);
      case QUARTER -> Math.floorDiv(month(day), 3);
      case YEAR -> benefitYear.yearOf(day);
    };
  }

  private static int month(int day) {
    long date = Day.calendar(day);
    return Day.year(date) * 12 + Day.month(date) - 1;
  }
}
