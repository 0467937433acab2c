package cohealth.io;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The names of temporary files beside a target: {@code .cohealth-TARGET-PID-N.tmp}. The process in
 * the name tells the files of other live runs from those that dead runs left behind.
 */
final class TemporaryNames {
  private static final String PREFIX = ".cohealth-";
  private static final String SUFFIX = ".tmp";

  private final Path folder;
  private final String start;

  TemporaryNames(Path target) {
    Path absolute = target.toAbsolutePath();
    this.folder = absolute.getParent() == null ? absolute : absolute.getParent();
    this.start = PREFIX + absolute.getFileName() + "-";
  }

  Path folder() {
    return folder;
  }

  /** The name of a file of this process. */
  Path path(int number) {
    return folder.resolve(start + ProcessHandle.current().pid() + "-" + number + SUFFIX);
  }

  /** Removes what dead runs left of this target. */
  void removeStrays() throws IOException {
    owners(null, true);
  }

  /** The process of another live run that writes this target, or -1. */
  long otherRun(Path own) throws IOException {
    return owners(own, false);
  }

  private long owners(@Nullable Path own, boolean remove) throws IOException {
    long other = -1;
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, file -> isTemporary(file.getFileName().toString()))) {
      for (Path file : files) {
        if (file.equals(own)) {
          continue;
        }
        long pid = pid(file.getFileName().toString());
        if (isAlive(pid, file)) {
          other = pid;
        } else if (remove) {
          delete(file);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return other;
  }

  /** A file that is somebody else's stays; it is in nobody's way. */
  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // its owner's next run removes it
    }
  }

  private boolean isTemporary(String name) {
    return name.startsWith(start) && name.endsWith(SUFFIX) && pid(name) > 0;
  }

  /** The process in the name, or -1 when the name is another target's. */
  private long pid(String name) {
    String numbers = name.substring(start.length(), name.length() - SUFFIX.length());
    int mark = numbers.indexOf('-');
    if (mark < 1 || mark > 18 || !isNumber(numbers, 0, mark)) {
      return -1;
    }
    return isNumber(numbers, mark + 1, numbers.length())
        ? Long.parseLong(numbers, 0, mark, 10)
        : -1;
  }

  private static boolean isNumber(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return from < to;
  }

  /** Whether the process that made the file still runs; a number may have been given again. */
  private static boolean isAlive(long pid, Path file) throws IOException {
    ProcessHandle process = ProcessHandle.of(pid).orElse(null);
    if (process == null || !process.isAlive()) {
      return false;
    }
    // the system counts from the boot in whole seconds, so that both times may be off a little
    Instant started =
        process.info().startInstant().map(start -> start.minusSeconds(2)).orElse(Instant.MIN);
    return Files.exists(file) && !Files.getLastModifiedTime(file).toInstant().isBefore(started);
  }
}
