package cohealth.page;

import cohealth.time.Day;
import cohealth.time.DayText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Where days are between the first and the last one that is drawn, and the months between them. */
final class DayPlaces {
  private static final int MOST_MONTHS = 12;
  private static final int MONTH = 7;

  private final int first;
  private final int last;
  private final Scale scale;

  /**
   * From one day to another.
   *
   * @param last not before the first
   */
  DayPlaces(int first, int last) {
    this.first = first;
    this.last = last;
    this.scale = Scale.of(0, Math.max(1, last - first));
  }

  /** The days of the first column of all rows. */
  static DayPlaces of(Grid grid, int column) {
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    for (List<Cell> row : grid.rows()) {
      int day = day(row.get(column).text());
      first = Math.min(first, day);
      last = Math.max(last, day);
    }
    return new DayPlaces(first, last);
  }

  private static int day(String text) {
    int day = DayText.day(text);
    if (day == DayText.INVALID_DAY) {
      throw new IllegalArgumentException("no day: " + text);
    }
    return day;
  }

  /** Where a day is. */
  String place(String text) {
    return scale.place(day(text) - first);
  }

  /** The first days of months that are marked. */
  private List<LocalDate> marked() {
    LocalDate month = Day.date(first).withDayOfMonth(1);
    if (Day.of(month) < first) {
      month = month.plusMonths(1);
    }
    List<LocalDate> months = new ArrayList<>();
    for (; Day.of(month) <= last; month = month.plusMonths(1)) {
      months.add(month);
    }
    int each = 1 + (Math.max(1, months.size()) - 1) / MOST_MONTHS;
    List<LocalDate> some = new ArrayList<>();
    for (int i = 0; i < months.size(); i += each) {
      some.add(months.get(i));
    }
    return some;
  }

  /** Where the marked months begin. */
  List<String> places() {
    return marked().stream().map(month -> scale.place(Day.of(month) - first)).toList();
  }

  /** The marked months. */
  List<String> texts() {
    return marked().stream().map(month -> month.toString().substring(0, MONTH)).toList();
  }
}
