package cohealth.naive;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.naive.RandomWorld.World;
import cohealth.reliability.Figure;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The random worlds with activities reach every rule of theirs and keep what must always hold. */
class RandomActivitiesTest {
  private static final int WORLDS = 650;
  private static final int HOUSEHOLDS = 50;

  private static NaiveModel.Rows settle(World world) {
    return settle(world, Reach.nothing());
  }

  private static NaiveModel.Rows settle(World world, Reach reach) {
    return NaiveModel.settle(
        world.households(),
        world.claims(),
        world.bindings(),
        world.activities(),
        world.openingDate(),
        world.policies(),
        reach);
  }

  @Test
  void reachEveryRuleAHundredTimesAndHoldInEveryOne() {
    Figure figure = Figure.of("rules-activities", Reach.activityRules().size(), 1);
    Reach reach = new Reach();
    List<String> violations = Collections.synchronizedList(new ArrayList<>());
    IntStream.range((int) figure.seed(), (int) figure.seed() + WORLDS)
        .parallel()
        .mapToObj(seed -> reached(seed, violations))
        .toList()
        .forEach(reach::add);
    assertThat(violations).isEmpty();

    Map<String, Integer> counts = reach.counts();
    Set<String> named = new HashSet<>(Reach.rules());
    named.addAll(Reach.activityRules());
    assertThat(named).containsAll(counts.keySet());
    Map<String, Integer> rare = new TreeMap<>();
    for (String rule : Reach.activityRules()) {
      rare.put(rule, counts.getOrDefault(rule, 0));
    }
    rare.values().removeIf(count -> count >= 100);
    assertThat(rare).isEmpty();
    figure.tried(Reach.activityRules().size());
    figure.close("each at least 100 times in " + WORLDS + " worlds");
  }

  private static Reach reached(int seed, List<String> violations) {
    World world = RandomWorld.withActivities(seed, HOUSEHOLDS);
    Reach reach = new Reach();
    violations.addAll(Invariants.violations(world, settle(world, reach)));
    return reach;
  }

  /** A refused activity may as well not have been there. */
  @Test
  void aRefusalChangesNothing() {
    for (int seed = 1; seed <= 20; seed++) {
      World world = RandomWorld.withActivities(seed, HOUSEHOLDS);
      NaiveModel.Rows rows = settle(world);
      Set<String> refused =
          rows.activities().stream()
              .filter(row -> row.contains(",refused,"))
              .map(row -> row.substring(0, row.indexOf(',')))
              .collect(Collectors.toSet());
      List<String> accepted = new ArrayList<>(rows.activities());
      accepted.removeIf(row -> row.contains(",refused,"));
      String left =
          activities(world)
              .lines()
              .filter(line -> !refused.contains(line.substring(0, line.indexOf(','))))
              .collect(Collectors.joining("\n"));
      World without =
          new World(
              world.seed(),
              world.policies(),
              world.households(),
              world.claims(),
              world.bindings(),
              left,
              world.openingDate());
      assertThat(refused).isNotEmpty();
      assertThat(settle(without)).isEqualTo(new NaiveModel.Rows(rows.settlements(), accepted));
    }
  }

  /** Every row of a world is in one part; what comes later changes no row before it. */
  @Test
  void cutsKeepEveryRowAndTheOrder() {
    for (int seed = 1; seed <= 20; seed++) {
      World world = RandomWorld.withActivities(seed, HOUSEHOLDS);
      LocalDate middle =
          world.openingDate() == null
              ? LocalDate.parse("2025-09-10")
              : world.openingDate().plusDays(200);
      LocalDateTime midnight = middle.plusDays(60).atStartOfDay();
      List<World> parts = world.cutAt(List.of(midnight, middle.atTime(12, 0)));
      assertThat(parts).hasSize(3);
      assertThat(lines(parts, World::claims)).isEqualTo(lines(List.of(world), World::claims));
      assertThat(lines(parts, RandomActivitiesTest::activities))
          .isEqualTo(lines(List.of(world), RandomActivitiesTest::activities));
      for (Table.Row row : Table.read(parts.get(1).claims())) {
        LocalDateTime time = Text.time(row.get("service_time"));
        assertThat(time).isAfter(middle.atTime(12, 0)).isBeforeOrEqualTo(midnight);
      }
      NaiveModel.Rows all = settle(world);
      NaiveModel.Rows first = settle(parts.get(0));
      assertThat(all.settlements()).containsSubsequence(first.settlements());
      assertThat(all.activities()).containsSubsequence(first.activities());
    }
  }

  private static String activities(World world) {
    return Objects.requireNonNull(world.activities());
  }

  private static Set<String> lines(List<World> worlds, Function<World, String> file) {
    Set<String> lines = new HashSet<>();
    int rows = 0;
    for (World world : worlds) {
      List<Table.Row> table = Table.read(file.apply(world));
      rows += table.size();
      table.forEach(row -> lines.add(String.join(",", row.cells())));
    }
    assertThat(lines).hasSize(rows);
    return lines;
  }
}
