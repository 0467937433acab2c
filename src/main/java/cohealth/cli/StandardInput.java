package cohealth.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Standard input as a file, because inputs are read more than once: it is copied to a private
 * temporary file when it is first asked for, which is removed at the end.
 */
final class StandardInput implements AutoCloseable {
  private final Terminal terminal;
  private @Nullable Path spooled;
  private @Nullable Interruption interruption;

  StandardInput(Terminal terminal) {
    this.terminal = terminal;
  }

  boolean isTaken() {
    return spooled != null;
  }

  Path path() throws IOException {
    // createTempFile makes it readable by its owner only
    Path file = Files.createTempFile(Terminals.temporaryFolder(), "cohealth-", ".in");
    spooled = file;
    interruption = Interruption.onExit(this::remove);
    try (OutputStream out = Files.newOutputStream(file)) {
      terminal.in().transferTo(out);
    }
    return file;
  }

  @Override
  public void close() {
    remove();
    if (interruption != null) {
      interruption.close();
    }
  }

  private void remove() {
    if (spooled != null) {
      try {
        Files.deleteIfExists(spooled);
      } catch (IOException e) {
        // the system's temporary folder is cleaned by others
      }
    }
  }
}
