package cohealth.spark;

import cohealth.io.PolicyFile;
import cohealth.io.PolicyLibrary;
import cohealth.io.Problem;
import cohealth.io.ProblemCode;
import cohealth.io.Problems;
import cohealth.io.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The policies that a job is given: read and checked by the driver, sent along as they are. */
final class JobPolicies {
  private static final String EXTENSION = ".json";

  private final Configuration configuration;
  private final Problems problems;
  private final PolicyLibrary library = PolicyLibrary.builtIn();
  private final List<RunSettings.PolicyText> texts = new ArrayList<>();
  private final List<PolicyFile> files = new ArrayList<>();

  JobPolicies(Configuration configuration, Problems problems) {
    this.configuration = configuration;
    this.problems = problems;
  }

  /** Reads names of built-in documents, files and folders, which may be in any file system. */
  List<RunSettings.PolicyText> read(List<String> arguments) throws IOException {
    for (String argument : arguments) {
      Path path = new Path(argument);
      boolean builtIn = library.entries().stream().anyMatch(entry -> entry.name().equals(argument));
      FileSystem system = path.getFileSystem(configuration);
      if (builtIn) {
        add(argument + EXTENSION, library.text(argument));
      } else if (!system.exists(path)) {
        library.given(List.of(argument), problems); // says what is wrong, as everywhere
      } else if (system.getFileStatus(path).isDirectory()) {
        folder(argument, path, system);
      } else {
        add(argument, bytes(system, path));
      }
    }
    library.together(files, problems);
    return texts;
  }

  private void folder(String name, Path path, FileSystem system) throws IOException {
    boolean any = false;
    FileStatus[] all = system.listStatus(path);
    // file systems list in orders of their own; accumulators are numbered in the order of documents
    Arrays.sort(all, Comparator.comparing(file -> file.getPath().getName()));
    for (FileStatus file : all) {
      if (file.isFile() && file.getPath().getName().endsWith(EXTENSION)) {
        add(name + "/" + file.getPath().getName(), bytes(system, file.getPath()));
        any = true;
      }
    }
    if (!any) {
      problems.add(Problem.at(ProblemCode.POLICY_FOLDER_EMPTY, name, 0, 0, null));
    }
  }

  private static byte[] bytes(FileSystem system, Path path) throws IOException {
    try (InputStream in = system.open(path)) {
      return in.readNBytes(PolicyFile.LARGEST + 1);
    } catch (IOException e) {
      throw UnreadableFile.of(path.toString(), e);
    }
  }

  private void add(String name, byte[] bytes) {
    PolicyFile file = PolicyFile.read(name, bytes, problems);
    if (file != null) { // then it is UTF-8
      texts.add(new RunSettings.PolicyText(name, new String(bytes, StandardCharsets.UTF_8)));
      files.add(file);
    }
  }

  private void add(String name, String text) {
    add(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
