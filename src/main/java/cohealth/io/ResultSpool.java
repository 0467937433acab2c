package cohealth.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what goes to standard output in a private temporary file until the whole run has succeeded.
 * The file has no name on systems that allow it, so that nothing stays behind however the run ends.
 */
public final class ResultSpool extends OutputStream implements Measured {
  private static final int BUFFER = 1 << 16;
  private static final int MOST_TRIES = 1000;

  /** What messages call the standard output. */
  public static final String NAME = "-";

  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
  private @Nullable Measure measure;

  private final Path folder;

  private ResultSpool(FileChannel channel, Path folder) {
    this.channel = channel;
    this.folder = folder;
  }

  /** Opens a spool in a folder for temporary files. */
  public static ResultSpool in(Path folder) throws OutputFailed {
    EnumSet<StandardOpenOption> options =
        EnumSet.of(
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    long pid = ProcessHandle.current().pid();
    try {
      for (int i = 0; i < MOST_TRIES; i++) {
        try {
          return new ResultSpool(
              PrivateFile.create(folder.resolve(".cohealth-" + pid + "-" + i + ".tmp"), options),
              folder);
        } catch (FileAlreadyExistsException e) {
          // another one has this number
        }
      }
      throw new OutputFailed(ProblemCode.OUTPUT_BUSY, NAME, Long.toString(pid));
    } catch (OutputFailed e) {
      throw e;
    } catch (IOException e) {
      throw OutputFailed.ofCopy(folder, e);
    }
  }

  @Override
  public void write(int b) throws OutputFailed {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes) throws OutputFailed {
    write(bytes, 0, bytes.length);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws OutputFailed {
    if (measure != null) {
      measure.text(bytes, offset, length);
      measure.onDisk(bytes, offset, length);
    }
    int from = offset;
    int left = length;
    while (left > 0) {
      if (!buffer.hasRemaining()) {
        drain();
      }
      int count = Math.min(left, buffer.remaining());
      buffer.put(bytes, from, count);
      from += count;
      left -= count;
    }
  }

  @Override
  public void measure(FileForm form) {
    measure = new Measure(form);
  }

  @Override
  public Fingerprint fingerprint() {
    if (measure == null) {
      throw new IllegalStateException("nobody asked for the fingerprint");
    }
    return measure.end();
  }

  /**
   * Copies everything that was written. The target must not buffer, so that no fault goes
   * unnoticed.
   *
   * @throws ReaderGone when nobody reads the target any more
   * @throws OutputFailed when it cannot be written for another reason
   */
  public void copyTo(OutputStream target) throws OutputFailed, ReaderGone {
    drain();
    try {
      channel.position(0);
      buffer.clear();
      while (channel.read(buffer) >= 0) {
        write(target, buffer.array(), buffer.position());
        buffer.clear();
      }
    } catch (OutputFailed | ReaderGone e) {
      throw e;
    } catch (IOException e) {
      throw OutputFailed.ofCopy(folder, e);
    }
  }

  /**
   * Writes what needs no keeping, as a text about the program itself.
   *
   * @throws ReaderGone as {@link #copyTo}
   * @throws OutputFailed as {@link #copyTo}
   */
  public static void print(byte[] bytes, OutputStream target) throws OutputFailed, ReaderGone {
    write(target, bytes, bytes.length);
  }

  /** Removes the temporary file. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // nothing depends on it any more
    }
  }

  private static void write(OutputStream target, byte[] bytes, int length)
      throws OutputFailed, ReaderGone {
    try {
      target.write(bytes, 0, length);
      target.flush();
    } catch (IOException e) {
      if (isReaderGone(e)) {
        throw new ReaderGone(e);
      }
      throw OutputFailed.because(NAME, e);
    }
  }

  /** The system tells it in words only, and in its own language. */
  private static boolean isReaderGone(IOException e) {
    String text = String.valueOf(e.getMessage());
    return text.contains("Broken pipe")
        || text.contains("pipe is being closed")
        || text.contains("断开的管道")
        || text.contains("管道");
  }

  private void drain() throws OutputFailed {
    try {
      buffer.flip();
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      buffer.clear();
    } catch (IOException e) {
      throw OutputFailed.ofCopy(folder, e);
    }
  }
}
