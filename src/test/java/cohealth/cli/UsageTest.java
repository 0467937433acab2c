package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A wrong command line: code 2 and one line that says what, a suggestion, and where the help is.
 */
class UsageTest {
  private static final String FULL = "settle -H h.csv -C c.csv";

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "settle ¦ missing: --households, --claims. ¦ 缺少：--households, --claims。",
        "settle -C c.csv ¦ missing: --households. ¦ 缺少：--households。",
        "settle -H ¦ --households needs a value. ¦ --households 需要一个值。",
        FULL + " --format ¦ --format needs a value. ¦ --format 需要一个值。",
        FULL + " -p --force ¦ --policy needs a value. ¦ --policy 需要一个值。",
        FULL + " -H h.csv ¦ --households is given twice. ¦ --households 给出了两次。",
        FULL
            + " --outptu x ¦ unknown option '--outptu'. Did you mean '--output'?"
            + " ¦ 未知选项“--outptu”。是否想用“--output”？",
        FULL + " -x ¦ unknown option '-x'. ¦ 未知选项“-x”。",
        "settle --hosueholds h.csv -C c.csv"
            + " ¦ unknown option '--hosueholds'. Did you mean '--households'?"
            + " ¦ 未知选项“--hosueholds”。是否想用“--households”？",
        FULL
            + " --format xml ¦ --format: 'xml' is none of: table, csv, json, ndjson."
            + " ¦ --format：“xml”不在可选值之中：table, csv, json, ndjson。",
        FULL
            + " --columns all ¦ --columns: 'all' is none of: cohealth, full, national."
            + " ¦ --columns：“all”不在可选值之中：cohealth, full, national。",
        FULL
            + " --columns national --profile x ¦ --profile: 'x' is none of: standard,"
            + " family-apart, funds-with-account, family-apart-funds-with-account."
            + " ¦ --profile：“x”不在可选值之中：standard, family-apart, funds-with-account,"
            + " family-apart-funds-with-account。",
        FULL
            + " --columns full --profile standard"
            + " ¦ --profile is how a place reads national columns; give it with --columns national."
            + " ¦ --profile 说明各地如何理解国家接口字段；请与 --columns national 一起使用。",
        FULL
            + " --totals x.csv ¦ --totals: 'x.csv' has no keys and file; write them as"
            + " person+month=totals.csv. ¦ --totals：“x.csv”不是“键=文件”的形式；请写成"
            + " person+month=totals.csv。",
        FULL
            + " --totals person+age=x ¦ --totals: 'age' is none of: person, household, payer,"
            + " month, level, type, benefit. ¦ --totals：“age”不在可选值之中：person, household,"
            + " payer, month, level, type, benefit。",
        FULL
            + " --totals =x ¦ --totals: '' is none of: person, household, payer,"
            + " month, level, type, benefit. ¦ --totals：“”不在可选值之中：person, household,"
            + " payer, month, level, type, benefit。",
        FULL
            + " --totals month+month=x ¦ --totals month is given twice."
            + " ¦ --totals month 给出了两次。",
        FULL
            + " --journal - --totals month=x"
            + " ¦ only one output can go to standard output ('-', or results without --output)."
            + " ¦ 只能有一个输出写到标准输出（“-”，或没有 --output 的结果）。",
        FULL
            + " -o x --journal - --totals month=-"
            + " ¦ only one output can go to standard output ('-', or results without --output)."
            + " ¦ 只能有一个输出写到标准输出（“-”，或没有 --output 的结果）。",
        FULL
            + " --charset utf ¦ --charset: 'utf' is none of: UTF-8, GB18030, GBK."
            + " ¦ --charset：“utf”不在可选值之中：UTF-8, GB18030, GBK。",
        FULL
            + " --delimiter ab ¦ --delimiter: 'ab' is none of: , ; | ^ ~ tab."
            + " ¦ --delimiter：“ab”不在可选值之中：, ; | ^ ~ tab。",
      })
  void tellsWhatIsWrong(String arguments, String english, String chinese) {
    assertUsage(arguments, english, chinese, "cohealth settle");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--limit;many;--limit: 'many' is not a whole number from 0.;--limit：“many”不是从 0 起的整数。",
        "--limit;-3;--limit: '-3' is not a whole number from 0.;--limit：“-3”不是从 0 起的整数。",
        "--threads;x;--threads: 'x' is not a whole number from 1.",
        "--opening-date;2025-02-30;--opening-date: '2025-02-30' is not a day; write it as"
      })
  void tellsWhatFits(String option, String value, String english) {
    CommandLineRun run = CliFolder.run("C", "", (FULL + " " + option + " " + value).split(" ", -1));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("cohealth: " + english);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "` ` | say what to do, for example 'cohealth settle'. | 请说明要做什么，例如“cohealth settle”。",
        "setle | there is no command 'setle'. Did you mean 'settle'? | 没有命令“setle”。是否想用“settle”？",
        "setle --help | there is no command 'setle'. Did you mean 'settle'?"
            + " | 没有命令“setle”。是否想用“settle”？",
        "help setle | there is no command 'setle'. Did you mean 'settle'?"
            + " | 没有命令“setle”。是否想用“settle”？",
        "--lang | --lang needs a value. | --lang 需要一个值。",
        "--version=2 | --version takes no value. | --version 不带值。",
        "--verbose | unknown option '--verbose'. Did you mean '--version'?"
            + " | 未知选项“--verbose”。是否想用“--version”？",
      })
  void tellsWhatIsWrongBeforeTheCommand(String arguments, String english, String chinese) {
    assertUsage(arguments.replace("` `", ""), english, chinese, "cohealth");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "policy | policy lst | there is no command 'lst'. Did you mean 'list'? | 没有命令“lst”。是否想用“list”？",
        "policy | help policy lst | there is no command 'lst'. Did you mean 'list'?"
            + " | 没有命令“lst”。是否想用“list”？",
        "policy show | policy show | missing: NAME/FILE. | 缺少：NAME/FILE。",
        "policy show | policy show a b | unexpected 'b'. | 多余的“b”。",
        "template | template | missing: TABLE. | 缺少：TABLE。",
        "template | template house"
            + " | TABLE: 'house' is none of: households, bindings, claims, activities."
            + " | TABLE：“house”不在可选值之中：households, bindings, claims, activities。",
        "template | template claims --headers fr"
            + " | --headers: 'fr' is none of: zh, en. | --headers：“fr”不在可选值之中：zh, en。",
        "completion | completion tcsh | SHELL: 'tcsh' is none of: bash, zsh, fish."
            + " | SHELL：“tcsh”不在可选值之中：bash, zsh, fish。",
        "completion | completion bash --Lang zh | unknown option '--Lang'. Did you mean '--lang'?"
            + " | 未知选项“--Lang”。是否想用“--lang”？",
        "help | help -x | unknown option '-x'. | 未知选项“-x”。",
        "help | help settle --man-pages x | unexpected 'settle'. | 多余的“settle”。",
        "settle | settle --quiet=yes | --quiet takes no value. | --quiet 不带值。",
        "settle | settle -hx | unknown option '-x'. | 未知选项“-x”。",
        "help errors | help errors --markdown E207 | unexpected 'E207'. | 多余的“E207”。",
      })
  void tellsWhatIsWrongInEveryCommand(
      String command, String arguments, String english, String chinese) {
    assertUsage(
        arguments, english.replace('/', '|'), chinese.replace('/', '|'), "cohealth " + command);
  }

  private static void assertUsage(
      String arguments, String english, String chinese, String command) {
    String[] args = arguments.isEmpty() ? new String[0] : arguments.split(" ", -1);
    CommandLineRun en = CliFolder.run("C", "", args);
    CommandLineRun zh = CliFolder.run("zh_CN.UTF-8", "", args);
    assertThat(en.err()).isEqualTo("cohealth: " + english + " See '" + command + " --help'.\n");
    assertThat(zh.err()).isEqualTo("cohealth: " + chinese + "见“" + command + " --help”。\n");
    for (CommandLineRun run : List.of(en, zh)) {
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
    }
  }

  @Test
  void theLanguageIsThatOfTheOptionThenOfTheLocale() {
    assertThat(CliFolder.run("zh_CN.UTF-8", "", "settle", "--lang", "en").err())
        .contains("missing");
    assertThat(CliFolder.run("C", "", "settle", "--lang=zh_CN").err()).contains("缺少");
    assertThat(CliFolder.run("C", "", "--lang", "zh", "settle").err()).contains("缺少");
    assertThat(CliFolder.run("C", "", "settle", "--lang", "fr").err())
        .startsWith("cohealth: --lang: 'fr' is none of: zh, en.");
  }

  @Test
  void aBlankFileNameIsNotTheCurrentFolder() {
    for (List<String> args :
        List.of(
            List.of("settle", "-H", "", "-C", "c.csv"),
            List.of("settle", "-H", "h.csv", "-C", "c.csv", "-o", ""),
            List.of("settle", "-H", "h.csv", "-C", "c.csv", "--journal", ""),
            List.of("settle", "-H", "h.csv", "-C", "c.csv", "--totals", "person="),
            List.of("settle", "-H", "h.csv", "-C", "c.csv", "-p", ""))) {
      CommandLineRun run = CliFolder.run("C", "", args.toArray(String[]::new));
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).startsWith("cohealth: a file name is blank;");
    }
  }

  @Test
  void nothingInAnArgumentReachesTheTerminal() {
    CommandLineRun run = CliFolder.run("C", "", "settle", "-H", "h", "-C", "c", "--x\u001b[31m\n");
    assertThat(run.err()).startsWith("cohealth: unknown option '--x\\u{001B}[31m\\u{000A}'.");
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void aWrongCommandLineIsToldBeforeAnyFileIsRead(@TempDir Path temporary) {
    CliFolder folder = new CliFolder(temporary);
    String[] missing = {"settle", "-H", folder.path("none.csv"), "-C", folder.path("none2.csv")};
    CommandLineRun run = CliFolder.run("C", "", with(missing, "--output", "-", "--postings", "-"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("cohealth: only one output can go to standard output");

    run = CliFolder.run("C", "", "settle", "-H", "-", "-C", "-");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("cohealth: '-' can be read only once.");
  }

  private static String[] with(String[] args, String... more) {
    return Stream.concat(Stream.of(args), Stream.of(more)).toArray(String[]::new);
  }
}
