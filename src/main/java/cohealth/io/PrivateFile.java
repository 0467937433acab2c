package cohealth.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Makes new files and folders that only their owner can read. */
final class PrivateFile {
  private PrivateFile() {}

  /** Opens a file that must not exist yet. */
  static FileChannel create(Path path, Set<? extends OpenOption> options) throws IOException {
    return FileChannel.open(path, options, attributes("rw-------"));
  }

  /** Makes a folder that must not exist yet. */
  static Path createFolder(Path path) throws IOException {
    return Files.createDirectory(path, attributes("rwx------"));
  }

  private static FileAttribute<?>[] attributes(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
