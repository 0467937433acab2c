package cohealth.samples;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.cli.CommandLineRun;
import cohealth.io.PolicyLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every golden folder settles to the results that were computed by hand, through the command line.
 */
class SamplesTest {
  @TempDir Path temporary = Path.of("");

  static List<SampleFolder> folders() {
    return SampleFolder.all();
  }

  static List<SampleFolder> foldersWithActivities() {
    return SampleFolder.all().stream().filter(SampleFolder::hasActivities).toList();
  }

  static List<SampleFolder> foldersWithQuota() {
    return SampleFolder.all().stream().filter(SampleFolder::hasQuota).toList();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void settlesAsComputedByHand(SampleFolder folder) {
    CommandLineRun run = CommandLineRun.of(folder.settle("--format", "csv"));

    assertThat(run.err()).doesNotContain("error");
    assertThat(run.out()).isEqualTo(folder.expected());
    assertThat(run.code()).isZero();
  }

  @ParameterizedTest
  @MethodSource("foldersWithActivities")
  void activitiesEndAsComputedByHand(SampleFolder folder) throws IOException {
    Path out = temporary.resolve("activities.csv");

    CommandLineRun run = CommandLineRun.of(folder.settle("--activities-out", out.toString()));

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Files.readString(out)).isEqualTo(folder.expectedActivities());
  }

  @ParameterizedTest
  @MethodSource("foldersWithQuota")
  void leavesWhatWasComputedByHand(SampleFolder folder) {
    CommandLineRun run = CommandLineRun.of(folder.quota("--format", "csv"));

    assertThat(run.out()).isEqualTo(folder.expectedQuota());
    assertThat(run.code()).as(run.err()).isZero();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void tellsItsSource(SampleFolder folder) {
    assertThat(Files.exists(folder.path().resolve("README.md"))).isTrue();
  }

  @Test
  void foldersOfPoliciesAreNamedAfterBuiltInDocuments() {
    assertThat(SampleFolder.all())
        .filteredOn(folder -> folder.path().startsWith(Path.of("samples", "policies")))
        .filteredOn(folder -> !Files.exists(folder.path().resolve("policies")))
        .isNotEmpty()
        .allSatisfy(
            folder -> assertThat(PolicyLibrary.builtIn().named(folder.toString())).isNotNull());
  }

  @Test
  void thereAreFolders() {
    assertThat(SampleFolder.all()).hasSizeGreaterThanOrEqualTo(15);
  }
}
