package cohealth.cli;

import cohealth.io.OutputFiles;
import cohealth.io.ResultSpool;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the one output of an answer goes: all of it, or nothing.
 *
 * @param name as the user wrote it; null or {@code -} = standard output
 * @param force a file that is there may be replaced
 */
record AnswerFile(@Nullable String name, boolean force) {
  private static final String STANDARD_STREAM = "-";

  /** Writes the answer. */
  interface Writer {
    /** Writes it whole, or throws. */
    void write(OutputStream out) throws IOException;
  }

  boolean isStandardOutput() {
    return name == null || name.equals(STANDARD_STREAM);
  }

  /**
   * Writes the answer to where it goes.
   *
   * @param inputs what it must not replace
   */
  void write(Terminal terminal, List<Path> inputs, Writer answer) throws IOException {
    try (OutputFiles files = new OutputFiles(force, inputs);
        ResultSpool spool =
            isStandardOutput() ? ResultSpool.in(Terminals.temporaryFolder()) : null) {
      Interruption interruption = Interruption.onExit(files::abort);
      try {
        String file = String.valueOf(name);
        answer.write(spool != null ? spool : files.create(Path.of(file), file));
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
}
