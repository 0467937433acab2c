package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.io.Language;
import cohealth.io.Messages;
import cohealth.report.TextWidth;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

class HelpTest {
  private static final List<String> LOCALES = List.of("C", "zh_CN.UTF-8");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "-h",
        "help",
        "settle --help",
        "settle -h",
        "reconcile --help",
        "help reconcile",
        "verify --help",
        "help verify",
        "compare --help",
        "help settle",
        "help help",
        "policy --help",
        "help policy",
        "policy list -h",
        "policy show --help",
        "help policy show",
        "help help errors",
        "template -h",
        "generate --help",
        "help completion"
      })
  void theHelpGoesToStandardOutputWithoutAnyKey(String arguments) {
    for (String locale : LOCALES) {
      CommandLineRun run = CliFolder.run(locale, "", arguments.split(" ", -1));
      assertThat(run.code()).isZero();
      assertThat(run.err()).isEmpty();
      assertThat(run.out()).isNotBlank().doesNotContain("%n", "usage.", "null", "{", "\u001b");
    }
  }

  @Test
  void helpOfACommandIsTheSameInAllWays() {
    for (String locale : LOCALES) {
      String help = CliFolder.run(locale, "", "settle", "--help").out();
      assertThat(CliFolder.run(locale, "", "help", "settle").out()).isEqualTo(help);
      assertThat(CliFolder.run(locale, "", "settle", "-h").out()).isEqualTo(help);
    }
  }

  @Test
  void chineseHelpIsChinese() {
    String help = CliFolder.run("zh_CN.UTF-8", "", "settle", "--help").out();
    assertThat(help).contains("用法：cohealth settle", "选项：", "退出码：", "示例：");
    assertThat(CliFolder.run("C", "", "settle", "--help", "--lang", "zh").out()).isEqualTo(help);
    assertThat(CliFolder.run("C", "", "help", "settle", "--lang", "zh").out()).isEqualTo(help);
    assertThat(CliFolder.run("C", "", "--lang", "zh", "settle", "--help").out()).isEqualTo(help);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyCommandAndOptionIsExplained(Language language) {
    CommandLine line = commandLine(language);

    assertExplained(line.getCommandSpec());
    assertAllExplained(line);
  }

  private static CommandLine commandLine(Language language) {
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            new ByteArrayOutputStream(),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            Map.of(),
            false,
            0,
            "C");
    CommandLine line =
        new CommandLine(new CohealthCommand(), new Commands(terminal, new Messages(language)));
    line.setResourceBundle(HelpTexts.in(language));
    return line;
  }

  private static void assertAllExplained(CommandLine command) {
    for (CommandLine below : command.getSubcommands().values()) {
      assertExplained(below.getCommandSpec());
      assertAllExplained(below);
    }
  }

  private static void assertExplained(CommandSpec command) {
    assertThat(command.usageMessage().header()).as(command.qualifiedName()).isNotEmpty();
    for (ArgSpec argument : command.args()) {
      assertThat(argument.description())
          .as(command.qualifiedName() + " " + argument)
          .hasSize(1)
          .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("%"));
    }
  }

  @Test
  void bothLanguagesExplainTheSame() {
    assertThat(Collections.list(HelpTexts.in(Language.ZH).getKeys()))
        .containsExactlyInAnyOrderElementsOf(Collections.list(HelpTexts.in(Language.EN).getKeys()));
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 120})
  void linesFitTheTerminal(int columns) {
    for (String locale : LOCALES) {
      for (String[] names : commands()) {
        String[] arguments =
            Stream.concat(Stream.of("help"), Stream.of(names)).toArray(String[]::new);
        assertThat(CommandLineRun.onScreen(columns, locale, arguments).out().lines())
            .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(columns));
      }
    }
  }

  /** The names of all commands, as they are typed behind the program's. */
  private static List<String[]> commands() {
    return ShellCommand.all(commandLine(Language.EN).getCommandSpec()).stream()
        .map(ShellCommand::path)
        .map(path -> path.split(" ", -1))
        .map(words -> Arrays.copyOfRange(words, 1, words.length))
        .toList();
  }

  @Test
  void theHelpNamesEveryExitCodeOfTheProgram() {
    String help = CliFolder.run("C", "", "settle", "--help").out();
    for (ExitCode code : ExitCode.values()) {
      if (code != ExitCode.NOT_HELD) { // settle checks nothing
        assertThat(help).containsPattern("\\b" + code.code() + "\\b");
      }
    }
    assertThat(CliFolder.run("C", "", "policy", "test", "--help").out()).contains("4 something");
  }

  @Test
  void theVersionIsOneLine() {
    CommandLineRun run = CliFolder.run("C", "", "--version");
    assertThat(run.out()).startsWith("cohealth ").hasLineCount(1);
    assertThat(run.code()).isZero();
  }
}
