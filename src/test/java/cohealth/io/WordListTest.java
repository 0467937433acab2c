package cohealth.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which words and national codes a column takes, and what is offered instead of others. */
class WordListTest {
  private final WordList<String> words =
      new WordList<String>()
          .add("active", "active", "在职", "1")
          .addCodes("working", "11")
          .addCodes("other", "110");

  @ParameterizedTest
  @CsvSource({
    "active, active",
    "ACTIVE, active",
    "在职, active",
    "1, active",
    "11, working",
    "1102, other",
    "112345, working",
    "1123456,",
    "11x,",
    "11/,",
    "11:,",
    "119, working",
    "1119, working",
    "12,",
    "2,",
    "'',",
  })
  void codesAreNumbersOfSixDigitsAtMost(String text, @Nullable String meaning) {
    assertThat(words.find(text)).isEqualTo(meaning);
  }

  @Test
  void nearWordsAreOfferedOrTheFirstTwelve() {
    assertThat(words.offer("activ")).isEqualTo("active");
    assertThat(words.offer("nothing like it")).isEqualTo("active");
    WordList<Integer> many = new WordList<>();
    StringBuilder offered = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      many.add(i, "word" + (char) ('a' + i));
      offered.append(i == 0 ? "" : ", ").append("word").append((char) ('a' + i));
    }
    assertThat(many.offer("something")).isEqualTo(offered.toString());
    assertThat(many.add(12, "wordm").offer("something")).isEqualTo(offered + ", …");
  }
}
