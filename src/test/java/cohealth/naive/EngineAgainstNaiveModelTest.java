package cohealth.naive;

import cohealth.cli.CommandLineRun;
import cohealth.reliability.Figure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program, through its command line, gives the same rows as the naive model on random worlds:
 * 100,000 families, and every invariant holds. A failing world is named by its seed and can be made
 * again from it alone.
 *
 * <p>{@code -Dcohealth.count.families=N} settles another number of families, {@code
 * -Dcohealth.seed=S} begins with another seed.
 */
class EngineAgainstNaiveModelTest {
  private static final int FAMILIES = 200;
  private static final int FAMILIES_WITH_ACTIVITIES = 100;
  private static final int USUAL = 100_000;

  @TempDir Path folder = Path.of("");

  @Test
  void agreesOnEveryRowAndKeepsEveryInvariant() {
    assertAgreement("families", USUAL, FAMILIES, this::difference);
  }

  @Test
  void agreesOnActivitiesAndYears() {
    int usual = (int) (Long.getLong("cohealth.count.families", USUAL) / 10);
    assertAgreement(
        "families-activities", usual, FAMILIES_WITH_ACTIVITIES, this::differenceWithActivities);
  }

  private static void assertAgreement(
      String name, int usual, int inWorld, IntFunction<String> difference) {
    Figure figure = Figure.of(name, usual, 1);
    int worlds = (int) ((figure.target() + inWorld - 1) / inWorld);
    int first = (int) figure.seed();
    IntStream.range(first, first + worlds)
        .parallel()
        .filter(seed -> !figure.isHopeless())
        .forEach(
            seed -> {
              String found = difference.apply(seed);
              figure.tried(inWorld);
              if (!found.isEmpty()) {
                figure.failed(found);
              }
            });
    figure.close(worlds + " worlds; a failing one is told by its seed");
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
      String found =
          firstDifference(expected.settlements(), run.out().lines().toList())
              + firstDifference(expected.activities(), Files.readAllLines(results))
              + String.join("\n", Invariants.violations(world, expected));
      Files.delete(results);
      remove(folder.resolve("active-" + seed));
      return found.isEmpty() ? "" : "seed " + seed + ", " + found;
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
    String found =
        firstDifference(expected, run.out().lines().toList())
            + String.join("\n", Invariants.violations(world, expected));
    remove(folder.resolve("plain-" + seed));
    return found.isEmpty() ? "" : "seed " + seed + ", " + found;
  }

  /** Ten million families would not fit on the disk. */
  private static void remove(Path place) {
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
