package cohealth.time;

import cohealth.text.RowText;

/** A local moment as a {@code long}: seconds since 1970-01-01T00:00:00, without any time zone. */
public final class Moment {
  private static final int SECONDS_OF_DAY = 86_400;

  private Moment() {}

  /** The first moment of a day. */
  public static long startOf(int day) {
    return (long) day * SECONDS_OF_DAY;
  }

  /** The last moment of a day. */
  public static long endOf(int day) {
    return startOf(day) + SECONDS_OF_DAY - 1;
  }

  /** The moment on a day, {@code second} seconds after its start. */
  public static long of(int day, int second) {
    return startOf(day) + second;
  }

  /** The day of a moment. */
  public static int day(long moment) {
    return (int) Math.floorDiv(moment, (long) SECONDS_OF_DAY);
  }

  /** The moment as {@code 2025-03-14T09:26:53}. */
  public static String text(long moment) {
    RowText out = new RowText();
    append(out, moment, 'T');
    return out.toString();
  }

  /** Appends day and time, with a character between them. */
  public static void append(RowText out, long moment, char between) {
    int day = day(moment);
    Day.append(out, day);
    out.append(between);
    appendSecond(out, (int) (moment - startOf(day)));
  }

  /** Appends the time as {@code 09:26:53}. */
  public static void appendTime(RowText out, long moment) {
    appendSecond(out, (int) Math.floorMod(moment, (long) SECONDS_OF_DAY));
  }

  private static void appendSecond(RowText out, int second) {
    int minute = second / 60;
    int hour = minute / 60;
    out.appendTime(hour, minute - 60 * hour, second - 60 * minute);
  }
}
