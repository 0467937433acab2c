package cohealth.spark;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.io.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a job's command line is told in both languages. */
class JobOptionsTest {
  private static final String GOOD = "--households h --claims c --output o";

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "--claims c --output o => missing: --households.",
        "--households h --output o => missing: --claims.",
        "--households h --claims c => missing: --output.",
        GOOD + " --outptu x => unknown option '--outptu'.",
        GOOD + " --format => --format needs a value.",
        GOOD + " --format json => --format: 'json' is none of: csv, parquet.",
        GOOD + " --output p => --output is given twice.",
        GOOD + " --partitions -3 => --partitions: '-3' is not a whole number from 0.",
        GOOD + " --charset klingon => --charset: 'klingon' is none of: UTF-8, GB18030, GBK.",
        GOOD + " --delimiter xx => --delimiter: 'xx' is none of: , ; | ^ ~ tab.",
        GOOD + " --opening s --opening t --lang zh => --opening 给出了两次。",
        "--claims c --output o --lang=zh => 缺少：--households。"
      })
  void whatIsWrongIsTold(String words, String told) {
    assertThat(told(words)).isEqualTo(told);
  }

  @Test
  void valuesMayStandBehindAnEqualsSignAndRepeat() throws JobOptions.WrongUsage {
    JobOptions options =
        JobOptions.of("--households=h", "--claims", "a=b", "--claims=c", "--output", "o");
    assertThat(options.all("claims")).containsExactly("a=b", "c");
    assertThat(options.one("households")).isEqualTo("h");
    assertThat(options.has("force")).isFalse();
  }

  private static String told(String line) {
    String[] words = line.split(" ", -1);
    try {
      JobOptions.of(words);
      return "";
    } catch (JobOptions.WrongUsage e) {
      return e.told(new Messages(JobOptions.language(words)));
    }
  }
}
