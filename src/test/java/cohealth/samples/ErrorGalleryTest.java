package cohealth.samples;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.cli.CommandLineRun;
import cohealth.io.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder of {@code samples/errors} tells the user exactly what stands there. */
class ErrorGalleryTest {
  /** What has no folder, and why. */
  private static final Map<ProblemCode, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry(ProblemCode.GZIP_EXPANSION, "needs a file of a megabyte: InputTextTest"),
          Map.entry(ProblemCode.POLICY_TOO_LARGE, "needs a file of a megabyte: PolicyFileTest"),
          Map.entry(ProblemCode.JSON_TOO_DEEP, "a line of brackets: PolicyFileTest"),
          Map.entry(
              ProblemCode.FILE_UNREADABLE, "the superuser may read everything: InputTextTest"),
          Map.entry(
              ProblemCode.FILE_CHANGED, "needs somebody who writes at that moment: InputTextTest"),
          Map.entry(ProblemCode.OUTPUT_IS_LINK, "not every checkout keeps links: OutputsTest"),
          Map.entry(ProblemCode.OUTPUT_BUSY, "needs another run: OutputFilesTest"),
          Map.entry(ProblemCode.OUTPUT_FAILED, "needs a device that fails: OutputsTest"),
          Map.entry(
              ProblemCode.COPY_FAILED, "needs a full folder for temporary files: OutputsTest"),
          Map.entry(
              ProblemCode.PEOPLE_WITHOUT_POLICY, "check tells it as a result: CheckCommandTest"),
          Map.entry(
              ProblemCode.BINDING_CONFIRMATION_DUE,
              "check tells it as a result: CheckCommandTest"));

  private static final Path POLICY_CASES =
      Path.of("src/test/resources/cohealth/io/policy-cases.txt");

  @TempDir Path temporary = Path.of("");

  static List<ErrorFolder> folders() {
    return ErrorFolder.all();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void tellsExactlyThis(ErrorFolder folder) throws IOException {
    assertThat(told(folder, "en", "en_US.UTF-8")).isEqualTo(folder.expected("en"));
    assertThat(told(folder, "zh", "zh_CN.UTF-8")).isEqualTo(folder.expected("zh"));
  }

  private String told(ErrorFolder folder, String language, String locale) throws IOException {
    Path copy = temporary.resolve(language);
    folder.copyTo(copy);
    Set<String> before = ErrorFolder.files(copy);

    CommandLineRun run = folder.run(copy, locale);

    if (run.code() != 0 && run.code() != 5) {
      assertThat(run.out()).as("standard output of a refused run").isEmpty();
      assertThat(ErrorFolder.files(copy)).as("files after a refused run").isEqualTo(before);
    }
    return run.err() + "exit " + run.code() + "\n";
  }

  @Test
  void everyMessageIsInTheGalleryOrElsewhere() throws IOException {
    Set<String> shown = new TreeSet<>();
    folders().forEach(folder -> shown.addAll(folder.codes()));
    String policyCases = Files.readString(POLICY_CASES);

    List<ProblemCode> missing =
        Arrays.stream(ProblemCode.values())
            .filter(code -> !shown.contains(code.code()))
            .filter(code -> !policyCases.contains("\n" + code.code() + " "))
            .filter(code -> !ELSEWHERE.containsKey(code))
            .filter(code -> !code.severity().equals("warning")) // PolicyFindingsTest
            .toList();

    assertThat(missing).isEmpty();
    assertThat(ELSEWHERE.keySet()).noneMatch(code -> shown.contains(code.code()));
  }

  @Test
  void theListNamesEveryFolderAndWhatItShows() throws IOException {
    String list = Files.readString(ErrorFolder.GALLERY.resolve("README.md"));
    for (ErrorFolder folder : folders()) {
      String link = "[" + folder + "](" + folder + ")";
      assertThat(list)
          .contains(
              folder.codes().size() == 1
                  ? "\n| %s | %s | %s |\n".formatted(link, folder.code(), folder.sentence())
                  : link);
    }
  }
}
