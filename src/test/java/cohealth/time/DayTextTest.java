package cohealth.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts are days and moments, and why others are none. */
class DayTextTest {
  @ParameterizedTest
  @CsvSource({
    "2025-03-14, 2025-03-14",
    "2025/3/4, 2025-03-04",
    "2025/3/14, 2025-03-14",
    "2025/12/4, 2025-12-04",
    "2025/12/31, 2025-12-31",
    "20250314, 2025-03-14",
    "2000-01-01, 2000-01-01",
    "0099-12-31, 0099-12-31",
    "0001-01-01, 0001-01-01",
    "2024-02-29, 2024-02-29",
    "2025-02-28, 2025-02-28",
    "2025-04-30, 2025-04-30",
    "2025-01-31, 2025-01-31",
  })
  void days(String text, LocalDate date) {
    assertThat(DayText.day(text)).isEqualTo(Day.of(date));
    assertThat(DayText.moment(text)).isEqualTo(Moment.startOf(Day.of(date)));
    assertThat(DayText.fault(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "2025-02-29, NO_SUCH_DAY",
    "1900-02-29, NO_SUCH_DAY",
    "2025-04-31, NO_SUCH_DAY",
    "2025-01-32, NO_SUCH_DAY",
    "2025-01-00, NO_SUCH_DAY",
    "2025-00-01, NO_SUCH_DAY",
    "2025-13-01, NO_SUCH_DAY",
    "0000-01-01, NO_SUCH_DAY",
    "20250229, NO_SUCH_DAY",
    "2025-3-14, NO_SUCH_DAY",
    "2025/3-14, NO_SUCH_DAY",
    "2025/12/, NOT_A_DATE",
    "2025/3/, NOT_A_DATE",
    "2025/3/123, NOT_A_DATE",
    "2025/12/311, NOT_A_DATE",
    "202503141, NOT_A_DATE",
    "2025031, NOT_A_DATE",
    "/025-03-14, NOT_A_DATE",
    "2:25-03-14, NOT_A_DATE",
    "20/5-03-14, NOT_A_DATE",
    "202:-03-14, NOT_A_DATE",
    "2025-0:-14, NOT_A_DATE",
    "２０２５-03-14, NOT_A_DATE",
    "soon, NOT_A_DATE",
    "45000, SPREADSHEET_SERIAL",
    "45000.25, SPREADSHEET_SERIAL",
    "14.3.2025, YEAR_NOT_FIRST",
    "3/14/25, YEAR_NOT_FIRST",
  })
  void otherTextsAreNoDays(String text, DayFault fault) {
    assertThat(DayText.day(text)).isEqualTo(DayText.INVALID_DAY);
    assertThat(DayText.moment(text)).isEqualTo(DayText.INVALID);
    assertThat(DayText.fault(text)).isEqualTo(fault);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00:00:00",
        "23:59:59",
        "00:00:01",
        "09:26:53",
        "10:00:10",
        "00:00",
        "23:59",
        "09:26"
      })
  void timesOfDay(String time) {
    long moment = Moment.startOf(Day.of(LocalDate.of(2025, 3, 14)));
    long second = LocalDateTime.parse("2025-03-14T" + time).toLocalTime().toSecondOfDay();
    assertThat(DayText.moment("2025-03-14T" + time)).isEqualTo(moment + second);
    assertThat(DayText.moment("20250314 " + time)).isEqualTo(moment + second);
    assertThat(DayText.moment("2025/3/14 " + time)).isEqualTo(moment + second);
    assertThat(DayText.fault("2025-03-14T" + time)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "9:26",
        "24:00",
        "09:60",
        "09:26:60",
        "09:2",
        "09:26:5",
        "09:26:530",
        "09-26",
        "09:26-53",
        "-1:26",
        "09:-1",
        "09:26:-1",
        "0a:26",
        "09:26 ",
        "09.26.53"
      })
  void otherTimes(String time) {
    assertThat(DayText.moment("2025-03-14T" + time)).isEqualTo(DayText.INVALID);
    assertThat(DayText.fault("2025-03-14 " + time)).isEqualTo(DayFault.NO_SUCH_TIME);
    assertThat(DayText.day("2025-03-14T" + time)).isEqualTo(DayText.INVALID_DAY);
  }
}
