package cohealth.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An input file.
 *
 * @param name as the user named it; messages use it
 * @param path where its bytes are
 */
public record Source(String name, Path path) {
  /** How many bytes it has; 0 when that cannot be known. */
  public long size() {
    try {
      return Files.size(path);
    } catch (IOException e) {
      return 0; // whoever reads it tells why it cannot be read
    }
  }
}
