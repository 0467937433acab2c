package cohealth.spark;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.naive.RandomWorld;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a job writes is what the command line writes, byte for byte once rows are sorted, whatever
 * the master, the number of partitions and the order of the input.
 */
class SameBytesTest {
  /** Worlds that have bindings, between households too, refunds, activities and many families. */
  private static final List<Long> SEEDS = List.of(7L, 10L, 73L);

  private static final int FAMILIES = 15;
  private static final int HOUSEHOLDS = 40;
  private static final List<Integer> PARTITIONS = List.of(1, 7, 64);

  @TempDir Path temporary = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"local[1]", "local[2]", "local-cluster[2,1,1024]"})
  void aJobWritesWhatTheCommandLineWrites(String master) {
    List<String> differing = new ArrayList<>();
    try (JobSession spark = JobSession.on(master)) {
      for (long seed : SEEDS) {
        RandomWorld.World world = RandomWorld.withActivities(seed, HOUSEHOLDS);
        assertThat(isTelling(world)).as("seed %d has everything that matters", seed).isTrue();
        for (boolean shuffled : List.of(false, true)) {
          Path folder = temporary.resolve(seed + "-" + shuffled);
          JobFolder inputs = JobFolder.of(folder, world, shuffled);
          Map<String, List<String>> expected = expected(inputs);
          for (int partitions : PARTITIONS) {
            String name = "p" + partitions;
            JobSession.Run run = spark.run(inputs.job(words(inputs, name, partitions)));
            assertThat(run.code()).as(run.told().toString()).isZero();
            for (String kind : List.of("out", "postings", "activities-out")) {
              if (!inputs.sortedParts(name + "-" + kind).equals(expected.get(kind))) {
                differing.add(master + " seed " + seed + " " + shuffled + " " + name + " " + kind);
              }
            }
          }
        }
      }
    }
    assertThat(differing).isEmpty();
  }

  private static Map<String, List<String>> expected(JobFolder inputs) {
    var run =
        inputs.commandLine(
            "--output", inputs.path("out.csv"),
            "--columns", "full",
            "--postings", inputs.path("postings.csv"),
            "--activities-out", inputs.path("activities-out.csv"));
    assertThat(run.code()).as(run.err()).isZero();
    Map<String, List<String>> expected = new HashMap<>();
    for (String kind : List.of("out", "postings", "activities-out")) {
      expected.put(kind, inputs.sorted(kind + ".csv"));
      assertThat(expected.get(kind)).hasSizeGreaterThan(50);
    }
    return expected;
  }

  /** Small pieces and batches, so that there are several of them. */
  private static String[] words(JobFolder inputs, String name, int partitions) {
    return new String[] {
      "--output",
      inputs.path(name + "-out"),
      "--columns",
      "full",
      "--postings",
      inputs.path(name + "-postings"),
      "--activities-out",
      inputs.path(name + "-activities-out"),
      "--partitions",
      String.valueOf(partitions),
      "--piece-bytes",
      "9000",
      "--batch-bytes",
      partitions == 7 ? "1" : "20000",
      // what large data needs is taken now and then
      "--broadcast-people",
      partitions == 64 ? "0" : "1000000",
      "--driver-edges",
      partitions == 7 ? "0" : "1000000"
    };
  }

  /**
   * Whether the world has bindings between households, refunds, activities with two people, and so
   * many families that several partitions have some.
   */
  private static boolean isTelling(RandomWorld.World world) {
    Map<String, String> households = new HashMap<>();
    for (String[] row : rows(world.households())) {
      households.put(
          row[column(world.households(), "person_id")],
          row[column(world.households(), "household_id")]);
    }
    String bindings = world.bindings();
    String activities = world.activities();
    if (bindings == null || activities == null) {
      return false;
    }
    int payer = column(bindings, "payer_id");
    int beneficiary = column(bindings, "beneficiary_id");
    int reverses = column(world.claims(), "reverses");
    int otherPayer = column(activities, "payer_id");
    return rows(bindings).stream()
            .anyMatch(
                row ->
                    !String.valueOf(households.get(row[payer]))
                        .equals(households.get(row[beneficiary])))
        && rows(world.claims()).stream().anyMatch(row -> !row[reverses].isEmpty())
        && rows(activities).stream().anyMatch(row -> !row[otherPayer].isEmpty())
        && families(households, List.of(bindings, activities)) >= FAMILIES;
  }

  /** How many connected families there are, by marking all who can be reached from somebody. */
  private static int families(Map<String, String> households, List<String> tables) {
    Map<String, Set<String>> near = new HashMap<>();
    households.forEach((person, household) -> connect(near, person, "household " + household));
    for (String csv : tables) {
      int payer = column(csv, "payer_id");
      int other = Math.max(column(csv, "beneficiary_id"), column(csv, "person_id"));
      for (String[] row : rows(csv)) {
        if (!row[payer].isEmpty()) {
          connect(near, row[payer], row[other]);
        }
      }
    }
    Set<String> seen = new HashSet<>();
    int families = 0;
    for (String person : households.keySet()) {
      Deque<String> waiting = new ArrayDeque<>(List.of(person));
      families += seen.contains(person) ? 0 : 1;
      while (!waiting.isEmpty()) {
        String next = waiting.remove();
        if (seen.add(next)) {
          waiting.addAll(near.getOrDefault(next, Set.of()));
        }
      }
    }
    return families;
  }

  private static void connect(Map<String, Set<String>> near, String one, String other) {
    near.computeIfAbsent(one, key -> new HashSet<>()).add(other);
    near.computeIfAbsent(other, key -> new HashSet<>()).add(one);
  }

  private static int column(String csv, String name) {
    return List.of(csv.lines().findFirst().orElseThrow().split(",", -1)).indexOf(name);
  }

  private static List<String[]> rows(String csv) {
    return csv.lines().skip(1).map(line -> line.split(",", -1)).toList();
  }
}
