package cohealth.time;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.text.RowText;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DayAppendTest {
  private final RowText text = new RowText();

  @Test
  void everyDayOfTenThousandYearsIsWrittenAsTheCalendarSays() {
    LocalDate end = LocalDate.of(10_001, 1, 1);
    for (LocalDate date = LocalDate.of(-1, 1, 1); date.isBefore(end); date = date.plusDays(1)) {
      text.clear();
      Day.append(text, Day.of(date));
      if (!text.toString().equals(date.toString())) {
        assertThat(text.toString()).isEqualTo(date.toString());
      }
    }
  }

  @Test
  void theSameDayIsWrittenAgainAndTheNextOneIsNot() {
    int day = Day.of(LocalDate.of(2025, 3, 14));
    Day.append(text, Day.OPEN_START);
    String open = text.toString();
    for (int each : new int[] {day, day, day + 1, Day.OPEN_START, day + 1, day}) {
      Day.append(text, each);
    }
    String last = "2025-03-15" + "2025-03-14";
    assertThat(text.toString())
        .isEqualTo(open + "2025-03-14".repeat(2) + "2025-03-15" + open + last);
    assertThat(open).isEqualTo(LocalDate.ofEpochDay(Day.OPEN_START).toString());
  }

  @Test
  void momentsAreWrittenToTheSecond() {
    DateTimeFormatter format = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      long moment = random.nextInt();
      String expected = LocalDateTime.ofEpochSecond(moment, 0, ZoneOffset.UTC).format(format);
      assertThat(Moment.text(moment)).isEqualTo(expected);
      text.clear();
      Moment.append(text, moment, ' ');
      assertThat(text.toString()).isEqualTo(expected.replace('T', ' '));
    }
  }
}
