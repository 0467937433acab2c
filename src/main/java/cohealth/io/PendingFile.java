package cohealth.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * An output that is written beside its target and put in place by {@link OutputFiles#commit} only.
 * Every fault of the system becomes {@link OutputFailed}. Targets that end in {@code .gz} are
 * compressed. For one thread.
 */
public final class PendingFile extends OutputStream implements Measured {
  private static final int BUFFER = 1 << 16;

  private final Path target;
  private final String name;
  private final Path temporary;
  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
  private final @Nullable GZIPOutputStream gzip;
  private @Nullable Measure measure;
  private boolean finished;

  PendingFile(Path target, String name, Path temporary) throws IOException {
    this.target = target;
    this.name = name;
    this.temporary = temporary;
    this.channel =
        PrivateFile.create(
            temporary, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    this.gzip =
        target.toString().toLowerCase(Locale.ROOT).endsWith(".gz")
            ? new GZIPOutputStream(new Buffered(), BUFFER)
            : null;
  }

  /** Where it will stand. */
  public Path target() {
    return target;
  }

  /** How messages call it. */
  public String name() {
    return name;
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
    }
    try {
      if (gzip == null) {
        buffer(bytes, offset, length);
      } else {
        gzip.write(bytes, offset, length);
      }
    } catch (IOException e) {
      throw OutputFailed.because(name, e);
    }
  }

  /** Writes everything to the device; nothing more can be written then. */
  @Override
  public void close() throws OutputFailed {
    if (finished) {
      return;
    }
    try {
      if (gzip != null) {
        gzip.finish();
      }
      drain();
      channel.force(true); // once: after a failed force nothing about the file is known any more
      channel.close();
      finished = true;
    } catch (IOException e) {
      throw OutputFailed.because(name, e);
    }
  }

  @Override
  public void measure(FileForm form) {
    measure = new Measure(form);
  }

  @Override
  public Fingerprint fingerprint() throws OutputFailed {
    if (measure == null) {
      throw new IllegalStateException("nobody asked for the fingerprint");
    }
    close();
    return measure.end();
  }

  Path temporary() {
    return temporary;
  }

  /** Removes what was written; never fails. Any thread may call it. */
  void discard() {
    try {
      channel.close();
    } catch (IOException e) {
      // the file goes anyway
    }
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      // the next run removes it
    }
  }

  private void buffer(byte[] bytes, int offset, int length) throws IOException {
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

  private void drain() throws IOException {
    buffer.flip();
    if (measure != null) {
      measure.onDisk(buffer);
    }
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }

  /** Where the compressed bytes go. */
  private final class Buffered extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      buffer(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      buffer(bytes, offset, length);
    }
  }
}
