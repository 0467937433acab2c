package cohealth.spark;

import cohealth.io.Problem;
import cohealth.io.ProblemCode;
import cohealth.io.Problems;
import cohealth.io.StateFile;
import cohealth.io.StateLine;
import cohealth.io.StateLines;
import cohealth.io.StateParts;
import cohealth.io.UnreadableFile;
import cohealth.text.IdTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * The state that a job goes on from: one file, as the command line writes it, or a folder of parts,
 * as a job does.
 *
 * @param checksums those that the folder's index names, one for each file; empty for one file
 */
record OpeningState(List<InputFile> files, List<String> checksums) {
  private static final int LARGEST_INDEX = 1 << 26;

  /**
   * What all files begin with.
   *
   * @param line with its line end
   * @param regions whose policies the earlier run used
   */
  record Head(String line, List<Integer> regions) {
    /** What the lines of all files are in a batch: one text under their head. */
    Segment segment() {
      return new Segment(Table.STATE, 0, 0, line, 1);
    }
  }

  /** What a task found in a file. */
  private record Checked(
      @Nullable ToldProblem problem, String line, ArrayList<Integer> regions, String checksum)
      implements Serializable {}

  /**
   * Finds the files.
   *
   * @param argument as the user named it
   * @return null when they are not all there; the problems say why
   */
  static @Nullable OpeningState find(Configuration hadoop, String argument, Problems problems)
      throws IOException {
    Path path = new Path(argument);
    FileSystem system = path.getFileSystem(hadoop);
    if (!system.exists(path)) {
      problems.add(Problem.at(ProblemCode.FILE_MISSING, argument, 0, 0, null));
      return null;
    }
    if (!system.getFileStatus(path).isDirectory()) {
      return new OpeningState(List.of(file(0, system.getFileStatus(path), argument)), List.of());
    }
    StateParts parts = index(system, path, argument, problems);
    if (parts == null) {
      return null;
    }
    List<InputFile> files = new ArrayList<>();
    for (String part : parts.checksums().keySet()) {
      Path file = new Path(path, part);
      String name = argument + "/" + part;
      if (system.exists(file)) {
        files.add(file(files.size(), system.getFileStatus(file), name));
      } else {
        problems.add(Problem.at(ProblemCode.FILE_MISSING, name, 0, 0, null));
      }
    }
    boolean whole = files.size() == parts.checksums().size();
    return whole ? new OpeningState(files, List.copyOf(parts.checksums().values())) : null;
  }

  private static InputFile file(int number, FileStatus status, String name) {
    return new InputFile(Table.STATE, number, status.getPath().toString(), name, status.getLen());
  }

  private static @Nullable StateParts index(
      FileSystem system, Path folder, String argument, Problems problems) throws IOException {
    Path index = new Path(folder, StateParts.FILE);
    if (!system.exists(index)) {
      problems.add(Problem.at(ProblemCode.STATE_FOREIGN, argument, 0, 0, null));
      return null;
    }
    try (InputStream in = system.open(index)) {
      String name = argument + "/" + StateParts.FILE;
      return StateParts.read(in.readNBytes(LARGEST_INDEX), name, problems);
    }
  }

  /**
   * Checks every file from its first byte to its last, each by one task: all must be whole, those
   * that the index names, and of one run.
   *
   * @return null when they are refused; the problems say why
   */
  @Nullable Head check(
      JavaSparkContext spark,
      Broadcast<SerializableConfiguration> configuration,
      Problems problems) {
    List<Checked> all =
        spark
            .parallelize(files, files.size())
            .map(file -> check(file, configuration.value().value()))
            .collect();
    Checked first = all.get(0);
    boolean refused = false;
    for (int i = 0; i < files.size(); i++) {
      Checked found = all.get(i);
      ToldProblem problem = found.problem();
      boolean other = !checksums.isEmpty() && !checksums.get(i).equals(found.checksum());
      if (problem != null) {
        problems.add(problem.problem());
      } else if (other || !found.line().equals(first.line())) {
        problems.add(Problem.at(ProblemCode.STATE_DAMAGED, files.get(i).name(), 0, 0, null));
      } else {
        continue;
      }
      refused = true;
    }
    return refused ? null : new Head(first.line(), List.copyOf(first.regions()));
  }

  private static Checked check(InputFile file, Configuration configuration) throws IOException {
    Problems problems = new Problems();
    try {
      StateFile state =
          StateFile.open(
              () -> FileRows.bytes(file, configuration),
              file.name(),
              new IdTable(),
              new IdTable(),
              problems);
      if (state != null) {
        StateLine.Head head = state.head();
        return new Checked(
            null, head(file, configuration), new ArrayList<>(head.regions()), state.checksum());
      }
    } catch (UnreadableFile e) {
      problems.add(e.problem());
    }
    return new Checked(ToldProblem.of(problems.first().get(0)), "", new ArrayList<>(), "");
  }

  private static String head(InputFile file, Configuration configuration) throws IOException {
    try (StateLines lines = new StateLines(FileRows.bytes(file, configuration), file.name())) {
      return new String(lines.head(), StandardCharsets.UTF_8);
    }
  }
}
