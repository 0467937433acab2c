package cohealth.spark;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.io.StateParts;
import cohealth.naive.RandomWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Jobs that go on from one another, and the command line in between, write what runs of the command
 * line write; the states, too, once their lines are sorted.
 */
class SeveralJobsTest {
  private static final List<String> KINDS = List.of("out", "postings", "activities-out");
  private static final int HOUSEHOLDS = 40;

  @SuppressWarnings("NullAway.Init")
  private static JobSession spark;

  @TempDir Path temporary = Path.of("");

  @BeforeAll
  static void start() {
    spark = JobSession.on("local[2]");
  }

  @AfterAll
  static void stop() {
    spark.close();
  }

  @Test
  void jobsThatGoOnFromOneAnotherWriteWhatRunsDo() {
    for (long seed : List.of(7L, 10L, 73L)) {
      List<RandomWorld.World> parts = quarters(RandomWorld.withActivities(seed, HOUSEHOLDS));
      @Nullable String state = null;
      @Nullable String job = null;
      for (int i = 0; i < parts.size(); i++) {
        JobFolder inputs =
            JobFolder.of(temporary.resolve(seed + "-" + i), parts.get(i), i % 2 == 1);
        if (i == 2) {
          inputs.without("--bindings"); // other bindings now: but what was paid can be taken back
        } else if (i == 3) {
          inputs.without("--bindings"); // people and bindings are those of the state
          inputs.without("--households");
        }
        assertSameRun(inputs, state, job, i == 2 ? 1 : 3 + i);
        state = inputs.path("closing.json");
        // a job goes on from the command line's state, too
        job = i == 0 ? state : inputs.path("closing");
      }
    }
  }

  @Test
  void theCommandLineGoesOnFromTheStateOfAJobOfOnePartition() {
    List<RandomWorld.World> parts = quarters(RandomWorld.withActivities(10, HOUSEHOLDS));
    JobFolder first = JobFolder.of(temporary.resolve("first"), parts.get(0), false);
    assertSameRun(first, null, null, 1);
    JobFolder second = JobFolder.of(temporary.resolve("second"), parts.get(1), false);
    var own = second.commandLine("--opening", first.path("closing.json"), "-f", "csv");
    var other =
        second.commandLine("--opening", first.path("closing/" + StateParts.name(0)), "-f", "csv");
    assertThat(other.code()).as(other.err()).isZero();
    assertThat(other.out()).isEqualTo(own.out()).hasLineCount(own.out().split("\n").length);
  }

  @Test
  void anIdOfTheStateIsRefusedWhereItStands() {
    RandomWorld.World world = RandomWorld.withActivities(73, HOUSEHOLDS);
    List<RandomWorld.World> parts = quarters(world);
    JobFolder first = JobFolder.of(temporary.resolve("first"), parts.get(0), false);
    assertSameRun(first, null, null, 4);
    JobFolder second = JobFolder.of(temporary.resolve("second"), parts.get(1), false);
    // somebody else's claim and activity with ids of the first run
    second.appendLast("claims/a.csv", "claim_id", first.cell("claims/a.csv", "claim_id", 3));
    second.appendLast(
        "activities.csv", "activity_id", first.cell("activities.csv", "activity_id", 0));
    var run = second.commandLine("--opening", first.path("closing.json"), "--output", "-");
    JobSession.Run job =
        spark.run(
            second.job(
                "--opening",
                first.path("closing"),
                "--output",
                second.path("out"),
                "--partitions",
                "3",
                "--batch-bytes",
                "1"));
    assertThat(run.code()).isEqualTo(3);
    assertThat(job.code()).isEqualTo(3);
    assertThat(job.told().toString())
        .contains("E302", "E321", first.path("closing") + "/part-0000");
    assertThat(job.told().stream().filter(line -> line.contains("error")).count())
        .isEqualTo(run.err().lines().filter(line -> line.contains("error")).count());
  }

