package cohealth.io;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The lines of a state file on their way out; the last one has the checksum of all others. */
public final class StateSeal extends FilterOutputStream {
  private final MessageDigest digest = StateFile.digest();

  /** Before the first line. */
  public StateSeal(OutputStream target) {
    super(target);
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

  /** Writes the last line. */
  public void end() throws IOException {
    out.write(StateFile.end(digest).getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
