package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What shells offer behind {@code cohealth}; where a shell is on the machine, by asking it. */
class CompletionTest {
  /** Calls the function as bash does, with the words of the line, and shows what it offers. */
  private static final String ASK_BASH =
      """
      source ./completion.bash
      COMP_WORDS=(%s)
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      $(complete -p cohealth | sed 's/.*-F \\([^ ]*\\) .*/\\1/')
      echo "[${COMPREPLY[*]}]"
      """;

  @TempDir Path temporary = Path.of("");

  @Test
  void theScriptForBashIsBash() throws IOException {
    assumeTrue(ShellRun.has("bash"));
    write("bash");
    ShellRun run = ShellRun.of(temporary, "bash", "-n", "completion.bash");
    assertThat(run.output()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cohealth '' | [settle check quota explain advise reconcile compare report verify policy generate template completion help]",
        "cohealth po | [policy]",
        "cohealth policy '' | [list show check test]",
        "cohealth --lang zh policy te | [test]",
        "cohealth policy show 51040 | [510400-employee]",
        "cohealth policy list --f | [--format]",
        "cohealth settle --f | [--format --force]",
        "cohealth settle --format '' | [table csv json ndjson]",
        "cohealth settle -f nd | [ndjson]",
        // bash takes = for a word of its own
        "cohealth settle --format = j | [json]",
        "cohealth settle --format = | [table csv json ndjson]",
        "cohealth settle -p 510400-employee 51030 | [510300-employee]",
        "cohealth settle -C a.csv b.csv --postin | [--postings]",
        // nothing of the program's: the shell offers files
        "cohealth settle -H '' | []",
        "cohealth settle -C a.csv hous | []",
        // a file that is called like a command is none
        "cohealth settle -H policy --rej | [--rejects]",
        "cohealth template cl | [claims]",
        "cohealth completion z | [zsh]",
        "cohealth help errors E60 | [E601 E602 E603 E604 E605 E606 E607 E608 E609]",
        "cohealth help comp | [compare completion]",
      })
  void bashOffers(String words, String offered) throws IOException {
    assumeTrue(ShellRun.has("bash"));
    write("bash");
    ShellRun run = ShellRun.of(temporary, "bash", "--norc", "-c", ASK_BASH.formatted(words));
    assertThat(run.output()).isEqualTo(offered + "\n");
  }

  @Test
  void theScriptForZshLoadsItsEmulationOfBash() throws IOException {
    String zsh = CliFolder.run("C", "", "completion", "zsh").out();
    String bash = CliFolder.run("C", "", "completion", "bash").out();
    assertThat(zsh).contains("\nautoload -Uz bashcompinit && bashcompinit\n");
    assertThat(zsh).endsWith(bash.substring(bash.indexOf("_cohealth() {")));
    // zsh takes what follows a second colon for a modifier, unless it is a number
    assertThat(Pattern.compile("\\[@]:1:[A-Z]").matcher(zsh).find()).isFalse();
    if (ShellRun.has("zsh")) {
      write("zsh");
      assertThat(ShellRun.of(temporary, "zsh", "-n", "completion.zsh").output()).isEmpty();
    }
  }

  @Test
  void theScriptForFishIsFish() throws IOException {
    assumeTrue(ShellRun.has("fish"));
    write("fish");
    assertThat(ShellRun.of(temporary, "fish", "-n", "completion.fish").output()).isEmpty();
    ShellRun run =
        ShellRun.of(
            temporary, "fish", "-c", "source completion.fish; complete -C 'cohealth policy '");
    assertThat(run.output().lines())
        .containsExactlyInAnyOrder(
            "list\tList the policy documents that there are.",
            "show\tShow a policy document as tables, each value beside its source.",
            "check\tTell what is wrong with policy documents, and what is odd in them.",
            "test\tSettle golden folders and compare with the results that were worked out.");
  }

  @Test
  void fishIsToldEveryCommandAndOptionWithItsMeaning() {
    String fish = CliFolder.run("C", "", "completion", "fish").out();
    assertThat(fish)
        .contains("complete -c cohealth -n '__cohealth_at cohealth' -a 'settle' -d 'Settle claims")
        .contains(
            "\ncomplete -c cohealth -n '__cohealth_at cohealth settle' -s f -l format -x"
                + " -a 'table csv json ndjson' -d 'table, csv, json or ndjson; without it by the"
                + " output\\'s extension, else table.'\n")
        .contains("__cohealth_at cohealth settle' -s H -l households -r -F -d ")
        .contains("__cohealth_at cohealth policy test' -F\n")
        .contains("__cohealth_at cohealth settle' -l limit -x -d ")
        .contains("__cohealth_at cohealth settle' -l force -d ");
    assertThat(CliFolder.run("zh_CN.UTF-8", "", "completion", "fish").out())
        .contains(" -a 'settle' -d '结算家庭的门诊费用");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void everyCommandAndOptionIsInTheScript(String shell) {
    String script = CliFolder.run("C", "", "completion", shell).out();
    assertThat(script).doesNotContainPattern("@[a-z]+@");
    for (String command : List.of("settle", "policy check", "template", "help errors")) {
      assertThat(script).contains("'cohealth " + command + "'");
    }
    String help = CliFolder.run("C", "", "settle", "--help").out();
    List<String> options =
        Pattern.compile("^ .*?--([a-z-]+)", Pattern.MULTILINE)
            .matcher(help.substring(help.indexOf("Options:"), help.indexOf("Exit codes:")))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(options).hasSizeGreaterThan(20);
    assertThat(options)
        .allSatisfy(option -> assertThat(script).containsPattern("(--| -l )" + option + "\\b"));
  }

  private void write(String shell) throws IOException {
    String script = CliFolder.run("C", "", "completion", shell).out();
    Files.writeString(temporary.resolve("completion." + shell), script);
  }
}
