package cohealth.time;

/** Why a text is not a date or time; each has its own message and remedy. */
public enum DayFault {
  /** Well formed, but not in the calendar, as {@code 2025-02-30}. */
  NO_SUCH_DAY,
  /** The date is right, the time of day is not. */
  NO_SUCH_TIME,
  /** A spreadsheet's day number, as {@code 45730}. */
  SPREADSHEET_SERIAL,
  /** The year is not first or has two digits, as {@code 14/03/25}. */
  YEAR_NOT_FIRST,
  /** Anything else. */
  NOT_A_DATE
}
