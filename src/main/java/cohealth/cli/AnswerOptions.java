package cohealth.cli;

import cohealth.io.Messages;
import cohealth.run.RunRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the rows of one answer go, and how they are written. */
final class AnswerOptions {
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
    return terminal.rowLimit(limit, file().isStandardOutput());
  }

  /** Writes the rows to where they go: all of them, or nothing. */
  void write(Terminal terminal, RunRequest request, AnswerFile.Writer rows) throws IOException {
    file().write(terminal, request.inputPaths(), rows);
  }

  private AnswerFile file() {
    return new AnswerFile(output, force);
  }
}
