package cohealth.naive;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.cli.CommandLineRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program, through its command line, gives the same rows as the naive model on random worlds:
 * 100,000 families. A failing world is named by its seed and can be made again from it alone.
 *
 * <p>{@code -Dcohealth.worlds=N} settles another number of worlds, {@code -Dcohealth.firstSeed=S}
 * begins with another seed.
 */
class EngineAgainstNaiveModelTest {
  private static final int FAMILIES = 200;
  private static final int WORLDS = Integer.getInteger("cohealth.worlds", 500);
  private static final int FAMILIES_WITH_ACTIVITIES = 100;
  private static final int WORLDS_WITH_ACTIVITIES = Math.max(1, WORLDS / 5);
  private static final int FIRST_SEED = Integer.getInteger("cohealth.firstSeed", 1);

  @TempDir Path folder = Path.of("");

  @Test
  void agreesOnEveryRow() {
    List<String> differences =
        IntStream.range(FIRST_SEED, FIRST_SEED + WORLDS)
            .parallel()
            .mapToObj(this::difference)
            .filter(difference -> !difference.isEmpty())
            .toList();

    assertThat(differences).isEmpty();
  }

  @Test
  void agreesOnActivitiesAndYears() {
    List<String> differences =
        IntStream.range(FIRST_SEED, FIRST_SEED + WORLDS_WITH_ACTIVITIES)
            .parallel()
            .mapToObj(this::differenceWithActivities)
            .filter(difference -> !difference.isEmpty())
            .toList();

    assertThat(differences).isEmpty();
  }

  private String differenceWithActivities(int seed) {
    RandomWorld.World world = RandomWorld.withActivities(seed, FAMILIES_WITH_ACTIVITIES);
    NaiveModel.Rows expected =
        NaiveModel.settle(
            world.households(),
            world.claims(),
            world.bindings(),
            world.activities(),
            world.openingDate(),
            world.policies());
    Path results = folder.resolve("activities-of-" + seed + ".csv");
    List<String> args = new ArrayList<>(List.of(arguments("active", world)));
    args.addAll(List.of("--activities-out", results.toString()));
    CommandLineRun run = CommandLineRun.of(args.toArray(String[]::new));
    if (run.code() != 0) {
      return "seed " + seed + ": exit " + run.code() + "\n" + run.err();
    }
    try {
      String first = firstDifference(expected.settlements(), run.out().lines().toList());
      String second = firstDifference(expected.activities(), Files.readAllLines(results));
      return first.isEmpty() && second.isEmpty() ? "" : "seed " + seed + ", " + first + second;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What differs in the world of a seed; empty when nothing does. */
  private String difference(int seed) {
    RandomWorld.World world = RandomWorld.of(seed, FAMILIES);
    List<String> expected =
        NaiveModel.settle(world.households(), world.claims(), world.bindings(), world.policies());
    CommandLineRun run = CommandLineRun.of(arguments("plain", world));
    if (run.code() != 0) {
      return "seed " + seed + ": exit " + run.code() + "\n" + run.err();
    }
    String first = firstDifference(expected, run.out().lines().toList());
    return first.isEmpty() ? "" : "seed " + seed + ", " + first;
  }

  /** The first row that differs, on both sides; empty when none does. */
  private static String firstDifference(List<String> expected, List<String> actual) {
    for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
      String wanted = i < expected.size() ? expected.get(i) : "(no row)";
      String found = i < actual.size() ? actual.get(i) : "(no row)";
      if (!wanted.equals(found)) {
        return "row " + i + "\n  naive model: " + wanted + "\n  program:     " + found + "\n";
      }
    }
    return "";
  }

  private String[] arguments(String kind, RandomWorld.World world) {
    try {
      Path place = Files.createDirectory(folder.resolve(kind + "-" + world.seed()));
      List<String> args =
          new ArrayList<>(List.of("settle", "--quiet", "--format", "csv", "--columns", "full"));
      args.addAll(List.of("--households", write(place, "households.csv", world.households())));
      args.addAll(List.of("--claims", write(place, "claims.csv", world.claims())));
      String bindings = world.bindings();
      if (bindings != null) {
        args.addAll(List.of("--bindings", write(place, "bindings.csv", bindings)));
      }
      String activities = world.activities();
      if (activities != null) {
        args.addAll(List.of("--activities", write(place, "activities.csv", activities)));
      }
      LocalDate openingDate = world.openingDate();
      if (openingDate != null) {
        args.addAll(List.of("--opening-date", openingDate.toString()));
      }
      Path policies = Files.createDirectory(place.resolve("policies"));
      for (int i = 0; i < world.policies().size(); i++) {
        write(policies, i + ".json", world.policies().get(i));
      }
      args.addAll(List.of("--policy", policies.toString()));
      return args.toArray(String[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String write(Path folder, String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
