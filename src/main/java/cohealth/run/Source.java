package cohealth.run;

import cohealth.io.InputBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An input file.
 *
 * @param name as the user named it; messages use it
 * @param path where its bytes are
 * @param bytes its bytes when they are no file's; then nothing is at the path
 */
public record Source(String name, Path path, @Nullable InputBytes bytes) {
  /** A file. */
  public Source(String name, Path path) {
    this(name, path, null);
  }

  /** Bytes in memory. */
  public static Source of(String name, InputBytes bytes) {
    return new Source(name, Path.of(name), bytes);
  }

  /** How many bytes it has; 0 when that cannot be known. */
  public long size() {
    if (bytes != null) {
      return bytes.size();
    }
    try {
      return Files.size(path);
    } catch (IOException e) {
      return 0; // whoever reads it tells why it cannot be read
    }
  }
}
