package cohealth.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** docs/seeds.md names a golden folder that is settled by the tests for every demand. */
class SeedsPageTest {
  private static final Path PAGE = Path.of("docs/seeds.md");
  private static final int ROWS = 15;
  private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\|.*$", Pattern.MULTILINE);
  private static final Pattern FOLDER =
      Pattern.compile("\\]\\(\\.\\./(samples/[^)]*)/README\\.md\\)");

  /**
   * A row of the page's table.
   *
   * @param cells number, place, sentence, Chinese term, seeds, folders, what is open
   */
  private record Row(List<String> cells) {
    static Row of(String line) {
      List<String> cells = new ArrayList<>();
      for (String cell : line.substring(1, line.length() - 1).split("\\|", -1)) {
        cells.add(cell.strip());
      }
      return new Row(cells);
    }

    int number() {
      return Integer.parseInt(cells.get(0));
    }

    List<Path> folders() {
      return FOLDER
          .matcher(cells.get(5))
          .results()
          .map((MatchResult found) -> Path.of(found.group(1)))
          .toList();
    }
  }

  private static List<Row> rows() throws IOException {
    return ROW.matcher(Files.readString(PAGE)).results().map(row -> Row.of(row.group())).toList();
  }

  @Test
  void hasARowForEveryDemand() throws IOException {
    assertThat(rows().stream().map(Row::number).toList())
        .isEqualTo(IntStream.rangeClosed(1, ROWS).boxed().toList());
    for (Row row : rows()) {
      assertThat(row.cells()).hasSize(7).doesNotContain("");
      assertThat(row.cells().get(3)).matches("\\p{IsHan}+(、\\p{IsHan}+)*");
      assertThat(row.cells().get(4)).matches("00[0-2](, 00[0-2])*");
    }
  }

  @Test
  void namesFoldersThatAreSettled() throws IOException {
    List<Path> settled = SampleFolder.all().stream().map(SampleFolder::path).toList();
    for (Row row : rows()) {
      assertThat(row.folders()).as("row " + row.number()).isNotEmpty();
      assertThat(settled).as("row " + row.number()).containsAll(row.folders());
    }
  }

  @Test
  void namesAllFoldersOfSeeds() throws IOException {
    List<SampleFolder> folders =
        SampleFolder.all().stream()
            .filter(folder -> folder.path().startsWith(Path.of("samples", "seeds")))
            .toList();
    assertThat(folders).isNotEmpty();
    for (SampleFolder folder : folders) {
      int number = Integer.parseInt(folder.toString().replaceFirst("-.*", ""));
      assertThat(rows().get(number - 1).folders()).contains(folder.path());
      assertThat(Files.readString(folder.path().resolve("README.md")))
          .contains("Seed row " + number + " of [docs/seeds.md](../../../docs/seeds.md)");
    }
  }

  @Test
  void saysThatInpatientFiguresAreOutOfScope() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(page.substring(page.lastIndexOf("\n|")))
        .contains("**inpatient**", "out of scope", "住院");
  }
}
