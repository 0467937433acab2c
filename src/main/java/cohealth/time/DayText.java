package cohealth.time;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Strict reading of dates and times. Dates: {@code 2025-03-14}, {@code 2025/3/14}, {@code
 * 20250314}; times: a date, or {@code 2025-03-14T09:26:53}, {@code 2025-03-14 09:26:53}, {@code
 * 2025-03-14 09:26}. A date without a time is 00:00:00.
 */
public final class DayText {
  /** Returned for a text that is not a moment. */
  public static final long INVALID = Long.MIN_VALUE;

  /** Returned for a text that is not a day. */
  public static final int INVALID_DAY = Integer.MIN_VALUE;

  private DayText() {}

  /** The day, or {@link #INVALID_DAY}; {@link #fault} then says why. */
  public static int day(CharSequence text) {
    return day(text, text.length());
  }

  /** The moment in seconds, or {@link #INVALID}; {@link #fault} then says why. */
  public static long moment(CharSequence text) {
    int length = text.length();
    int split = length;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c == 'T' || c == ' ') {
        split = i;
        break;
      }
    }
    int day = day(text, split);
    if (day == INVALID_DAY) {
      return INVALID;
    }
    if (split == length) {
      return Moment.startOf(day);
    }
    int time = length - split - 1;
    boolean seconds = time == 8;
    if (!seconds && time != 5) {
      return INVALID;
    }
    int hour = two(text, split + 1);
    int minute = two(text, split + 4);
    int second = seconds ? two(text, split + 7) : 0;
    boolean colons = text.charAt(split + 3) == ':' && (!seconds || text.charAt(split + 6) == ':');
    if (!colons
        || hour < 0
        || hour > 23
        || minute < 0
        || minute > 59
        || second < 0
        || second > 59) {
      return INVALID;
    }
    return Moment.of(day, hour * 3600 + minute * 60 + second);
  }

  /** Why {@link #day} or {@link #moment} refused the text, or null when both would take it. */
  public static @Nullable DayFault fault(String text) {
    if (moment(text) != INVALID) {
      return null;
    }
    String date = text.split("[T ]", 2)[0];
    if (date.matches("[0-9]{4}([-/][0-9]{1,2}){2}|[0-9]{8}")) {
      return day(date) == INVALID_DAY ? DayFault.NO_SUCH_DAY : DayFault.NO_SUCH_TIME;
    }
    if (text.matches("[0-9]{5}(\\.[0-9]+)?")) {
      return DayFault.SPREADSHEET_SERIAL;
    }
    if (date.matches("[0-9]{1,2}[-/.][0-9]{1,2}[-/.]([0-9]{2}|[0-9]{4})")) {
      return DayFault.YEAR_NOT_FIRST;
    }
    return DayFault.NOT_A_DATE;
  }

  private static int day(CharSequence text, int length) {
    if (length < 8 || length > 10) {
      return INVALID_DAY;
    }
    int year = two(text, 0) < 0 || two(text, 2) < 0 ? -1 : two(text, 0) * 100 + two(text, 2);
    if (year < 1) {
      return INVALID_DAY;
    }
    char mark = text.charAt(4);
    if (mark == '-') {
      return length == 10 && text.charAt(7) == '-'
          ? checked(year, two(text, 5), two(text, 8))
          : INVALID_DAY;
    }
    if (mark == '/') {
      int second = text.charAt(6) == '/' ? 6 : 7;
      if (length <= second + 1 || length > second + 3 || text.charAt(second) != '/') {
        return INVALID_DAY;
      }
      return checked(year, oneOrTwo(text, 5, second), oneOrTwo(text, second + 1, length));
    }
    return length == 8 ? checked(year, two(text, 4), two(text, 6)) : INVALID_DAY;
  }

  private static int checked(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > 31) {
      return INVALID_DAY;
    }
    boolean inEveryMonth = day <= 28;
    return inEveryMonth || YearMonth.of(year, month).isValidDay(day)
        ? Day.of(year, month, day)
        : INVALID_DAY;
  }

  private static int oneOrTwo(CharSequence text, int from, int to) {
    return to - from == 2 ? two(text, from) : digit(text.charAt(from));
  }

  private static int two(CharSequence text, int at) {
    int tens = digit(text.charAt(at));
    int ones = digit(text.charAt(at + 1));
    return tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
  }

  private static int digit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : -1;
  }
}
