package cohealth.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Days are counted as the calendar of the platform counts them. */
class DayTest {
  private static final int FIRST = Day.of(LocalDate.of(-5, 1, 1));
  private static final int LAST = Day.of(LocalDate.of(9999, 12, 31));
  private static final int MODERN = Day.of(LocalDate.of(1890, 1, 1));
  private static final int MODERN_LAST = Day.of(LocalDate.of(2110, 12, 31));

  @Test
  void everyDayHasItsDate() {
    for (int day = FIRST; day <= LAST; day += day > MODERN && day < MODERN_LAST ? 1 : 13) {
      LocalDate date = LocalDate.ofEpochDay(day);
      long calendar = Day.calendar(day);
      assertThat(Day.year(calendar)).isEqualTo(date.getYear());
      assertThat(Day.month(calendar)).isEqualTo(date.getMonthValue());
      assertThat(Day.monthAndDay(calendar))
          .isEqualTo(Day.monthAndDay(date.getMonthValue(), date.getDayOfMonth()));
      if (date.getYear() > 0) {
        int month = date.getMonthValue();
        assertThat(Day.of(date.getYear(), month, date.getDayOfMonth())).isEqualTo(day);
      }
    }
  }

  @Test
  void everyDayHasItsYearAndMonth() {
    YearStart july = new YearStart(MonthDay.of(7, 1));
    for (int day = MODERN; day <= MODERN_LAST; day++) {
      LocalDate date = LocalDate.ofEpochDay(day);
      int year = date.getYear();
      assertThat(YearStart.JANUARY.yearOf(day)).isEqualTo(year);
      assertThat(july.yearOf(day)).isEqualTo(date.getMonthValue() < 7 ? year - 1 : year);
      assertThat(PeriodKind.MONTH.number(day, july, 0))
          .isEqualTo(year * 12 + date.getMonthValue() - 1);
    }
  }

  @Test
  void agesAreThoseOfTheCalendar() {
    Random random = new Random(7);
    for (int i = 0; i < 200_000; i++) {
      int born = MODERN + random.nextInt(MODERN_LAST - MODERN);
      int day = MODERN + random.nextInt(MODERN_LAST - MODERN);
      assertThat(Day.age(born, day))
          .isEqualTo(Period.between(Day.date(born), Day.date(day)).getYears());
    }
  }

  @Test
  void birthdaysBeginAnAge() {
    Random random = new Random(8);
    for (int i = 0; i < 50_000; i++) {
      int born = MODERN + random.nextInt(40_000);
      int age = random.nextInt(100);
      int birthday = Day.birthday(born, age);
      assertThat(Day.age(born, birthday)).isEqualTo(age);
      assertThat(Day.age(born, birthday - 1)).isLessThanOrEqualTo(Math.max(0, age - 1));
    }
  }
}
