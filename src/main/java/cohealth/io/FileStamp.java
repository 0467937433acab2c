package cohealth.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What must stay the same while a file is read. */
record FileStamp(long size, FileTime modified, @Nullable Object key) {
  /**
   * The file as it is now.
   *
   * @throws UnreadableFile when it is no regular file
   */
  static FileStamp of(Path path, String name) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    if (!attributes.isRegularFile()) {
      throw new UnreadableFile(ProblemCode.NOT_A_FILE, name);
    }
    return of(attributes);
  }

  /** Throws when the file is not the one that was opened, or was written to. */
  void check(Path path, String name) throws UnreadableFile {
    FileStamp now;
    try {
      now = of(Files.readAttributes(path, BasicFileAttributes.class));
    } catch (IOException e) {
      UnreadableFile gone = new UnreadableFile(ProblemCode.FILE_CHANGED, name);
      gone.initCause(e);
      throw gone;
    }
    if (!now.isSame(this)) {
      throw new UnreadableFile(ProblemCode.FILE_CHANGED, name);
    }
  }

  /** As equals says, which the JVM would first have to make: that costs a start 10 ms. */
  private boolean isSame(FileStamp other) {
    return size == other.size && modified.equals(other.modified) && Objects.equals(key, other.key);
  }

  private static FileStamp of(BasicFileAttributes attributes) {
    return new FileStamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
  }
}
