package cohealth.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * The program in a process of its own, started as {@code scripts/cohealth} does, so that it can be
 * killed, or its system can refuse it something.
 */
final class OwnProcess {
  private static final int SECONDS = 120;

  private final Path folder;
  private final Path temporary;
  private final List<String> before = new ArrayList<>();
  private final List<String> machine = new ArrayList<>();
  private Path input = Path.of("/dev/null");

  /**
   * A process to be started.
   *
   * @param folder gets what it says: {@code out} and {@code err}
   * @param temporary the folder for its temporary files
   */
  OwnProcess(Path folder, Path temporary) {
    this.folder = folder;
    this.temporary = temporary;
  }

  /** The program is started by another one, such as strace. */
  OwnProcess under(List<String> command) {
    before.addAll(command);
    return this;
  }

  /** With more options of the Java machine. */
  OwnProcess with(String... options) {
    machine.addAll(List.of(options));
    return this;
  }

  /** With a file as standard input. */
  OwnProcess reading(Path file) {
    input = file;
    return this;
  }

  Process start(List<String> args) {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:MaxNewSize=96m", "-XX:TieredStopAtLevel=1"));
    command.addAll(
        List.of("-XX:-UsePerfData", "-XX:+DisplayVMOutputToStderr", "-Xlog:disable", "-Xmx512m"));
    command.addAll(List.of("-Dfile.encoding=UTF-8", "-Djava.io.tmpdir=" + temporary));
    command.addAll(machine);
    command.addAll(List.of("-cp", classPath(), "cohealth.cli.Main"));
    command.addAll(args);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("TMPDIR", temporary.toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("COHEALTH_"));
    builder.redirectInput(input.toFile());
    builder.redirectOutput(out().toFile());
    builder.redirectError(err().toFile());
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs to the end; -1 when it does not come to one. */
  int run(List<String> args) {
    return code(start(args));
  }

  /** The exit code of a process when it has ended; -1 when it does not end. */
  static int code(Process process) {
    try {
      if (process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      process.destroyForcibly().waitFor();
      return -1;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  Path out() {
    return folder.resolve("out");
  }

  Path err() {
    return folder.resolve("err");
  }

  private static String classPath() {
    return Stream.of(
            Main.class,
            CommandLine.class,
            ObjectMapper.class,
            JsonParser.class,
            JsonProperty.class,
            CsvMapper.class)
        .map(OwnProcess::place)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
