package cohealth.samples;

import cohealth.cli.CommandLineRun;
import cohealth.reliability.Figure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A cell of a sample gets a separator, a quote, an escape or a line end, as it is or between
 * quotes. Then the results are those of the sample, or of the sample with a letter in that place
 * (an id may hold a backslash, and is another one then), or the file is refused at that line.
 */
@Tag("reliability")
class PollutedSamplesTest {
  private static final long SEED = 20250325;
  private static final String LETTER = "Q";
  private static final List<String> POLLUTION =
      List.of(",", ";", "\t", "\"", "\"\"", "'", "\\", "\\\"", "\n", "\r", "\r\n", "\0", "|");
  private static final List<String> FILES =
      List.of("households.csv", "claims.csv", "bindings.csv", "activities.csv");

  @TempDir Path temporary = Path.of("");
  private final List<SampleFolder> samples =
      SampleFolder.all().stream().filter(each -> !each.toString().contains("gb18030")).toList();
  private final Map<String, CommandLineRun> clean = new ConcurrentHashMap<>();

  /** One cell of one file, and what it becomes. */
  private record Polluted(SampleFolder sample, Path file, int line, String text, String harmless) {}

  @Test
  void equalOrRefusedAtThatLine() {
    Figure figure = Figure.of("pollution", 5_000, SEED);
    Map<String, Integer> outcomes = new ConcurrentSkipListMap<>();
    IntStream.range(0, (int) figure.target())
        .parallel()
        .filter(i -> !figure.isHopeless())
        .forEach(
            i -> {
              String[] found = outcome(i, figure.seed());
              outcomes.merge(found[0], 1, Integer::sum);
              figure.tried(found[0].equals("wrong") ? "try " + i + ": " + found[1] : "");
            });
    figure.close(outcomes.toString());
  }

  /** What became of a try, and more about it. */
  private String[] outcome(int number, long seed) {
    Polluted polluted = polluted(new Random(seed * 1_000_003 + number));
    CommandLineRun wanted =
        clean.computeIfAbsent(
            polluted.sample().toString(), name -> CommandLineRun.of(settle(polluted.sample())));
    CommandLineRun run = run(number, polluted, polluted.text());
    if (run.code() == 0 && run.out().equals(wanted.out())) {
      return new String[] {"equal", ""};
    }
    String place =
        "(?s).*"
            + Pattern.quote(polluted.file().getFileName() + ":")
            + "("
            + polluted.line()
            + "|"
            + (polluted.line() + 1)
            + ")\\b.*";
    if (run.code() == 3 && run.err().matches(place)) {
      return new String[] {"refused there", ""};
    }
    CommandLineRun harmless = run(number, polluted, polluted.harmless());
    if (run.code() == harmless.code() && (run.code() == 3 || same(run.out(), harmless.out()))) {
      return new String[] {"as with a letter", ""};
    }
    String told =
        "%s line %d: [%s] exit %d %s%s"
            .formatted(
                polluted.file(),
                polluted.line(),
                polluted.text().lines().skip(polluted.line() - 1).findFirst().orElse(""),
                run.code(),
                run.err(),
                run.code() == 0 ? run.out() : "");
    return new String[] {"wrong", told};
  }

  /** The same but for the polluted id. */
  private static boolean same(String found, String harmless) {
    return found.replaceAll("[\\\\'|;\t]", LETTER).equals(harmless.replace(';', 'Q'));
  }

  private Polluted polluted(Random random) {
    while (true) {
      SampleFolder sample = samples.get(random.nextInt(samples.size()));
      Path file = sample.path().resolve(FILES.get(random.nextInt(FILES.size())));
      if (!Files.exists(file)) {
        continue;
      }
      List<String> lines = new ArrayList<>(List.of(text(file).split("\n", -1)));
      int line = random.nextInt(Math.max(1, lines.size() - 1));
      String[] cells = lines.get(line).split(",", -1);
      int cell = random.nextInt(cells.length);
      if (lines.get(line).contains("\"") || cells.length < 2) {
        continue;
      }
      String old = cells[cell];
      String by = POLLUTION.get(random.nextInt(POLLUTION.size()));
      int at = random.nextInt(old.length() + 1);
      boolean quoted = random.nextBoolean();
      String dirty = old.substring(0, at) + by + old.substring(at);
      cells[cell] = quoted ? '"' + dirty.replace("\"", "\"\"") + '"' : dirty;
      String text = with(lines, line, String.join(",", cells));
      cells[cell] = old.substring(0, at) + LETTER + old.substring(at);
      return new Polluted(sample, file, line + 1, text, with(lines, line, String.join(",", cells)));
    }
  }

  private static String with(List<String> lines, int line, String text) {
    List<String> all = new ArrayList<>(lines);
    all.set(line, text);
    return String.join("\n", all);
  }

  private CommandLineRun run(int number, Polluted polluted, String text) {
    try {
      Path folder = Files.createDirectories(temporary.resolve(Integer.toString(number)));
      Path file = folder.resolve(String.valueOf(polluted.file().getFileName()));
      Files.writeString(file, text);
      String[] args = settle(polluted.sample());
      for (int i = 0; i < args.length; i++) {
        args[i] = args[i].equals(polluted.file().toString()) ? file.toString() : args[i];
      }
      CommandLineRun run = CommandLineRun.of(args);
      Files.delete(file);
      return run;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] settle(SampleFolder sample) {
    return sample.settle("--format", "csv", "--columns", "full", "--quiet");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
