package cohealth.time;

import java.time.LocalDate;
import java.time.Period;

/**
 * A day as an {@code int}: days since 1970-01-01, as {@link LocalDate#toEpochDay()} counts them.
 */
public final class Day {
  /** Before all days: an open beginning. */
  public static final int OPEN_START = Integer.MIN_VALUE;

  /** After all days: an open end. */
  public static final int OPEN_END = Integer.MAX_VALUE;

  /** Not given. The same value as {@link #OPEN_START}: an unknown day is before all others. */
  public static final int UNKNOWN = Integer.MIN_VALUE;

  private Day() {}

  /** The day of a date. */
  public static int of(LocalDate date) {
    return Math.toIntExact(date.toEpochDay());
  }

  /** The date of a day. */
  public static LocalDate date(int day) {
    return LocalDate.ofEpochDay(day);
  }

  /** The day as {@code 2025-03-14}. */
  public static String text(int day) {
    return date(day).toString();
  }

  /**
   * Age in full years on {@code day} of somebody born on {@code birthDay}, as birthdays are
   * counted.
   */
  public static int age(int birthDay, int day) {
    return Period.between(date(birthDay), date(day)).getYears();
  }

  /** The first day on which somebody born on {@code birthDay} has the age. */
  public static int birthday(int birthDay, int age) {
    int day = of(date(birthDay).plusYears(age));
    return age(birthDay, day) < age ? day + 1 : day; // born on 29 February
  }
}
