package cohealth.spark;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bad input is refused with the same codes, files, lines, columns and words as by the command line:
 * the samples of errors that are about input.
 */
class SameProblemsTest {
  private static final Path SAMPLES = Path.of("samples", "errors");

  /** One for each place in the job where problems are found. */
  private static final List<String> TRIED =
      List.of(
          "001", "002", "004", "005", "007", "008", "010", "011", "012", "016", "018", "020", "022",
          "051", "052", "053", "055", "058", "060", "065", "066", "067", "068", "069", "071", "079",
          "091", "093", "100", "101", "102", "104");

  @TempDir Path temporary = Path.of("");

  @Test
  void badInputIsToldAsTheCommandLineTellsIt() throws IOException {
    Map<String, List<String>> expected = new LinkedHashMap<>();
    Map<String, List<String>> found = new LinkedHashMap<>();
    try (JobSession spark = JobSession.on("local[2]")) {
      for (Path sample : samples()) {
        String name = String.valueOf(sample.getFileName());
        List<String> words = words(sample);
        String[] settle = words.toArray(String[]::new);
        words.remove(0);
        String out = temporary.resolve(name).toString();
        CommandLineRun run = CommandLineRun.of(with(settle, "--output", out + ".csv"));
        words.addAll(List.of("--output", out, "--partitions", "3"));
        JobSession.Run job = spark.run(words);
        expected.put(name, told(run.code(), run.err().lines().toList()));
        found.put(name, told(job.code(), job.told()));
        assertThat(Files.exists(Path.of(out))).as(name).isEqualTo(run.code() == 0);
      }
    }
    assertThat(expected).hasSizeGreaterThan(TRIED.size() - 1);
    assertThat(found).containsExactlyEntriesOf(expected);
    try (var left = Files.list(temporary)) {
      assertThat(left.map(file -> String.valueOf(file.getFileName())))
          .as("nothing of the jobs is left behind")
          .noneMatch(file -> file.startsWith(".cohealth"));
    }
  }

  private static List<Path> samples() throws IOException {
    try (var folders = Files.list(SAMPLES)) {
      return folders
          .filter(Files::isDirectory)
          .filter(folder -> TRIED.contains(String.valueOf(folder.getFileName()).substring(0, 3)))
          .sorted()
          .toList();
    }
  }

  /** The command line of a sample with the paths of its files from here. */
  private static List<String> words(Path sample) throws IOException {
    List<String> words = new ArrayList<>();
    boolean isFile = false;
    for (String word : Files.readAllLines(sample.resolve("arguments"))) {
      words.add(isFile ? sample.resolve(word).toString() : word);
      isFile =
          List.of("--households", "--bindings", "--claims", "--activities").contains(word)
              || (word.equals("--policy") && !sample.toString().contains("not-found"));
    }
    return words;
  }

  private static String[] with(String[] words, String... more) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  /**
   * The exit code and the lines that have a code. A file of which only a part can be used is read
   * to its end by a job, which may then note that the end is missing, too.
   */
  private static List<String> told(int code, List<String> lines) {
    List<String> told = new ArrayList<>(List.of("exit " + code));
    String wanted = code == 0 ? ".* (error|note)\\[.*" : ".* error\\[.*";
    lines.stream().filter(line -> line.matches(wanted)).forEach(told::add);
    return told;
  }
}
