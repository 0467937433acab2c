package cohealth.io;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/** The lines of a state file on their way out; the last one has the checksum of all others. */
public final class StateSeal extends FilterOutputStream {
  private final MessageDigest digest = StateFile.digest();

  /** Before the first line. */
  public StateSeal(OutputStream target) {
    super(target);
  }

  /** Lines with the last one, for a state that is no file; {@code size} bytes are given. */
  public static InputBytes sealed(byte[] lines, int size) {
    MessageDigest digest = StateFile.digest();
    digest.update(lines, 0, size);
    byte[] end = StateFile.end(StateFile.checksum(digest)).getBytes(StandardCharsets.US_ASCII);
    byte[] all = Arrays.copyOf(lines, size + end.length);
    System.arraycopy(end, 0, all, size, end.length);
    return InputBytes.of(all, all.length);
  }

  @Override
  public void write(int b) throws IOException {
    digest.update((byte) b);
    out.write(b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    digest.update(bytes, offset, length);
    out.write(bytes, offset, length);
  }

  /**
   * Writes the last line.
   *
   * @return the checksum
   */
  public String end() throws IOException {
    String checksum = StateFile.checksum(digest);
    out.write(StateFile.end(checksum).getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return checksum;
  }
}
