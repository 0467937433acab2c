package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cohealth.io.Language;
import cohealth.io.Messages;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** What is read without picocli is what picocli would have read. */
final class PlainWordsTest {
  private static final int LINES = 2_000;

  private final Terminal terminal =
      new Terminal(
          new ByteArrayInputStream(new byte[0]),
          new ByteArrayOutputStream(),
          new PrintStream(new ByteArrayOutputStream()),
          Map.of(),
          false,
          0,
          "C");
  private final Messages messages = new Messages(Language.EN);
  private final Commands commands = new Commands(terminal, messages);

  @ParameterizedTest
  @ValueSource(
      strings = {"settle", "check", "quota", "explain", "advise", "reconcile", "compare", "verify"})
  void randomLinesAreReadAsPicocliReadsThem(String name) {
    Random random = new Random(name.hashCode());
    List<String> vocabulary = vocabulary(name);
    int read = 0;
    for (int i = 0; i < LINES; i++) {
      String[] words = line(random, vocabulary);
      PlainCommand plain = plain(name);
      if (PlainWords.read(words, 0, plain)) {
        read++;
        CommandLine expected = picocli(name);
        String shown = String.join(" ", words);
        assertThatCode(() -> expected.parseArgs(words)).as(shown).doesNotThrowAnyException();
        assertThat(values(new CommandLine(plain))).as(shown).isEqualTo(values(expected));
      }
    }
    assertThat(read).isGreaterThan(LINES / 100);
  }

  /** Otherwise a new option would be slow, and nobody would see it. */
  @ParameterizedTest
  @ValueSource(
      strings = {"settle", "check", "quota", "explain", "advise", "reconcile", "compare", "verify"})
  void everyOptionIsPlainUnderEachOfItsNames(String name) {
    CommandLine line = picocli(name);
    for (OptionSpec option : line.getCommandSpec().options()) {
      if (option.usageHelp()) {
        continue;
      }
      for (String spelling : option.names()) {
        List<String> words = new ArrayList<>(required(name, option));
        words.add(spelling);
        if (option.arity().max() > 0) {
          words.add(sample(option));
        }
        String[] plain = words.toArray(String[]::new);
        PlainCommand command = plain(name);
        assertThat(PlainWords.read(plain, 0, command)).as(name + " " + words).isTrue();
      }
    }
  }

  @Test
  void wrongLinesAreLeftToPicocli() {
    for (String line :
        List.of(
            "--unknown",
            "--output",
            "--output=",
            "-o a -o b",
            "-o a --output b",
            "-f xml",
            "--limit x",
            "--limit 9999999999999999999",
            "--quiet=yes",
            "--lang fr",
            "word",
            "-o -x",
            "-ofile",
            "--",
            "--help",
            "-h",
            "--claims",
            "--claims -H h.csv")) {
      PlainCommand settle = plain("settle");
      assertThat(PlainWords.read(line.split(" ", -1), 0, settle)).as(line).isFalse();
    }
    PlainCommand reconcile = plain("reconcile");
    assertThat(PlainWords.read(new String[0], 0, reconcile)).isFalse();
    PlainCommand explain = plain("explain");
    assertThat(PlainWords.read(new String[] {"--refund"}, 0, explain)).isFalse();
    PlainCommand verify = plain("verify");
    assertThat(PlainWords.read(new String[] {"--quiet"}, 0, verify)).isFalse();
  }

  /** Names of commands without an own way to be called are those that picocli knows. */
  @Test
  void commandsThatAreKnownAloneHaveTheNamesThatTheHelpSays() {
    CommandLine all = new CommandLine(new CohealthCommand(), commands);
    all.getSubcommands()
        .forEach(
            (name, line) -> {
              Class<?> alone = Commands.alone(name);
              if (alone != null) {
                assertThat(line.<Object>getCommand()).isInstanceOf(alone);
              }
            });
    assertThat(Commands.alone("policy")).isNotNull();
  }

  private PlainCommand plain(String name) {
    return Objects.requireNonNull(Main.plain(name, terminal, messages));
  }

  private CommandLine picocli(String name) {
    CommandLine line = new CommandLine(Objects.requireNonNull(Commands.alone(name)), commands);
    CommandLines.strict(line);
    return line;
  }

  private static List<String> required(String name, OptionSpec tried) {
    if (name.equals("explain")) {
      return List.of("C001");
    }
    if (name.equals("verify")) {
      return List.of("manifest.json");
    }
    if (name.equals("advise") && !tried.longestName().equals("--household")) {
      return List.of("--household", "H");
    }
    boolean actual = name.equals("reconcile") && !tried.longestName().equals("--actual");
    return actual ? List.of("--actual", "a.csv") : List.of();
  }

  private static String sample(ArgSpec option) {
    Iterable<String> choices = option.completionCandidates();
    if (choices != null) {
      return choices.iterator().next();
    }
    return option.type() == Long.class ? "7" : "a.csv";
  }

  /** All names of options, values that they take, and some that they do not. */
  private List<String> vocabulary(String name) {
    List<String> words = new ArrayList<>(List.of("a", "b.csv", "-", "", "x=y", "12", "--", "-z"));
    for (OptionSpec option : picocli(name).getCommandSpec().options()) {
      for (String spelling : option.names()) {
        words.add(spelling);
        words.add(spelling + "=" + sample(option));
        words.add(spelling + " " + sample(option));
        words.add(spelling + " " + sample(option));
        words.add(spelling + " " + sample(option));
      }
    }
    return words;
  }

  private static String[] line(Random random, List<String> vocabulary) {
    return Stream.generate(() -> vocabulary.get(random.nextInt(vocabulary.size())))
        .limit(random.nextInt(6))
        .flatMap(words -> Arrays.stream(words.split(" ", -1)))
        .toArray(String[]::new);
  }

  private static List<String> values(CommandLine line) {
    List<String> values = new ArrayList<>();
    for (OptionSpec option : line.getCommandSpec().options()) {
      values.add(option.longestName() + " = " + value(option));
    }
    for (PositionalParamSpec parameter : line.getCommandSpec().positionalParameters()) {
      values.add(parameter.paramLabel() + " = " + value(parameter));
    }
    return values;
  }

  private static String value(ArgSpec argument) {
    try {
      return String.valueOf(argument.<Object>getValue());
    } catch (ParameterException e) {
      throw new AssertionError(e);
    }
  }
}
