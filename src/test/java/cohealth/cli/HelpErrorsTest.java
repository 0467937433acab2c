package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.io.Language;
import cohealth.io.Messages;
import cohealth.io.ProblemCode;
import cohealth.report.TextWidth;
import cohealth.settlement.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code cohealth help errors} says, on the screen and in docs/errors.md. */
class HelpErrorsTest {
  private static final Path PAGE = Path.of("docs/errors.md");
  private static final Pattern GALLERY_LINK =
      Pattern.compile("\\]\\((\\.\\./samples/errors/[^)]*)\\)");

  @Test
  void theListHasOneLineForEachCode() {
    for (String locale : List.of("C", "zh_CN.UTF-8")) {
      List<String> lines = CliFolder.run(locale, "", "help", "errors").out().lines().toList();
      Set<String> texts = new HashSet<>();
      for (ProblemCode code : ProblemCode.values()) {
        List<String> own =
            lines.stream().filter(line -> line.startsWith("  " + code.code() + "  ")).toList();
        assertThat(own).as(code.code()).hasSize(1);
        String text = own.get(0).substring(8);
        assertThat(TextWidth.of(text)).as(text).isBetween(8, 110);
        assertThat(texts.add(text)).as("said of two codes: " + text).isTrue();
      }
      assertThat(lines.stream().filter(line -> line.matches("  [ENW]\\d{3}  .*")))
          .hasSize(ProblemCode.values().length);
    }
  }

  @Test
  void theListSaysWhatIsWrongAndThePageWhatToDo() {
    String list = CliFolder.run("C", "", "help", "errors").out();
    assertThat(list)
        .contains("\nE2: values\n", "\n  E207  '…' has more than two decimals\n")
        .contains("\n  E605  exists; name another file, or overwrite it with --force\n")
        .contains("\n  E227  is blank; a row with … … needs a value here\n");
    assertThat(CliFolder.run("C", "", "help", "errors", "E207").out())
        .isEqualTo(
            """
            error E207: '…' has more than two decimals; write …

            Money is counted in whole fen, so amounts have at most two decimals. They are
            never rounded in silence: round them where they come from. The value shown is
            rounded half up.

            Example (samples/errors/027-too-many-decimals):
              C001,P001,2025-03-14 09:26:53,general,primary,12.345
              claims.csv:2:47: error[E207] total: '12.345' has more than two decimals; write
              12.35
            """);
    assertThat(CliFolder.run("zh_CN.UTF-8", "", "help", "errors", "E207").out())
        .isEqualTo(
            """
            错误 E207：“…”的小数多于两位；请写成 …

            金额以分为单位，最多两位小数。程序不会自行舍入，请在数据来源处取舍。所示的值为四
            舍五入的结果。

            示例（samples/errors/027-too-many-decimals）：
              C001,P001,2025-03-14 09:26:53,general,primary,12.345
              claims.csv:2:47: 错误[E207] total: “12.345”的小数多于两位；请写成 12.35
            """);
  }

  @ParameterizedTest
  @EnumSource(ProblemCode.class)
  void everyCodeHasAPage(ProblemCode code) {
    for (Language language : Language.values()) {
      Messages messages = new Messages(language);
      String locale = language == Language.ZH ? "zh" : "en";
      String page = CliFolder.run(locale, "", "help", "errors", code.code()).out();
      assertThat(joined(page)).contains(joined(messages.help(code)), joined(messages.line(code)));
    }
  }

  /** Without the ends of lines and the blanks, which a page has at other places. */
  private static String joined(String text) {
    return text.replaceAll("\\s", "");
  }

  @Test
  void severalCodesInAnyCase() {
    String both = CliFolder.run("C", "", "help", "errors", "e601", "N101").out();
    String first = CliFolder.run("C", "", "help", "errors", "E601").out();
    String second = CliFolder.run("C", "", "help", "errors", "N101").out();
    assertThat(both).isEqualTo(first + "\n\n" + second);
    assertThat(second).startsWith("note N101: columns that are not known");
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void reasonsOfResultsAreKnownToo(Reason reason) {
    CommandLineRun run = CliFolder.run("C", "", "help", "errors", reason.name());
    assertThat(run.code()).isZero();
    assertThat(joined(run.out()))
        .startsWith(reason.name() + "isthereasonofaresult,notaproblem:")
        .contains(joined(new Messages(Language.EN).get("reason." + reason.name())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "E2O7 | Near it: E207, E217, E227. | 相近的有：E207, E217, E227。",
        "207 | Near it: E207. | 相近的有：E207。",
        "nonsense | '' | ''",
      })
  void anUnknownCodeIsToldWithTheNearest(String code, String english, String chinese) {
    CommandLineRun en = CliFolder.run("C", "", "help", "errors", code);
    CommandLineRun zh = CliFolder.run("zh_CN.UTF-8", "", "help", "errors", "E207", code);
    assertThat(en.err())
        .isEqualTo(
            "cohealth: there is no problem code '%s'.%s See 'cohealth help errors --help'.\n"
                .formatted(code, english.isEmpty() ? "" : " " + english));
    assertThat(zh.err())
        .isEqualTo(
            "cohealth: 没有错误代码“%s”。%s见“cohealth help errors --help”。\n".formatted(code, chinese));
    for (CommandLineRun run : List.of(en, zh)) {
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
    }
  }

  @Test
  void pagesFitTheScreen() {
    for (String locale : List.of("C", "zh_CN.UTF-8")) {
      for (int columns : new int[] {80, 120}) {
        CommandLineRun list = CommandLineRun.onScreen(columns, locale, "help", "errors");
        assertThat(list.out().lines())
            .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(columns));
      }
    }
  }

  @Test
  void theDocumentationIsWhatTheProgramSays() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(page)
        .as("docs/errors.md; scripts/update-errors writes it anew")
        .isEqualTo(CliFolder.run("C", "", "help", "errors", "--markdown").out())
        .isEqualTo(CliFolder.run("zh_CN.UTF-8", "", "help", "errors", "--markdown").out());
    List<String> links = GALLERY_LINK.matcher(page).results().map(found -> found.group(1)).toList();
    assertThat(links).hasSizeGreaterThan(80).doesNotHaveDuplicates();
    assertThat(links)
        .allSatisfy(link -> assertThat(Path.of("docs").resolve(link).normalize()).isDirectory());
  }
}
