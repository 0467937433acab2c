package cohealth.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts finished files in place one after the other. What stood there before has a second name until
 * the run is through, so that all of it can be taken back.
 */
final class Placement {
  private static final int BACKUPS_FROM = 1000;

  private final List<Placed> all = new ArrayList<>();

  /**
   * A file in its place.
   *
   * @param replaced whether something stood there before
   * @param backup the second name of that; null on file systems that have none
   */
  private record Placed(Path target, boolean replaced, @Nullable Path backup) {}

  /** Renames a file that was written and flushed. */
  void place(PendingFile file) throws OutputFailed {
    Path target = file.target();
    boolean replaces = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    Path backup = replaces ? backup(target, BACKUPS_FROM + all.size()) : null;
    try {
      Files.move(
          file.temporary(),
          target,
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      deleteQuietly(backup);
      throw OutputFailed.because(file.name(), e);
    }
    all.add(new Placed(target, replaces, backup));
  }

  /** Every place is as it was, except where a second name could not be made. */
  void takeBack() {
    for (int i = all.size() - 1; i >= 0; i--) {
      Placed placed = all.get(i);
      if (!placed.replaced()) {
        deleteQuietly(placed.target());
      } else if (placed.backup() != null) {
        try {
          Files.move(placed.backup(), placed.target(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
          // the new file stays; the run fails with the first fault all the same
        }
      }
    }
  }

  /** Nothing will be taken back. */
  void keep() {
    all.forEach(placed -> deleteQuietly(placed.backup()));
  }

  /** A second name for the file that is about to be replaced; null when there is none. */
  private static @Nullable Path backup(Path target, int number) {
    Path backup = new TemporaryNames(target).path(number);
    try {
      Files.deleteIfExists(backup);
      return Files.createLink(backup, target);
    } catch (IOException | UnsupportedOperationException e) {
      return null; // this file system has no second names
    }
  }

  private static void deleteQuietly(@Nullable Path path) {
    if (path != null) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        // the next run removes it
      }
    }
  }
}
