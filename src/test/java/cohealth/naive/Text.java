package cohealth.naive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The text forms of money, yes and no, dates and times, as far as the generator writes them. */
final class Text {
  private static final Set<String> YES = Set.of("yes", "true", "1", "是");

  private Text() {}

  static long fen(String yuan) {
    return yuan.isEmpty() ? 0 : new BigDecimal(yuan).movePointRight(2).longValueExact();
  }

  static String yuan(long fen) {
    long cents = Math.abs(fen);
    String text = cents / 100 + (cents % 100 < 10 ? ".0" : ".") + cents % 100;
    return fen < 0 ? "-" + text : text;
  }

  static boolean yes(String word, boolean whenBlank) {
    return word.isEmpty() ? whenBlank : YES.contains(word);
  }

  static @Nullable LocalDate date(String day) {
    return day.isEmpty() ? null : LocalDate.parse(day);
  }

  static LocalDateTime time(String moment) {
    return moment.length() == 10
        ? LocalDate.parse(moment).atStartOfDay()
        : LocalDateTime.parse(moment.replace(' ', 'T'));
  }

  static String time(LocalDateTime moment) {
    String text = moment.toString();
    return text.length() == 16 ? text + ":00" : text;
  }
}
