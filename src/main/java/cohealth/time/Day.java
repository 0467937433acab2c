package cohealth.time;

import cohealth.text.RowText;
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

  private static final int FIRST_OF_FOUR_DIGITS = of(LocalDate.of(1, 1, 1));
  private static final int LAST_OF_FOUR_DIGITS = of(LocalDate.of(9999, 12, 31));

  private Day() {}

  /** The day of a date. */
  public static int of(LocalDate date) {
    return Math.toIntExact(date.toEpochDay());
  }

  /** The day of a date of year 1 or later that exists; the other way round {@link #calendar}. */
  static int of(int year, int month, int dayOfMonth) {
    int fromMarch = month > 2 ? month - 3 : month + 9;
    int yearFromMarch = month > 2 ? year : year - 1;
    int leapDays = yearFromMarch / 4 - yearFromMarch / 100 + yearFromMarch / 400;
    return 365 * yearFromMarch + leapDays + (153 * fromMarch + 2) / 5 + dayOfMonth - 719_469;
  }

  /** The date of a day. */
  public static LocalDate date(int day) {
    return LocalDate.ofEpochDay(day);
  }

  /** The day as {@code 2025-03-14}. */
  public static String text(int day) {
    RowText out = new RowText();
    append(out, day);
    return out.toString();
  }

  /** Appends {@link #text(int)} without making a date or a string. */
  public static void append(RowText out, int day) {
    if (day < FIRST_OF_FOUR_DIGITS || day > LAST_OF_FOUR_DIGITS) {
      out.append(date(day).toString());
      return;
    }
    if (!out.appendSameDay(day)) {
      long calendar = calendar(day);
      out.appendDay(day, year(calendar), month(calendar), dayOfMonth(calendar));
    }
  }

  /**
   * Age in full years on {@code day} of somebody born on {@code birthDay}, as birthdays are
   * counted.
   */
  public static int age(int birthDay, int day) {
    if (day < birthDay) {
      return Period.between(date(birthDay), date(day)).getYears();
    }
    long born = calendar(birthDay);
    long now = calendar(day);
    int years = year(now) - year(born);
    return monthAndDay(now) < monthAndDay(born) ? years - 1 : years;
  }

  /**
   * A day's year, month and day of the month in one number, as {@link LocalDate} counts them but
   * without making one: claims ask for it.
   */
  static long calendar(int day) {
    // years begin on 1 March here, so that a leap day is the last one, and come in eras of 400
    long shifted = day + 719_468L;
    long era = Math.floorDiv(shifted, 146_097L);
    int ofEra = (int) (shifted - era * 146_097);
    int yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365;
    int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int fromMarch = (5 * ofYear + 2) / 153;
    int dayOfMonth = ofYear - (153 * fromMarch + 2) / 5 + 1;
    int month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
    long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    return (year << 9) | monthAndDay(month, dayOfMonth);
  }

  /** The year of a {@link #calendar} number. */
  static int year(long calendar) {
    return (int) (calendar >> 9);
  }

  /** The month of a {@link #calendar} number, from 1. */
  static int month(long calendar) {
    return ((int) calendar >> 5) & 0xF;
  }

  /** The day of the month of a {@link #calendar} number. */
  static int dayOfMonth(long calendar) {
    return (int) calendar & 0x1F;
  }

  /** Where in the year a {@link #calendar} number is; comparable with others. */
  static int monthAndDay(long calendar) {
    return (int) calendar & 0x1FF;
  }

  /** Where in the year a day of a month is; comparable with {@link #monthAndDay(long)}. */
  static int monthAndDay(int month, int dayOfMonth) {
    return (month << 5) | dayOfMonth;
  }

  /** The first day on which somebody born on {@code birthDay} has the age. */
  public static int birthday(int birthDay, int age) {
    int day = of(date(birthDay).plusYears(age));
    return age(birthDay, day) < age ? day + 1 : day; // born on 29 February
  }
}
