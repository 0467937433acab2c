package cohealth.spark;

import cohealth.io.Problem;
import cohealth.io.ProblemCode;
import cohealth.io.Problems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Finds the files that the arguments name: files, folders with all that is in them, or patterns.
 */
final class InputFiles {
  private final Configuration configuration;
  private final Problems problems;

  InputFiles(Configuration configuration, Problems problems) {
    this.configuration = configuration;
    this.problems = problems;
  }

  /** The files of a table, those of a folder in the order of their names. */
  List<InputFile> of(Table table, List<String> arguments) throws IOException {
    List<InputFile> files = new ArrayList<>();
    for (String argument : arguments) {
      Path path = new Path(argument);
      FileSystem system = path.getFileSystem(configuration);
      FileStatus[] found = system.globStatus(path);
      if (found == null || found.length == 0) {
        problems.add(Problem.at(ProblemCode.FILE_MISSING, argument, 0, 0, null));
        continue;
      }
      for (FileStatus status : found) {
        String name = found.length == 1 ? argument : status.getPath().toString();
        if (status.isDirectory()) {
          List<FileStatus> all = new ArrayList<>();
          addAll(system, status.getPath(), all);
          all.sort(Comparator.comparing(file -> file.getPath().toString()));
          for (FileStatus file : all) {
            String inFolder = status.getPath().toUri().relativize(file.getPath().toUri()).getPath();
            add(table, file, name + "/" + inFolder, files);
          }
        } else {
          add(table, status, name, files);
        }
      }
    }
    return files;
  }

  private static void add(Table table, FileStatus file, String name, List<InputFile> files) {
    files.add(new InputFile(table, files.size(), file.getPath().toString(), name, file.getLen()));
  }

  /** As everywhere on Spark, what begins with a point or an underscore is no data. */
  private static void addAll(FileSystem system, Path folder, List<FileStatus> files)
      throws IOException {
    for (FileStatus status : system.listStatus(folder)) {
      String name = status.getPath().getName();
      if (name.startsWith(".") || name.startsWith("_")) {
        continue;
      }
      if (status.isDirectory()) {
        addAll(system, status.getPath(), files);
      } else {
        files.add(status);
      }
    }
  }
}
