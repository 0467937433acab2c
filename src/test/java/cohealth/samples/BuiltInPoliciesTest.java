package cohealth.samples;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.cli.CommandLineRun;
import cohealth.io.PolicyFile;
import cohealth.io.PolicyLibrary;
import cohealth.policy.PolicyDocument;
import cohealth.policy.PolicyDocument.Proof;
import cohealth.policy.PolicyDocument.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is odd in the built-in documents, and what they call proven is proven. */
class BuiltInPoliciesTest {
  static List<PolicyDocument> documents() {
    return PolicyLibrary.builtIn().all(List.of()).stream().map(PolicyFile::document).toList();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void isClean(PolicyDocument document) {
    CommandLineRun run = CommandLineRun.of("policy", "check", document.id());

    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void isShownInBothLanguages(PolicyDocument document) {
    for (String language : List.of("en", "zh")) {
      CommandLineRun run = CommandLineRun.of("policy", "show", document.id(), "--lang", language);

      assertThat(run.err()).isEmpty();
      assertThat(run.out()).startsWith(document.id()).doesNotContainPattern("\\{[0-9]}");
      assertThat(run.code()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void isProvenByItsExamples(PolicyDocument document) throws IOException {
    for (Proof proof : document.proof()) {
      Path folder = Path.of("samples", proof.example());
      Source source =
          document.sources().stream()
              .filter(each -> each.id().equals(proof.source()))
              .findFirst()
              .orElseThrow();
      assertThat(Files.readString(folder.resolve("README.md")))
          .contains("published", source.address());
      CommandLineRun run =
          CommandLineRun.of(
              new SampleFolder(folder).settle("--format", "csv", "--columns", "full"));
      assertThat(run.out()).contains("," + document.id() + ",");
    }
  }

  @Test
  void someAreProven() {
    assertThat(documents())
        .filteredOn(document -> !document.proof().isEmpty())
        .hasSizeGreaterThan(6);
  }
}
