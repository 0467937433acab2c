package cohealth.io;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohealth.person.Insurance;
import cohealth.policy.PolicyDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyLibraryTest {
  private static final Path BUILT_IN = Path.of("src/main/resources/cohealth/policies");
  private static final String NAME = "510400-employee";

  private final PolicyLibrary library = PolicyLibrary.builtIn();
  private final Problems problems = new Problems();

  @TempDir Path folder;

  @Test
  void theIndexIsCompleteAndSorted() throws IOException {
    List<String> names;
    try (Stream<Path> files = Files.list(BUILT_IN)) {
      names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.equals("index.txt"))
              .sorted()
              .toList();
    }
    assertThat(library.entries())
        .extracting(entry -> entry.name() + ".json")
        .containsExactlyElementsOf(names);
  }

  @Test
  void theIndexSaysWhatTheDocumentsSay() {
    for (PolicyLibrary.Entry entry : library.entries()) {
      PolicyDocument document = requireNonNull(library.named(entry.name()));
      assertThat(document.id()).isEqualTo(entry.name());
      assertThat(document.region()).isEqualTo(entry.region());
      assertThat(document.insurance()).isEqualTo(entry.insurance());
    }
    assertThat(library.named("nowhere")).isNull();
  }

  @Test
  void onlyDocumentsOfTheRegionsAreRead() {
    assertThat(ids(library.forRegions(List.of(), Set.of()))).isEmpty();
    assertThat(ids(library.forRegions(List.of(), Set.of(510402)))).containsExactly(NAME);
    assertThat(ids(library.forRegions(List.of(), Set.of(510400)))).containsExactly(NAME);
    assertThat(ids(library.forRegions(List.of(), Set.of(510502)))).doesNotContain(NAME);
  }

  @Test
  void regionsCoverTheCodesBelowThem() {
    PolicyLibrary.Entry city = new PolicyLibrary.Entry("a", 510400, Insurance.EMPLOYEE);
    PolicyLibrary.Entry province = new PolicyLibrary.Entry("a", 510000, Insurance.EMPLOYEE);
    PolicyLibrary.Entry district = new PolicyLibrary.Entry("a", 510402, Insurance.EMPLOYEE);
    assertThat(city.covers(510499)).isTrue();
    assertThat(city.covers(510500)).isFalse();
    assertThat(province.covers(519999)).isTrue();
    assertThat(province.covers(520000)).isFalse();
    assertThat(district.covers(510402)).isTrue();
    assertThat(district.covers(510400)).isFalse();
  }

  @Test
  void aGivenDocumentReplacesTheBuiltInOne() throws IOException {
    Path file = write("mine.json", text("mine"));
    List<PolicyFile> given = library.given(List.of(file.toString()), problems);
    assertThat(problems.first()).isEmpty();
    assertThat(ids(library.forRegions(given, Set.of(510402)))).containsExactly("mine");
    assertThat(ids(library.forRegions(given, Set.of()))).containsExactly("mine");
  }

  @Test
  void aBuiltInDocumentIsGivenByItsName() throws IOException {
    List<PolicyFile> given = library.given(List.of(NAME), problems);
    assertThat(ids(library.forRegions(given, Set.of(510402)))).containsExactly(NAME);
  }

  @Test
  void aFolderGivesItsFilesInTheOrderOfTheirNames() throws IOException {
    write("b.json", text("b").replace("\"510400\"", "\"510500\""));
    write("a.json", text("a"));
    write("notes.txt", "no policy");
    List<PolicyFile> given = library.given(List.of(folder.toString()), problems);
    assertThat(problems.first()).isEmpty();
    assertThat(given).extracting(file -> file.document().id()).containsExactly("a", "b");
    assertThat(given.get(0).file()).isEqualTo(folder.resolve("a.json").toString());
  }

  @Test
  void problemsOfAllFilesAreTold() throws IOException {
    write("b.json", text("b").replace("\"format\": 1", "\"format\": 3"));
    write("a.json", "{");
    Path other = Files.createDirectory(folder.resolve("other"));
    List<PolicyFile> given =
        library.given(List.of(folder.toString(), "370900-employe", other.toString()), problems);
    assertThat(given).isEmpty();
    assertThat(problems.first())
        .containsExactly(
            Problem.at(ProblemCode.JSON_ENDS, folder.resolve("a.json").toString(), 1, 2, null),
            Problem.at(
                ProblemCode.POLICY_OTHER_FORMAT,
                folder.resolve("b.json").toString(),
                2,
                13,
                "/format",
                "3",
                "1"),
            Problem.at(
                ProblemCode.POLICY_NOT_FOUND,
                "370900-employe",
                0,
                0,
                null,
                "370900-employe",
                "370900-employee"),
            Problem.at(ProblemCode.POLICY_FOLDER_EMPTY, other.toString(), 0, 0, null));
  }

  @Test
  void twoGivenDocumentsOfOneRegionAndInsurance() throws IOException {
    Path first = write("a.json", text("a"));
    Path second = write("b.json", text("b"));
    library.given(List.of(first.toString(), second.toString()), problems);
    assertThat(problems.first())
        .containsExactly(
            Problem.at(
                ProblemCode.POLICY_SAME_REGION,
                second.toString(),
                4,
                13,
                "/region",
                "510400",
                "employee",
                first.toString()));
  }

  @Test
  void twoGivenDocumentsWithOneId() throws IOException {
    Path first = write("a.json", text("a"));
    Path second = write("b.json", text("a").replace("\"510400\"", "\"510500\""));
    library.given(List.of(first.toString(), second.toString()), problems);
    assertThat(problems.first())
        .containsExactly(
            Problem.at(
                ProblemCode.POLICY_SAME_ID, second.toString(), 3, 9, "/id", "a", first.toString()));
  }

  @Test
  void theIdOfAnotherBuiltInDocument() throws IOException {
    Path file = write("a.json", text(NAME).replace("\"510400\"", "\"510500\""));
    assertThat(library.given(List.of(file.toString()), problems)).isEmpty();
    assertThat(problems.first())
        .containsExactly(
            Problem.at(
                ProblemCode.POLICY_SAME_ID, file.toString(), 3, 9, "/id", NAME, NAME + ".json"));
  }

  @Test
  void twoDocumentsOfDifferentInsurance() throws IOException {
    Path file =
        write(
            "a.json",
            text("a").replace("\"insurance\": \"employee\"", "\"insurance\": \"resident\""));
    List<PolicyFile> given = library.given(List.of(file.toString()), problems);
    assertThat(problems.first()).isEmpty();
    assertThat(ids(library.forRegions(given, Set.of(510400)))).contains("a", NAME);
  }

  @Test
  void aFileThatIsNotThere() {
    String missing = folder.resolve("missing.json").toString();
    assertThatThrownBy(() -> library.given(List.of(missing), problems))
        .isInstanceOfSatisfying(
            UnreadableFile.class,
            fault ->
                assertThat(fault.problem())
                    .isEqualTo(Problem.at(ProblemCode.FILE_MISSING, missing, 0, 0, null)));
  }

  @Test
  void whatIsNoPath() throws IOException {
    assertThat(library.given(List.of("a\0b"), problems)).isEmpty();
    assertThat(problems.first())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.POLICY_NOT_FOUND);
  }

  @Test
  void partsOfAGivenAreaAreThereToo() throws IOException {
    Path file = write("a.json", text("a").replace("\"510400\"", "\"510000\""));
    List<PolicyFile> given = library.given(List.of(file.toString()), problems);
    assertThat(ids(library.forRegions(given, Set.of(510900)))).contains("a", NAME);
  }

  private static List<String> ids(List<PolicyDocument> documents) {
    return documents.stream().map(PolicyDocument::id).toList();
  }

  private static String text(String id) throws IOException {
    return Files.readString(BUILT_IN.resolve(NAME + ".json"))
        .replace("\"id\": \"" + NAME + "\"", "\"id\": \"" + id + "\"");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
