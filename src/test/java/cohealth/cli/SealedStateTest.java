package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.naive.RandomWorld;
import cohealth.reliability.Figure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A state that somebody has changed and given a checksum that fits is refused, or is one that a run
 * could have left: then the next run ends well, its rows and its own state hold no nonsense, and
 * that state is accepted again.
 */
@Tag("reliability")
class SealedStateTest {
  private static final int WORLDS = 8;
  private static final int FAMILIES = 5;
  private static final int SHARD = 500;
  private static final long MOST_SECONDS = 10;
  private static final long SEED = 20250326;
  private static final Pattern BELOW_ZERO =
      Pattern.compile(
          "\"(prior|current|wallet_balance|years_started|visits|transfers_today)\":-|"
              + "\"(counts|used)\":\\[(?:\\[[^]]*],)*\\[-?[0-9]+,(-?[0-9]+,)?-");

  @TempDir Path temporary = Path.of("");

  /**
   * A world in two parts.
   *
   * @param state what the first part left
   */
  private record Cut(CliFolder later, CliFolder nothing, String state) {}

  @Test
  void aStateWithAChecksumThatFitsIsRefusedOrSound() throws Exception {
    Figure figure = Figure.of("sealed-states", 2_000, SEED);
    List<Cut> cuts = new ArrayList<>();
    for (int i = 1; i <= WORLDS; i++) {
      cuts.add(cut(i));
    }
    Map<String, Integer> answers = new ConcurrentSkipListMap<>();
    LongStream.range(0, (figure.target() + SHARD - 1) / SHARD)
        .parallel()
        .filter(shard -> !figure.isHopeless())
        .forEach(shard -> shard(shard, cuts, figure, answers));
    figure.close(answers.toString());
    assertThat(answers).containsKeys("E503", "accepted");
  }

  private void shard(long shard, List<Cut> cuts, Figure figure, Map<String, Integer> answers) {
    Random random = new Random(figure.seed() * 1_000_003 + shard);
    CliFolder place = new CliFolder(temporary.resolve("shard-" + shard));
    place.made();
    long inputs = Math.min(SHARD, figure.target() - shard * SHARD);
    for (int i = 0; i < inputs; i++) {
      Cut cut = cuts.get(random.nextInt(cuts.size()));
      place.write("state.json", new StateMutator(cut.state(), random).next());
      String verdict;
      long start = System.nanoTime();
      try {
        verdict = verdict(cut, place, random, answers);
      } catch (RuntimeException | AssertionError e) {
        verdict = e.toString();
      }
      if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(MOST_SECONDS)) {
        verdict += " took more than " + MOST_SECONDS + " seconds";
      }
      if (!verdict.isEmpty()) {
        place.write("found-" + i + ".json", place.read("state.json"));
      }
      figure.tried(
          verdict.isEmpty() ? "" : "shard " + shard + ", state " + i + ": " + verdict.strip());
    }
  }

  /** What is wrong with what a run makes of a state. */
  private static String verdict(
      Cut cut, CliFolder place, Random random, Map<String, Integer> answers) {
    boolean alone = random.nextInt(3) == 0;
    List<String> args = new ArrayList<>();
    args.addAll(List.of("--opening", place.path("state.json"), "--quiet", "--force"));
    args.addAll(List.of("--threads", "1"));
    args.addAll(List.of("-f", "csv", "--columns", "full"));
    args.addAll(List.of("-o", place.path("out.csv"), "--postings", place.path("postings.csv")));
    args.addAll(List.of("--closing", place.path("closing.json")));
    CommandLineRun run = CommandLineRun.of(arguments(cut.later(), "settle", alone, args));
    answers.merge(answer(run), 1, Integer::sum);
    if (run.code() == 3) {
      return run.err().contains("Exception") ? run.err() : "";
    }
    if (run.code() != 0) {
      return "exit " + run.code() + ": " + run.err();
    }
    StringBuilder wrong = new StringBuilder();
    for (Row row : CliFolder.rows(place.read("out.csv"))) {
      boolean refund = row.get("status").equals("reversed_out");
      row.cells()
          .forEach(
              (column, value) -> {
                boolean amount = value.matches("-[0-9]+\\.[0-9]{2}");
                if (amount && (!refund || column.equals("own_balance"))) {
                  wrong.append(column).append(' ').append(value).append(" in ").append(row);
                }
                if (!amount && value.matches("(?s)[=+@-].*|.*\\p{Cntrl}.*")) {
                  wrong.append(column).append(" is ").append(value);
                }
              });
    }
    Matcher below = BELOW_ZERO.matcher(place.read("closing.json"));
    if (below.find()) {
      wrong.append("its state has ").append(below.group());
    }
    List<String> next = List.of("--opening", place.path("closing.json"), "--as-of", "2099-12-31");
    CommandLineRun again = CommandLineRun.of(arguments(cut.nothing(), "quota", alone, next));
    if (again.code() != 0 && again.code() != 4) {
      wrong.append("its state is not accepted: ").append(again.code()).append(again.err());
    }
    return wrong.toString();
  }

  private static String answer(CommandLineRun run) {
    if (run.code() != 3) {
      return run.code() == 0 ? "accepted" : "exit " + run.code();
    }
    Matcher code = Pattern.compile("error\\[(E\\d+)]").matcher(run.err());
    return code.find() ? code.group(1) : "refused";
  }

  private static String[] arguments(
      CliFolder inputs, String command, boolean alone, List<String> more) {
    List<String> args = new ArrayList<>(List.of(inputs.arguments()));
    args.set(0, command);
    if (alone) {
      for (String option : List.of("--households", "--bindings")) {
        int at = args.indexOf(option);
        if (at >= 0) {
          args.subList(at, at + 2).clear();
        }
      }
    }
    args.addAll(more);
    return args.toArray(String[]::new);
  }

  private Cut cut(int seed) throws Exception {
    RandomWorld.World world =
        seed % 2 == 0 ? RandomWorld.withActivities(seed, FAMILIES) : RandomWorld.of(seed, FAMILIES);
    List<String> times =
        CliFolder.rows(world.claims()).stream()
            .map(row -> row.get("service_time"))
            .sorted()
            .toList();
    String middle = times.get(times.size() / 2).replace(' ', 'T');
    LocalDateTime moment =
        LocalDateTime.parse(middle.length() > 10 ? middle : middle + "T00:00:00");
    List<RandomWorld.World> parts = world.cutAt(List.of(moment));
    CliFolder first =
        CliFolder.of(Files.createDirectory(temporary.resolve("a" + seed)), parts.get(0));
    List<String> args = new ArrayList<>(List.of(first.arguments("--closing", first.path("state"))));
    if (world.openingDate() != null) {
      args.addAll(List.of("--opening-date", world.openingDate().toString()));
    }
    CommandLineRun run = CommandLineRun.of(args.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    CliFolder later =
        CliFolder.of(Files.createDirectory(temporary.resolve("b" + seed)), parts.get(1));
    CliFolder nothing =
        CliFolder.of(Files.createDirectory(temporary.resolve("c" + seed)), parts.get(1));
    for (String name : List.of(CliFolder.CLAIMS, CliFolder.ACTIVITIES)) {
      if (nothing.names().contains(name)) {
        nothing.write(name, nothing.read(name).lines().findFirst().orElse("") + "\n");
      }
    }
    return new Cut(later, nothing, first.read("state"));
  }
}
