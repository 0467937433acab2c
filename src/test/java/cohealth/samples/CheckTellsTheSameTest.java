package cohealth.samples;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code cohealth check} tells every problem of inputs exactly as settle does. */
class CheckTellsTheSameTest {
  private static final Set<String> OUTPUTS = Set.of("--output", "--postings");

  @TempDir Path temporary = Path.of("");

  static List<ErrorFolder> folders() throws IOException {
    List<ErrorFolder> folders = new ArrayList<>();
    for (ErrorFolder folder : ErrorFolder.all()) {
      List<String> arguments = arguments(folder.path());
      if (arguments.get(0).equals("settle") && !arguments.contains("--rejects")) {
        folders.add(folder);
      }
    }
    return folders;
  }

  private static List<String> arguments(Path folder) throws IOException {
    return Files.readAllLines(folder.resolve("arguments"));
  }

  private static List<String> check(Path folder) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("check", "--as-of", "2025-06-30"));
    List<String> given = arguments(folder);
    for (int i = 1; i < given.size(); i++) {
      if (OUTPUTS.contains(given.get(i))) {
        i++;
      } else {
        boolean file = given.get(i).contains(".") || Files.exists(folder.resolve(given.get(i)));
        arguments.add(file ? folder.resolve(given.get(i)).toString() : given.get(i));
      }
    }
    return arguments;
  }

  @ParameterizedTest
  @MethodSource("folders")
  void asSettle(ErrorFolder folder) throws IOException {
    Path copy = temporary.resolve("copy");
    folder.copyTo(copy);
    for (String locale : List.of("en_US.UTF-8", "zh_CN.UTF-8")) {
      CommandLineRun settled = folder.run(copy, locale);
      CommandLineRun checked = CommandLineRun.in(locale, "", check(copy).toArray(new String[0]));
      String where = copy + "/";

      assertThat(problems(checked.out().replace(where, "")))
          .containsExactlyElementsOf(problems(settled.err()));
      assertThat(notes(checked.out().replace(where, ""))).containsAll(notes(settled.err()));
      boolean unreadable = settled.err().matches("(?s).*\\[E60[1-4]].*");
      assertThat(checked.code() == 6).isEqualTo(unreadable);
      if (!problems(settled.err()).isEmpty()) {
        assertThat(checked.code()).isEqualTo(4);
      }
    }
  }

  private static List<String> problems(String told) {
    return told.lines().filter(line -> line.matches(".*\\[E[1-5][0-9]{2}] .*")).toList();
  }

  private static List<String> notes(String told) {
    return told.lines().filter(line -> line.matches(".*\\[N[0-9]{3}] .*")).toList();
  }
}
