package cohealth.io;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;

/** An input that is no file: rows that were taken out of files to be settled by themselves. */
public final class InputBytes {
  private final byte[] bytes;

  private InputBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The first bytes of an array, which the caller does not change any more. */
  public static InputBytes of(byte[] bytes, int size) {
    return new InputBytes(size == bytes.length ? bytes : Arrays.copyOf(bytes, size));
  }

  /** How many there are. */
  public int size() {
    return bytes.length;
  }

  /** All of them, not copied. */
  byte[] all() {
    return bytes;
  }

  InputStream open() {
    return new ByteArrayInputStream(bytes);
  }
}
