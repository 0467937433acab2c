package cohealth.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/policy.schema.json and the loader accept the same documents. */
class PolicySchemaTest {
  private static final Path SCHEMA = Path.of("docs/policy.schema.json");
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  static List<PolicyCase> cases() {
    return PolicyCase.all().stream().filter(changed -> !changed.who().equals("text")).toList();
  }

  /** Built-in documents, and those of the samples. */
  static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/cohealth/policies"))) {
      files.filter(file -> file.toString().endsWith(".json")).sorted().forEach(documents::add);
    }
    Path samples = Path.of("samples");
    if (Files.exists(samples)) {
      try (Stream<Path> files = Files.walk(samples)) {
        files
            .filter(file -> file.toString().matches(".*[/\\\\]policies[/\\\\][^/\\\\]*\\.json"))
            .filter(file -> !file.startsWith(samples.resolve("errors")))
            .sorted()
            .forEach(documents::add);
      }
    }
    return documents;
  }

  @Test
  void theSchemaIsASchema() throws IOException {
    Schema metaSchema =
        REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    assertThat(metaSchema.validate(Files.readString(SCHEMA), InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void bothAcceptADocument(Path document) throws IOException {
    Problems problems = new Problems();
    PolicyFile.read(document.toString(), Files.readAllBytes(document), problems);
    assertThat(problems.first()).isEmpty();
    assertThat(refusals(Files.readString(document))).isEmpty();
  }

  @Test
  void bothAcceptTheDocumentThatIsChanged() throws IOException {
    assertThat(refusals(PolicyCase.document())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theSchemaRefusesWhatItCan(PolicyCase changed) throws IOException {
    if (changed.who().equals("both")) {
      assertThat(refusals(changed.text())).isNotEmpty();
    } else {
      assertThat(refusals(changed.text())).isEmpty();
    }
  }

  private static List<Error> refusals(String document) throws IOException {
    return REGISTRY
        .getSchema(Files.readString(SCHEMA), InputFormat.JSON)
        .validate(document, InputFormat.JSON);
  }
}
