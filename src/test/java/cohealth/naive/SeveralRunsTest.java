package cohealth.naive;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.cli.CommandLineRun;
import cohealth.naive.RandomWorld.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Settling in one run or in several with carried state gives the same rows (rules: sections 8 and
 * 10): 2,000 random families in twelve monthly runs, and cut at fifty random moments.
 *
 * <p>{@code -Dcohealth.firstSeed=S} begins with another seed, {@code -Dcohealth.cutWorlds=N} cuts
 * another number of worlds of 400 families.
 */
class SeveralRunsTest {
  private static final int FAMILIES = 400;
  private static final int WORLDS = Integer.getInteger("cohealth.cutWorlds", 5);
  private static final int FIRST_SEED = Integer.getInteger("cohealth.firstSeed", 1);
  private static final int CUTS = 50;

  @TempDir Path folder = Path.of("");

  @Test
  void monthlyRunsGiveTheRowsOfOneRun() {
    assertSame("monthly", world -> months(world));
  }

  @Test
  void anyCutsGiveTheRowsOfOneRun() {
    assertSame("cut", world -> anyMoments(world));
  }

  /** Where to cut a world. */
  private interface Cuts {
    List<LocalDateTime> of(World world);
  }

  private void assertSame(String name, Cuts cuts) {
    List<String> differences =
        IntStream.range(FIRST_SEED, FIRST_SEED + WORLDS)
            .parallel()
            .mapToObj(seed -> difference(name + seed, seed, cuts))
            .filter(difference -> !difference.isEmpty())
            .toList();
    assertThat(differences).isEmpty();
  }

  private String difference(String name, int seed, Cuts cuts) {
    World world =
        seed % 2 == 0 ? RandomWorld.withActivities(seed, FAMILIES) : RandomWorld.of(seed, FAMILIES);
    Outputs one = run(name, 0, world, null);
    List<Outputs> several = new ArrayList<>();
    for (World part : world.cutAt(cuts.of(world))) {
      Path state =
          several.isEmpty() ? null : folder.resolve(name + "-" + several.size() + ".state");
      several.add(run(name, several.size() + 1, part, state));
    }
    String found =
        difference("settlements", byId(List.of(one), Outputs::rows), byId(several, Outputs::rows))
            + difference(
                "activities",
                byId(List.of(one), Outputs::activities),
                byId(several, Outputs::activities))
            + difference("postings", postings(List.of(one)), postings(several))
            + difference("state", one.state(), several.get(several.size() - 1).state());
    return found.isEmpty() ? "" : "seed " + seed + ": " + found;
  }

  private static String difference(String what, Object one, Object several) {
    if (one.equals(several)) {
      return "";
    }
    if (one instanceof Map<?, ?> expected && several instanceof Map<?, ?> actual) {
      for (Map.Entry<?, ?> row : expected.entrySet()) {
        if (!row.getValue().equals(actual.get(row.getKey()))) {
          return what
              + "\n  one run: "
              + row.getValue()
              + "\n  several: "
              + actual.get(row.getKey());
        }
      }
    }
    if (one instanceof List<?> expected && several instanceof List<?> actual) {
      for (int i = 0; i < expected.size(); i++) {
        if (i >= actual.size() || !expected.get(i).equals(actual.get(i))) {
          Object found = i < actual.size() ? actual.get(i) : "nothing";
          return what + "\n  one run: " + expected.get(i) + "\n  several: " + found;
        }
      }
    }
    return what + " have another number";
  }

  /** What one run wrote. */
  private record Outputs(
      List<String> rows, List<String> activities, List<String> postings, List<String> state) {}

  /** The lines of one output. */
  private interface Lines {
    List<String> of(Outputs outputs);
  }

  private static Map<String, String> byId(List<Outputs> runs, Lines lines) {
    Map<String, String> byId = new HashMap<>();
    for (Outputs run : runs) {
      for (String line : lines.of(run)) {
        byId.put(line.substring(0, line.indexOf(',')), line);
      }
    }
    return byId;
  }

  /** The ledger's rows without their numbers, which begin anew in each run. */
  private static List<String> postings(List<Outputs> runs) {
    List<String> postings = new ArrayList<>();
    for (Outputs run : runs) {
      for (String line : run.postings().subList(1, run.postings().size())) {
        postings.add(line.substring(line.indexOf(',')));
      }
    }
    return postings;
  }

  private Outputs run(String name, int number, World part, @Nullable Path opening) {
    String base = name + "-" + number;
    List<String> args = new ArrayList<>(List.of("settle", "-f", "csv", "--columns", "full"));
    args.addAll(List.of("--households", write(base + "-h.csv", part.households())));
    args.addAll(List.of("--claims", write(base + "-c.csv", part.claims())));
    if (part.bindings() != null) {
      args.addAll(List.of("--bindings", write(base + "-b.csv", part.bindings())));
    }
    if (part.activities() != null) {
      args.addAll(List.of("--activities", write(base + "-a.csv", part.activities())));
    }
    LocalDate openingDate = part.openingDate();
    if (openingDate != null) {
      args.addAll(List.of("--opening-date", openingDate.toString()));
    }
    for (int i = 0; i < part.policies().size(); i++) {
      args.addAll(List.of("--policy", write(base + "-p" + i + ".json", part.policies().get(i))));
    }
    if (opening != null) {
      args.addAll(List.of("--opening", opening.toString()));
    }
    Path activities = folder.resolve(base + "-ao.csv");
    Path postings = folder.resolve(base + "-po.csv");
    Path state = folder.resolve(base + ".state");
    args.addAll(List.of("--closing", state.toString()));
    args.addAll(List.of("--activities-out", activities.toString()));
    args.addAll(List.of("--postings", postings.toString()));
    CommandLineRun run = CommandLineRun.of(args.toArray(String[]::new));
    assertThat(run.code()).as(base + "\n" + run.err()).isZero();
    try {
      return new Outputs(
          run.out().lines().skip(1).toList(),
          Files.readAllLines(activities).stream().skip(1).toList(),
          Files.readAllLines(postings),
          Files.readAllLines(state));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last second of each month in which something happens, but the last one. */
  private static List<LocalDateTime> months(World world) {
    List<LocalDateTime> times = world.times();
    List<LocalDateTime> cuts = new ArrayList<>();
    LocalDateTime month = times.get(0).toLocalDate().withDayOfMonth(1).atStartOfDay().plusMonths(1);
    while (month.isBefore(times.get(times.size() - 1)) && cuts.size() < 11) {
      cuts.add(month.minusSeconds(1));
      month = month.plusMonths(1);
    }
    return cuts;
  }

  /** Moments of events, so that some events lie exactly at a cut and others one second after it. */
  private static List<LocalDateTime> anyMoments(World world) {
    List<LocalDateTime> times = world.times();
    Dice dice = new Dice(world.seed());
    List<LocalDateTime> cuts = new ArrayList<>();
    for (int i = 0; i < CUTS; i++) {
      LocalDateTime time = times.get(dice.between(0, times.size() - 1));
      cuts.add(dice.chance(50) ? time : time.minusSeconds(1));
    }
    return cuts.stream().distinct().sorted().toList();
  }
}