  @Test
  void aStateIsOpenedWholeOrNotAtAll() throws IOException {
    List<RandomWorld.World> parts = quarters(RandomWorld.withActivities(7, HOUSEHOLDS));
    JobFolder first = JobFolder.of(temporary.resolve("first"), parts.get(0), false);
    assertSameRun(first, null, null, 5);
    JobFolder second = JobFolder.of(temporary.resolve("second"), parts.get(1), false);
    Path closing = Path.of(first.path("closing"));
    Path index = closing.resolve(StateParts.FILE);
    List<Path> files = first.parts("closing");
    assertThat(files).hasSizeGreaterThan(1);
    first.withoutChecksums("closing"); // of the file system: ours are to be seen at work

    assertRefused(second, first.path("none"), 6, "E601");
    assertRefused(second, first.path("claims"), 3, "E501"); // a folder that is no state
    assertRefused(second, first.path("households.csv"), 3, "E501");
    String known = Files.readString(index);
    Files.writeString(
        index, known.replace("\"cohealth_state_parts\" : 1", "\"cohealth_state_parts\" : 2"));
    assertRefused(second, closing.toString(), 3, "E502");
    Files.writeString(index, known.replaceFirst(": \"[0-9a-f]", ": \"x"));
    assertRefused(second, closing.toString(), 3, "E503");
    Files.writeString(index, known);

    Path part = files.get(0);
    byte[] bytes = Files.readAllBytes(part);
    Files.delete(part);
    assertRefused(second, closing.toString(), 6, "E601");
    Files.copy(files.get(1), part); // whole and of the same run, but another part
    assertRefused(second, closing.toString(), 3, "E503");
    byte[] changed = bytes.clone();
    changed[bytes.length / 2] ^= 1;
    Files.write(part, changed);
    assertRefused(second, closing.toString(), 3, "E503");
    Files.write(part, bytes);
    assertThat(
            spark
                .run(second.job("--opening", closing.toString(), "--output", second.path("out")))
                .code())
        .isZero();
  }

  private static void assertRefused(JobFolder inputs, String opening, int code, String problem) {
    JobSession.Run run =
        spark.run(inputs.job("--opening", opening, "--output", inputs.path("refused")));
    assertThat(run.told().toString()).contains(problem);
    assertThat(run.code()).as(run.told().toString()).isEqualTo(code);
    assertThat(inputs.names()).doesNotContain("refused").noneMatch(name -> name.startsWith("."));
  }

  /** Settles by both, each from a state of an earlier run where there is one. */
  private static void assertSameRun(
      JobFolder inputs, @Nullable String state, @Nullable String job, int partitions) {
    List<String> words = new ArrayList<>(List.of("--columns", "full"));
    List<String> ofJob = new ArrayList<>(words);
    if (state != null) {
      words.addAll(List.of("--opening", state));
      ofJob.addAll(List.of("--opening", Objects.requireNonNull(job)));
    }
    for (String kind : KINDS) {
      String option = "--" + kind.replace("out", "output").replace("-output", "-out");
      words.addAll(List.of(option, inputs.path(kind + ".csv")));
      ofJob.addAll(List.of(option, inputs.path(kind)));
    }
    words.addAll(List.of("--closing", inputs.path("closing.json")));
    ofJob.addAll(List.of("--closing", inputs.path("closing")));
    ofJob.addAll(
        List.of(
            "--partitions",
            String.valueOf(partitions),
            "--batch-bytes",
            partitions == 5 ? "1" : "30000"));
    var run = inputs.commandLine(words.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    JobSession.Run done = spark.run(inputs.job(ofJob.toArray(String[]::new)));
    assertThat(done.code()).as(done.told().toString()).isZero();
    for (String kind : KINDS) {
      assertThat(inputs.sortedParts(kind)).as(kind).isEqualTo(inputs.sorted(kind + ".csv"));
    }
    List<String> lines = inputs.sortedState("closing");
    List<String> expected = inputs.sortedState("closing.json");
    assertThat(firstDifference(lines, expected)).isEmpty();
    assertThat(lines).hasSameSizeAs(expected);
    assertThat(differing(done.told())).isEqualTo(differing(run.err().lines().toList()));
  }

  private static String firstDifference(List<String> lines, List<String> expected) {
    for (int i = 0; i < Math.min(lines.size(), expected.size()); i++) {
      if (!lines.get(i).equals(expected.get(i))) {
        return lines.get(i) + "\ninstead of\n" + expected.get(i);
      }
    }
    return "";
  }

  /** What is told of balances that do not count. */
  private static List<String> differing(List<String> told) {
    return told.stream()
        .filter(line -> line.contains("N105"))
        .map(line -> line.substring(line.indexOf("persons:")).toLowerCase(Locale.ROOT))
        .toList();
  }

  /** The world in four runs with as many events each. */
  private static List<RandomWorld.World> quarters(RandomWorld.World world) {
    List<LocalDateTime> times = world.times();
    int quarter = times.size() / 4;
    return world.cutAt(List.of(times.get(quarter), times.get(2 * quarter), times.get(3 * quarter)));
  }
}
