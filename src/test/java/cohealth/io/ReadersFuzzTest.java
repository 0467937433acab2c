package cohealth.io;

import cohealth.reliability.Figure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every reader takes whatever it gets: it reads it or says what is wrong, in words without control
 * characters, and soon. {@code -Dcohealth.count.fuzz=N} gives each of them so many inputs.
 */
@Tag("reliability")
class ReadersFuzzTest {
  private static final int USUAL = 200_000;
  private static final int SHARD = 20_000;
  private static final long SEED = 20250324;
  private static final long MOST_SECONDS = 10;
  private static final int TOLD = 2;
  private static final int TOLD_EACH = 20;
  private static final int LONGEST_TOKEN = 100;
  private static final Messages ZH = new Messages(Language.ZH);
  private static final Messages EN = new Messages(Language.EN);

  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @EnumSource(FuzzedReader.class)
  void anyInputIsReadOrRefused(FuzzedReader reader) {
    Figure figure =
        Figure.of(
            "fuzz-" + reader.name().toLowerCase(Locale.ROOT),
            Long.getLong("cohealth.count.fuzz", USUAL),
            SEED);
    Map<String, Long> answers = new ConcurrentSkipListMap<>();
    long shards = (figure.target() + SHARD - 1) / SHARD;
    LongStream.range(0, shards)
        .parallel()
        .filter(shard -> !figure.isHopeless())
        .forEach(
            shard -> {
              long inputs = Math.min(SHARD, figure.target() - shard * SHARD);
              shard(reader, shard, inputs, figure, answers);
            });
    figure.close(
        answers.size()
            + " answers: "
            + answers.entrySet().stream()
                .map(answer -> answer.getKey() + " " + answer.getValue())
                .collect(Collectors.joining(", ")));
  }

  private void shard(
      FuzzedReader reader, long shard, long inputs, Figure figure, Map<String, Long> answers) {
    Mutator mutator = new Mutator(figure.seed() * 1_000_003 + shard, reader.good(), tokens());
    for (int i = 0; i < inputs; i++) {
      byte[] input = mutator.next();
      long start = System.nanoTime();
      String verdict = "";
      try {
        Problems problems = new Problems();
        reader.read(input, folder, problems);
        boolean isNew = mutator.answered(input, String.join(" ", answers(problems, answers)));
        if (isNew || i % TOLD_EACH == 0) {
          tell(problems);
        }
      } catch (IOException | RuntimeException | Error e) {
        StackTraceElement[] trace = e.getStackTrace();
        verdict = e + " at " + (trace.length == 0 ? "?" : trace[0]);
      }
      if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(MOST_SECONDS)) {
        verdict += " took more than " + MOST_SECONDS + " seconds";
      }
      figure.tried(
          verdict.isEmpty()
              ? ""
              : reader
                  + ", shard "
                  + shard
                  + ", input "
                  + i
                  + ": "
                  + verdict
                  + kept(input, reader));
    }
  }

  /** The kinds of problems of an input, counted. */
  private static Set<String> answers(Problems problems, Map<String, Long> answers) {
    Set<String> codes = new TreeSet<>();
    problems.first().forEach(problem -> codes.add(problem.code().code()));
    problems
        .notes()
        .forEach(
            note ->
                codes.add(
                    note.file().equals(FuzzedReader.NAME) ? note.code().code() : note.file()));
    if (problems.count() == 0 && codes.isEmpty()) {
      codes.add("read");
    }
    codes.forEach(code -> answers.merge(code, 1L, Long::sum));
    return codes;
  }

  private static void tell(Problems problems) {
    List<Problem> all = new ArrayList<>(problems.first());
    all.addAll(problems.notes());
    for (Problem problem : all.subList(0, Math.min(TOLD, all.size()))) {
      for (Messages messages : List.of(EN, ZH)) {
        String text = messages.text(problem);
        FuzzedReader.check(
            text.chars().noneMatch(c -> c < ' ' || (c >= 0x7f && c < 0xa0) || c == 0x202e),
            "a message that could move a terminal: " + Shown.escaped(text));
      }
    }
  }

  /** The input is left for who looks for the fault. */
  private static String kept(byte[] input, FuzzedReader reader) {
    try {
      Path file = Path.of("target", "reliability", "fuzz-" + reader + ".input");
      Files.write(file, input);
      return " (" + file + ")";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> tokens() {
    return Arrays.stream(ReaderFuzzTest.NASTY)
        .filter(token -> token.length() <= LONGEST_TOKEN)
        .toList();
  }
}
