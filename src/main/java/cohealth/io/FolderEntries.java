package cohealth.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What stands in a folder. */
public final class FolderEntries {
  private FolderEntries() {}

  /** All entries, by their names; whatever the system refuses on the way is an IOException. */
  public static List<Path> of(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
