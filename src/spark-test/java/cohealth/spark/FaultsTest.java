package cohealth.spark;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.naive.RandomWorld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A task that fails, and an executor that is gone, when their files are written: nobody can tell.
 */
class FaultsTest {
  private static final RandomWorld.World WORLD = RandomWorld.withActivities(7, 40);

  @TempDir Path temporary = Path.of("");

  @Test
  void aTaskThatFailsIsRepeatedAndItsFirstFilesAreNotTaken() {
    assertNobodyCanTell("local[2,3]", "fail");
  }

  @Test
  void anExecutorThatIsKilledIsReplaced() {
    assertNobodyCanTell("local-cluster[2,1,1024]", "kill");
  }

  private void assertNobodyCanTell(String master, String fault) {
    JobFolder inputs = JobFolder.of(temporary, WORLD, true);
    var expected =
        inputs.commandLine(
            "--output", inputs.path("out.csv"),
            "--postings", inputs.path("postings.csv"),
            "--closing", inputs.path("closing.json"));
    assertThat(expected.code()).as(expected.err()).isZero();
    Path marker = temporary.resolve("failed");
    try (JobSession spark =
        JobSession.on(
            master,
            "spark.hadoop.fs.flaky.impl=" + FlakyFileSystem.class.getName(),
            "spark.hadoop." + FlakyFileSystem.FAULT + "=" + fault,
            "spark.hadoop." + FlakyFileSystem.MARKER + "=" + marker)) {
      JobSession.Run run =
          spark.run(
              inputs.job(
                  "--output", "flaky:" + inputs.path("out"),
                  "--postings", "flaky:" + inputs.path("postings"),
                  "--closing", "flaky:" + inputs.path("closing"),
                  "--partitions", "7"));
      assertThat(run.code()).as(run.told().toString()).isZero();
    }
    assertThat(Files.exists(marker)).as("the fault has happened").isTrue();
    assertThat(inputs.sortedParts("out")).isEqualTo(inputs.sorted("out.csv"));
    assertThat(inputs.sortedParts("postings")).isEqualTo(inputs.sorted("postings.csv"));
    assertThat(inputs.sortedState("closing")).isEqualTo(inputs.sortedState("closing.json"));
    List<String> left = inputs.names();
    assertThat(left).noneMatch(name -> name.startsWith(".cohealth"));
  }
}
