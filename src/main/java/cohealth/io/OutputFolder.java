package cohealth.io;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The folder of outputs that stand together. It is made when it is not there, for its owner alone;
 * its own folder must be there. When nothing comes of the outputs, it is gone again.
 */
public final class OutputFolder implements AutoCloseable {
  private @Nullable Path made;

  private OutputFolder(@Nullable Path made) {
    this.made = made;
  }

  /**
   * The folder at a path.
   *
   * @param name how messages call it
   * @throws OutputFailed when it cannot be made
   */
  public static OutputFolder at(Path folder, String name) throws OutputFailed {
    if (Files.exists(folder)) {
      return new OutputFolder(null); // one that is no folder is told with the first output
    }
    if (!Files.isDirectory(new TemporaryNames(folder).folder())) {
      throw new OutputFailed(ProblemCode.OUTPUT_FOLDER_MISSING, name);
    }
    try {
      return new OutputFolder(Files.createDirectory(folder, ownerOnly()));
    } catch (IOException e) {
      throw OutputFailed.because(name, e);
    }
  }

  /** The outputs are in place. */
  public void keep() {
    made = null;
  }

  @Override
  public void close() {
    if (made != null) {
      try {
        Files.delete(made);
      } catch (IOException e) {
        // something is in it by now
      }
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }
}
