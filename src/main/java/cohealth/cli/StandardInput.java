package cohealth.cli;

import cohealth.io.InputCopy;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Standard input as a file, because inputs are read more than once: it is copied to a private
 * temporary file when it is first asked for, which is removed at the end.
 */
final class StandardInput implements AutoCloseable {
  private final Terminal terminal;
  private @Nullable InputCopy copy;
  private @Nullable Interruption interruption;

  StandardInput(Terminal terminal) {
    this.terminal = terminal;
  }

  boolean isTaken() {
    return copy != null;
  }

  Path path() throws IOException {
    InputCopy begun = new InputCopy(Terminals.temporaryFolder());
    copy = begun;
    interruption = Interruption.onExit(begun::close);
    return begun.of(terminal.in());
  }

  @Override
  public void close() {
    if (copy != null) {
      copy.close();
    }
    if (interruption != null) {
      interruption.close();
    }
  }
}
