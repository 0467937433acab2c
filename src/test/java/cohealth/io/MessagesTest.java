package cohealth.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private final Messages en = new Messages(Language.EN);
  private final Messages zh = new Messages(Language.ZH);

  private static final Problem DECIMALS =
      Problem.at(ProblemCode.TOO_MANY_DECIMALS, "claims.csv", 1042, 31, "total", "12.345", "12.35");

  @Test
  void tellsFileLineColumnFieldWhatWasFoundAndWhatToWrite() {
    assertThat(en.text(DECIMALS))
        .isEqualTo(
            "claims.csv:1042:31: error[E207] total: '12.345' has more than two decimals; write"
                + " 12.35");
    assertThat(zh.text(DECIMALS))
        .isEqualTo("claims.csv:1042:31: 错误[E207] total: “12.345”的小数多于两位；请写成 12.35");
  }

  @Test
  void leavesOutLineAndColumnWhenThereAreNone() {
    assertThat(en.text(Problem.at(ProblemCode.BLANK_ROW, "a.csv", 3, 0, null)))
        .isEqualTo("a.csv:3: error[E107] a blank row in the middle of the data; delete it");
    assertThat(en.text(Problem.at(ProblemCode.UNKNOWN_COLUMN, "a.csv", 0, 0, null, "x")))
        .isEqualTo("a.csv: note[N101] columns that are not known and were ignored: x");
    assertThat(zh.text(Problem.at(ProblemCode.UNKNOWN_COLUMN, "a.csv", 0, 0, null, "x")))
        .startsWith("a.csv: 提示[N101] ");
  }

  @Test
  void nothingInAFileNameReachesTheTerminal() {
    assertThat(en.text(Problem.at(ProblemCode.BLANK_ROW, "a\u001b[31m.csv", 0, 0, null)))
        .startsWith("a\\u{001B}[31m.csv: ");
  }

  @Test
  void textThatLooksLikeAPlaceholderStaysAsItIs() {
    Problem problem =
        Problem.at(ProblemCode.TOO_MANY_DECIMALS, "a.csv", 1, 1, "total", "{1}", "{0}");
    assertThat(en.sentence(problem)).isEqualTo("'{1}' has more than two decimals; write {0}");
  }

  @Test
  void bothLanguagesHaveTheSameKeysAndPlaceholders() {
    assertThat(zh.keys()).isEqualTo(en.keys());
    for (String key : en.keys()) {
      assertThat(placeholders(zh, key)).as(key).isEqualTo(placeholders(en, key));
      assertThat(en.get(key)).as(key).isNotBlank();
      assertThat(zh.get(key)).as(key).isNotBlank();
    }
  }

  @Test
  void everyCodeHasALineAndAParagraphAndNoCodeIsUsedTwice() {
    Set<String> codes = new TreeSet<>();
    for (ProblemCode code : ProblemCode.values()) {
      assertThat(codes.add(code.code())).as(code.code()).isTrue();
      assertThat(en.keys()).contains(code.code(), code.code() + ".help");
      assertThat(en.help(code)).as(code.code()).hasSizeGreaterThan(40);
      assertThat(zh.help(code)).as(code.code()).hasSizeGreaterThan(12);
    }
    Set<String> known = codes;
    assertThat(en.keys().stream().filter(key -> key.matches("[ENW][0-9]{3}(\\.help)?")))
        .allSatisfy(key -> assertThat(known).contains(key.replace(".help", "")));
  }

  @Test
  void placeholdersAreNumberedFromZeroWithoutGaps() {
    for (String key : en.keys()) {
      Set<String> places = placeholders(en, key);
      for (int i = 0; i < places.size(); i++) {
        assertThat(places).as(key).contains("{" + i + "}");
      }
    }
  }

  @Test
  void anUnknownKeyIsAFaultOfTheProgram() {
    assertThatThrownBy(() -> en.get("no.such.key")).isInstanceOf(IllegalArgumentException.class);
  }

  private static Set<String> placeholders(Messages messages, String key) {
    return Pattern.compile("\\{[0-9]}")
        .matcher(messages.get(key))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
