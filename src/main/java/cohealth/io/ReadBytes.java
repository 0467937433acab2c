package cohealth.io;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many bytes of the inputs a run has read, packed as they lie on the disk, and how many it is
 * going to read; a file that is read twice counts twice. For a command that reads nothing it is
 * what it writes. Readers add, on any thread, once for each buffer that they fill; somebody else
 * may look at any time.
 */
public final class ReadBytes {
  private final LongAdder read = new LongAdder();
  private final LongAdder expected = new LongAdder();

  /** So many bytes more have been read. */
  public void read(long bytes) {
    read.add(bytes);
  }

  /** So many bytes more will be read, or have been. */
  public void expect(long bytes) {
    expected.add(bytes);
  }

  /** Read until now. */
  public long soFar() {
    return read.sum();
  }

  /** Read until now and still to be read, as far as known; 0 = nobody knows. */
  public long expected() {
    return expected.sum();
  }

  /** The stream, which counts what is read from it. */
  InputStream counting(InputStream in) {
    return new Counting(in);
  }

  /** The stream, which counts what is written to it. */
  public OutputStream counting(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(int value) throws IOException {
        out.write(value);
        ReadBytes.this.read(1);
      }

      @Override
      public void write(byte[] source, int offset, int length) throws IOException {
        out.write(source, offset, length);
        ReadBytes.this.read(length);
      }
    };
  }

  private final class Counting extends FilterInputStream {
    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = in.read();
      if (value >= 0) {
        ReadBytes.this.read(1);
      }
      return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = in.read(target, offset, length);
      if (count > 0) {
        ReadBytes.this.read(count);
      }
      return count;
    }
  }
}
