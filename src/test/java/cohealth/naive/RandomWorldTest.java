package cohealth.naive;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.naive.RandomWorld.World;
import cohealth.reliability.Figure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The random worlds reach every rule, and the naive model keeps what must always hold. */
class RandomWorldTest {
  private static final int WORLDS = 700;
  private static final int HOUSEHOLDS = 30;

  private static List<String> settle(World world) {
    return NaiveModel.settle(
        world.households(), world.claims(), world.bindings(), world.policies());
  }

  @Test
  void reachEveryRuleAHundredTimesAndHoldInEveryOne() {
    Figure figure = Figure.of("rules", Reach.rules().size(), 1);
    Reach reach = new Reach();
    List<String> violations = Collections.synchronizedList(new ArrayList<>());
    IntStream.range((int) figure.seed(), (int) figure.seed() + WORLDS)
        .parallel()
        .mapToObj(seed -> reached(seed, violations))
        .toList()
        .forEach(reach::add);
    assertThat(violations).isEmpty();

    Map<String, Integer> counts = reach.counts();
    assertThat(Reach.rules()).containsExactlyInAnyOrderElementsOf(counts.keySet());
    Map<String, Integer> rare = new TreeMap<>(counts);
    rare.values().removeIf(count -> count >= 100);
    assertThat(rare).isEmpty();
    figure.tried(Reach.rules().size());
    figure.close("each at least 100 times in " + WORLDS + " worlds");
  }

  private static Reach reached(int seed, List<String> violations) {
    World world = RandomWorld.of(seed, HOUSEHOLDS);
    Reach reach = new Reach();
    List<String> rows =
        NaiveModel.settle(
            world.households(), world.claims(), world.bindings(), world.policies(), reach);
    violations.addAll(Invariants.violations(world, rows));
    return reach;
  }

  @Test
  void aSeedAlwaysMakesTheSameWorld() {
    assertThat(RandomWorld.of(7, 20)).isEqualTo(RandomWorld.of(7, 20));
    assertThat(RandomWorld.of(8, 20).claims()).isNotEqualTo(RandomWorld.of(7, 20).claims());
    assertThat(RandomWorld.withActivities(7, 20)).isEqualTo(RandomWorld.withActivities(7, 20));
  }

  /** A claim and at once its reversal change no other row (section 10, point 5). */
  @Test
  void aReversalRestoresExactly() {
    for (int seed = 1; seed <= 20; seed++) {
      World world = RandomWorld.of(seed, HOUSEHOLDS);
      List<String> lines = List.of(world.claims().split("\n", -1));
      List<String> more = new ArrayList<>();
      more.add(lines.get(0));
      for (int i = 1; i < lines.size() - 1; i++) {
        more.add(lines.get(i));
        List<String> cells = new ArrayList<>(List.of(lines.get(i).split(",", -1)));
        int reverses = cells.size() - 1;
        if (i % 3 == 0 && cells.get(reverses).isEmpty()) {
          cells.set(0, "X" + i);
          cells.set(5, ""); // facility_id and visit_id: a visit of its own
          cells.set(6, "");
          more.add(String.join(",", cells));
          cells.set(reverses, "X" + i);
          cells.set(0, "Y" + i);
          more.add(String.join(",", cells));
        }
      }
      String claims = String.join("\n", more) + "\n";
      List<String> rows =
          NaiveModel.settle(world.households(), claims, world.bindings(), world.policies());
      List<String> others =
          rows.stream().filter(row -> !row.startsWith("X") && !row.startsWith("Y")).toList();
      assertThat(rows.size()).isGreaterThan(others.size());
      assertThat(others).isEqualTo(settle(world));
    }
  }

  /** The order of the households changes no row (section 10, point 6). */
  @Test
  void theOrderOfHouseholdsChangesNothing() {
    for (int seed = 1; seed <= 20; seed++) {
      World world = RandomWorld.of(seed, HOUSEHOLDS);
      List<String> lines = List.of(world.households().split("\n", -1));
      TreeMap<String, List<String>> households = new TreeMap<>();
      for (String line : lines.subList(1, lines.size() - 1)) {
        String household = line.substring(0, line.indexOf(','));
        households.computeIfAbsent(household, id -> new ArrayList<>()).add(line);
      }
      List<String> mixed = new ArrayList<>(lines.subList(0, 1));
      households.descendingMap().values().forEach(mixed::addAll);
      List<String> rows =
          NaiveModel.settle(
              String.join("\n", mixed), world.claims(), world.bindings(), world.policies());
      assertThat(rows).isEqualTo(settle(world));
    }
  }
}
