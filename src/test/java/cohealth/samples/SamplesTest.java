package cohealth.samples;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.cli.CommandLineRun;
import cohealth.io.PolicyLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every golden folder settles to the results that were computed by hand, through the command line.
 */
class SamplesTest {
  static List<SampleFolder> folders() {
    return SampleFolder.all();
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
