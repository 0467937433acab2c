package cohealth.generation;

import cohealth.time.Day;
import cohealth.time.Moment;
import java.time.LocalDate;

/**
 * When claims happen: the time of row k of n is a random point in the k-th of n equally busy parts
 * of the period. So the rows are in order of time, and each can be made without the others.
 */
final class VisitTimes {
  private static final int HOURS = 24;
  private static final int SECONDS = 3600;
  private static final long LARGEST = 1L << 31;

  private final int firstDay;
  private final long rows;
  private final long[] starts;

  VisitTimes(Population population, long rows) {
    this.firstDay = population.firstDay();
    this.rows = rows;
    int days = population.lastDay() - firstDay + 1;
    Population.Care care = population.care();
    long[] weights = new long[days * HOURS];
    long sum = 0;
    for (int i = 0; i < weights.length; i++) {
      LocalDate date = Day.date(firstDay + i / HOURS);
      weights[i] =
          (long) care.months().get(date.getMonthValue() - 1)
              * care.weekdays().get(date.getDayOfWeek().getValue() - 1)
              * care.hours().get(i % HOURS);
      sum += weights[i];
    }
    // as fine as numbers of 63 bits allow, with a row's number of 31
    starts = new long[weights.length + 1];
    long before = 0;
    for (int i = 0; i < weights.length; i++) {
      starts[i] = before * LARGEST / sum;
      before += weights[i];
    }
    starts[weights.length] = LARGEST;
  }

  /** The moment of a row. */
  long moment(long row, long bits) {
    long part = bits >>> 33; // 31 bits
    long place = (row * LARGEST + part) / rows;
    int low = 0;
    int high = starts.length - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (starts[middle] <= place) {
        low = middle;
      } else {
        high = middle;
      }
    }
    long second = (place - starts[low]) * SECONDS / (starts[low + 1] - starts[low]);
    return Moment.of(firstDay + low / HOURS, low % HOURS * SECONDS + (int) second);
  }
}
