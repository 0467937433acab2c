package cohealth.comparison;

import cohealth.time.Day;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was paid in each calendar month. */
final class MonthSums {
  private final Map<String, Sum> months = new TreeMap<>();
  private int lastDay = Day.UNKNOWN;
  private Sum ofLastDay = new Sum();

  private static final class Sum {
    private long rows;
    private PayerSums before = PayerSums.NONE;
    private PayerSums after = PayerSums.NONE;
  }

  /** A row; many in turn are of one day. */
  void add(int day, PayerSums before, PayerSums after) {
    if (day != lastDay) {
      lastDay = day;
      ofLastDay = months.computeIfAbsent(Day.text(day).substring(0, 7), month -> new Sum());
    }
    ofLastDay.rows++;
    ofLastDay.before = ofLastDay.before.plus(before);
    ofLastDay.after = ofLastDay.after.plus(after);
  }

  List<Month> months() {
    List<Month> all = new ArrayList<>();
    months.forEach(
        (month, sum) ->
            all.add(new Month(month, sum.rows, new BeforeAfter(sum.before, sum.after))));
    return List.copyOf(all);
  }
}
