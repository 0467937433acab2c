package cohealth.spark;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.cli.CommandLineRun;
import cohealth.naive.RandomWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Inputs in a folder, for the command line and for jobs. */
final class JobFolder {
  private final Path folder;
  private final List<String> inputs = new ArrayList<>();

  JobFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * The inputs of a random world.
   *
   * @param shuffled rows of claims in any order and in three files of two headers, else in order of
   *     time in one
   */
  static JobFolder of(Path folder, RandomWorld.World world, boolean shuffled) {
    JobFolder inputs = new JobFolder(folder);
    inputs.input("--households", "households.csv", world.households());
    inputs.input("--bindings", "bindings.csv", world.bindings());
    inputs.input("--activities", "activities.csv", world.activities());
    for (int i = 0; i < world.policies().size(); i++) {
      inputs.write("policies/" + i + ".json", world.policies().get(i));
    }
    inputs.inputs.addAll(List.of("--policy", inputs.path("policies")));
    if (world.openingDate() != null) {
      inputs.inputs.addAll(List.of("--opening-date", world.openingDate().toString()));
    }
    List<String> lines = new ArrayList<>(world.claims().lines().toList());
    String header = lines.remove(0);
    if (shuffled) {
      Collections.shuffle(lines, new Random(world.seed()));
      int third = lines.size() / 3;
      inputs.claims("a.csv", header, lines.subList(0, third));
      inputs.claims(
          "b.csv",
          backwards(header),
          lines.subList(third, 2 * third).stream().map(JobFolder::backwards).toList());
      inputs.claims("c.csv", header, lines.subList(2 * third, lines.size()));
    } else {
      int time = Arrays.asList(header.split(",", -1)).indexOf("service_time");
      lines.sort(Comparator.comparing(line -> line.split(",", -1)[time]));
      inputs.claims("a.csv", header, lines);
    }
    return inputs;
  }

  /** The cells of a line from the last to the first: columns may stand in any order. */
  private static String backwards(String line) {
    List<String> cells = new ArrayList<>(Arrays.asList(line.split(",", -1)));
    Collections.reverse(cells);
    return String.join(",", cells);
  }

  private void claims(String name, String header, List<String> rows) {
    input("--claims", "claims/" + name, header + "\n" + String.join("\n", rows) + "\n");
  }

  void input(String option, String name, @Nullable String text) {
    if (text != null) {
      write(name, text);
      inputs.addAll(List.of(option, path(name)));
    }
  }

  /** A file that is there already. */
  void input(String option, String name) {
    inputs.addAll(List.of(option, path(name)));
  }

  void option(String option, String value) {
    inputs.addAll(List.of(option, value));
  }

  /** Takes an option and its value away. */
  void without(String option) {
    int at = inputs.indexOf(option);
    if (at >= 0) {
      inputs.subList(at, at + 2).clear();
    }
  }

  /** A cell of a file's row, from 0. */
  String cell(String name, String column, int row) {
    List<String> lines = lines(folder.resolve(name));
    return lines.get(row + 1).split(",", -1)[column(lines, column)];
  }

  /** Writes the last row of a file once more, with another id. */
  void appendLast(String name, String column, String id) {
    List<String> lines = new ArrayList<>(lines(folder.resolve(name)));
    String[] cells = lines.get(lines.size() - 1).split(",", -1);
    cells[column(lines, column)] = id;
    lines.add(String.join(",", cells));
    write(name, String.join("\n", lines) + "\n");
  }

  private static int column(List<String> lines, String column) {
    return List.of(lines.get(0).split(",", -1)).indexOf(column);
  }

  Path write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String path(String name) {
    return folder.resolve(name).toString();
  }

  /** Settles the inputs by the command line. */
  CommandLineRun commandLine(String... more) {
    List<String> words = new ArrayList<>(List.of("settle", "--force"));
    words.addAll(inputs);
    words.addAll(List.of(more));
    return CommandLineRun.of(words.toArray(String[]::new));
  }

  /** The words of a job over the inputs. */
  List<String> job(String... more) {
    List<String> words = new ArrayList<>(inputs);
    words.addAll(List.of(more));
    return words;
  }

  /** The lines of a file but for its header, sorted; its header first. */
  List<String> sorted(String name) {
    return sorted(List.of(folder.resolve(name)));
  }

  /** The same of all files of a folder, each of which has the header. */
  List<String> sortedParts(String name) {
    assertThat(folder.resolve(name)).isDirectory();
    assertThat(folder.resolve(name).resolve("_SUCCESS")).exists();
    return sorted(parts(name));
  }

  List<Path> parts(String name) {
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).startsWith("part-"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a state, of one file or of a folder, sorted and without the checksums. */
  List<String> sortedState(String name) {
    boolean isFile = Files.isRegularFile(folder.resolve(name));
    List<String> rows = sorted(isFile ? List.of(folder.resolve(name)) : parts(name));
    rows.removeIf(line -> line.startsWith("{\"end\":"));
    return rows;
  }

  private static List<String> sorted(List<Path> files) {
    List<String> rows = new ArrayList<>();
    String header = null;
    for (Path file : files) {
      List<String> lines = new ArrayList<>(lines(file));
      if (header == null) {
        header = lines.get(0);
      }
      assertThat(lines.remove(0)).isEqualTo(header);
      rows.addAll(lines);
    }
    Collections.sort(rows);
    rows.add(0, String.valueOf(header));
    return rows;
  }

  /** Deletes what the local file system notes beside each file. */
  void withoutChecksums(String name) {
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".crc")).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      String text = Files.readString(file);
      assertThat(text).endsWith("\n");
      return text.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names in the folder; what a job leaves behind is among them. */
  List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
