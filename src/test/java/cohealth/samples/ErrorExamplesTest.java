package cohealth.samples;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.io.ProblemExample;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The examples of the problem codes in the program are those of the error gallery. */
class ErrorExamplesTest {
  private static final int LONGEST = 160;

  @Test
  void everyCodeThatAFolderShowsAloneHasTheFirstSuchFolder() throws IOException {
    Map<String, String> shown = new TreeMap<>();
    for (ErrorFolder folder : ErrorFolder.all()) {
      if (folder.codes().size() == 1) {
        shown.putIfAbsent(folder.code(), folder.toString());
      }
    }
    Map<String, String> examples = new TreeMap<>();
    ProblemExample.all().forEach((code, example) -> examples.put(code, example.folder()));

    assertThat(examples).as("scripts/update-errors writes them anew").isEqualTo(shown);
  }

  @Test
  void theExamplesAreWhatTheFoldersShow() throws IOException {
    int rows = 0;
    for (ProblemExample example : ProblemExample.all().values()) {
      ErrorFolder folder = new ErrorFolder(ErrorFolder.GALLERY.resolve(example.folder()));
      assertThat(folder.expected("en").lines()).first().isEqualTo(example.en());
      assertThat(folder.expected("zh").lines()).first().isEqualTo(example.zh());
      assertThat(example.row()).as(example.folder()).isEqualTo(rowAt(folder, example.en()));
      rows += example.row().isEmpty() ? 0 : 1;
    }
    assertThat(rows).isGreaterThan(50);
  }

  /** What stands at the place that a message names, if a screen can show it. */
  private static String rowAt(ErrorFolder folder, String message) throws IOException {
    String[] place = message.split(":", 3);
    if (!place[1].matches("\\d+")) {
      return "";
    }
    List<String> lines = lines(folder.path().resolve(place[0]));
    int number = Integer.parseInt(place[1]);
    String line = number > lines.size() ? "" : lines.get(number - 1);
    boolean visible =
        line.length() <= LONGEST && line.codePoints().noneMatch(ErrorExamplesTest::hidden);
    return visible ? line.replaceFirst("^ +", "") : "";
  }

  private static boolean hidden(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL || type == Character.FORMAT;
  }

  /** No lines when it is no text. */
  private static List<String> lines(Path file) throws IOException {
    try {
      return List.of(Files.readString(file).split("\n", -1));
    } catch (CharacterCodingException e) {
      return List.of();
    }
  }
}
