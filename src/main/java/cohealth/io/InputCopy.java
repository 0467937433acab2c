package cohealth.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/**
 * A private file for an input that can be read once only. Its name tells whose it is, so that what
 * a killed run left, which holds people's data, goes with the next one.
 */
public final class InputCopy implements AutoCloseable {
  private static final String NAME = "input";
  private static final int MOST_TRIES = 1000;

  private final TemporaryNames names;
  private @Nullable Path file;
  private boolean closed;

  /** A copy in a folder for temporary files, not made yet. */
  public InputCopy(Path folder) {
    names = new TemporaryNames(folder.resolve(NAME));
  }

  /**
   * Copies everything and gives the file.
   *
   * @throws OutputFailed when the folder does not take the copy
   * @throws IOException when the input cannot be read
   */
  public Path of(InputStream in) throws IOException {
    ReadIn input = new ReadIn(in);
    try {
      names.removeStrays();
      Path path = create();
      try (OutputStream out = Files.newOutputStream(path)) {
        input.transferTo(out);
      }
      return path;
    } catch (IOException e) {
      throw input.failed ? e : OutputFailed.ofCopy(names.folder(), e);
    }
  }

  /** Knows whether it was the reading that failed, and not the writing of the copy. */
  private static final class ReadIn extends FilterInputStream {
    private boolean failed;

    ReadIn(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      failed = true;
      int count = super.read(bytes, offset, length);
      failed = false;
      return count;
    }
  }

  private synchronized Path create() throws IOException {
    if (closed) {
      throw new IOException("closed");
    }
    for (int i = 0; ; i++) {
      Path path = names.path(i);
      try {
        PrivateFile.create(
                path, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))
            .close();
        file = path;
        return path;
      } catch (FileAlreadyExistsException e) {
        if (i == MOST_TRIES) {
          throw e;
        }
      }
    }
  }

  /** Removes the file. Any thread may call it. */
  @Override
  public synchronized void close() {
    closed = true;
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // the next run removes it
      }
    }
  }
}
