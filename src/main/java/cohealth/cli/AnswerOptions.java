package cohealth.cli;

import cohealth.io.Messages;
import cohealth.io.OutputFiles;
import cohealth.io.ResultSpool;
import cohealth.run.RunRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the rows of one answer go, and how they are written. */
final class AnswerOptions {
  private static final String STANDARD_STREAM = "-";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE")
  @Nullable String output;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT")
  @Nullable Format format;

  @Option(names = "--limit", paramLabel = "N")
  @Nullable Long limit;

  @Option(names = "--force")
  boolean force;

  @Option(names = "--bom")
  boolean bom;

  /** Writes the rows. */
  interface Writer {
    /** Writes them all, or throws. */
    void write(OutputStream out) throws IOException;
  }

  /** Takes one of these options; false when it is none. */
  boolean take(String option, PlainWords words) throws PlainWords.NotPlain {
    switch (option) {
      case "--output" -> output = words.value();
      case "--format" -> format = words.oneOf(Format.values());
      case "--limit" -> limit = words.number();
      case "--force" -> force = true;
      case "--bom" -> bom = true;
      default -> {
        return false;
      }
    }
    return true;
  }

  /** What is wrong with these options is told before anything is read. */
  void check(RequestReader reader, Messages messages) throws WrongUsage {
    if (output != null) {
      reader.path(output);
    }
    if (limit != null && limit < 0) {
      throw new WrongUsage(messages.get("usage.number", "--limit", limit, 0));
    }
  }

  /** How the rows are written. */
  Format format() {
    return Format.of(format, output);
  }

  /** How many rows a table shows. */
  long rowLimit(Terminal terminal) {
    return terminal.rowLimit(limit, toStandardOutput());
  }

  /** Writes the rows to where they go: all of them, or nothing. */
  void write(Terminal terminal, RunRequest request, Writer rows) throws IOException {
    try (OutputFiles files = new OutputFiles(force, request.inputPaths());
        ResultSpool spool =
            toStandardOutput() ? ResultSpool.in(Terminals.temporaryFolder()) : null) {
      Interruption interruption = Interruption.onExit(files::abort);
      try {
        String name = String.valueOf(output);
        rows.write(spool != null ? spool : files.create(Path.of(name), name));
        files.commit(
            () -> {
              if (spool != null) {
                spool.copyTo(terminal.out());
              }
            });
      } finally {
        interruption.close();
      }
    }
  }

  private boolean toStandardOutput() {
    return output == null || output.equals(STANDARD_STREAM);
  }
}
