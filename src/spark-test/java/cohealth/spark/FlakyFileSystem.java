package cohealth.spark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * Local files at {@code flaky:/…}; the first part that is written to its end comes to grief once.
 */
public final class FlakyFileSystem extends RawLocalFileSystem {
  static final String FAULT = "flaky.fault";
  static final String MARKER = "flaky.marker";

  @Override
  public URI getUri() {
    return URI.create("flaky:///");
  }

  @Override
  public String getScheme() {
    return "flaky";
  }

  @Override
  public FSDataOutputStream create(
      Path file,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    return flaky(
        file,
        super.create(file, permission, overwrite, bufferSize, replication, blockSize, progress));
  }

  @Override
  public FSDataOutputStream create(
      Path file,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    return flaky(file, super.create(file, overwrite, bufferSize, replication, blockSize, progress));
  }

  private FSDataOutputStream flaky(Path file, FSDataOutputStream out) throws IOException {
    if (!file.getName().startsWith("part-00001-attempt")) {
      return out;
    }
    return new FSDataOutputStream(
        new java.io.FilterOutputStream(out) {
          @Override
          public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
          }

          @Override
          public void close() throws IOException {
            out.close();
            failOnce();
          }
        },
        null);
  }

  private void failOnce() throws IOException {
    try {
      Files.createFile(java.nio.file.Path.of(getConf().get(MARKER)));
    } catch (FileAlreadyExistsException e) {
      return;
    }
    if (getConf().get(FAULT).equals("kill")) {
      Runtime.getRuntime().halt(137);
    }
    throw new IOException("failed on purpose");
  }
}
