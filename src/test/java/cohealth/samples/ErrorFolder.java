package cohealth.samples;

import cohealth.cli.CommandLineRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder of the error gallery: inputs of which something is wrong, and what the user then sees.
 *
 * @param path the folder
 */
record ErrorFolder(Path path) {
  static final Path GALLERY = Path.of("samples/errors");
  private static final Pattern CODE = Pattern.compile("\\[([EN]\\d{3})\\] ");

  /** All folders of the gallery, in order. */
  static List<ErrorFolder> all() {
    try (Stream<Path> folders = Files.list(GALLERY)) {
      return folders.filter(Files::isDirectory).sorted().map(ErrorFolder::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the user sees: standard error and, on a line of its own, the exit code. */
  String expected(String language) {
    return read("expected." + language + ".txt");
  }

  /** The codes that the user sees. */
  Set<String> codes() {
    return CODE.matcher(expected("en"))
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The first code that the user sees. */
  String code() {
    return firstLine().replaceFirst("^.*?\\[([EN]\\d{3})\\] .*", "$1");
  }

  /** What the first line says, without place and code. */
  String sentence() {
    return firstLine().replaceFirst("^.*?\\[[EN]\\d{3}\\] ", "");
  }

  private String firstLine() {
    return expected("en").lines().findFirst().orElse("");
  }

  /** Runs the folder's command line on a copy of it, as if it was started there. */
  CommandLineRun run(Path copy, String locale) {
    String[] arguments =
        read("arguments").lines().map(text -> inFolder(copy, text)).toArray(String[]::new);
    CommandLineRun run = CommandLineRun.in(locale, "", arguments);
    return new CommandLineRun(run.code(), run.out(), run.err().replace(copy + "/", ""));
  }

  /** The names of the folder's files, at any depth. */
  static Set<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> folder.relativize(file).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  void copyTo(Path target) throws IOException {
    for (String name : files(path)) {
      Path file = target.resolve(name);
      if (Files.isDirectory(path.resolve(name))) {
        Files.createDirectories(file);
      } else {
        Files.copy(path.resolve(name), file);
      }
    }
  }

  @Override
  public String toString() {
    return String.valueOf(path.getFileName());
  }

  /** Names of files are relative to the folder; they have a dot in them or are there. */
  private String inFolder(Path copy, String argument) {
    boolean file = argument.contains(".") || Files.exists(path.resolve(argument));
    return file ? copy.resolve(argument).toString() : argument;
  }

  private String read(String name) {
    try {
      return Files.readString(path.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
