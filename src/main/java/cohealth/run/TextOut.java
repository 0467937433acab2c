package cohealth.run;

import java.io.IOException;
import java.io.OutputStream;

/** Text as UTF-8 into a stream of bytes, through a buffer. */
final class TextOut {
  private static final int ROOM = 1 << 16;

  private final OutputStream out;
  private final StringBuilder text = new StringBuilder(ROOM);
  private byte[] bytes = new byte[ROOM];

  TextOut(OutputStream out) {
    this.out = out;
  }

  void write(CharSequence part) throws IOException {
    text.append(part);
    if (text.length() >= ROOM / 2) {
      flush();
    }
  }

  void flush() throws IOException {
    int length = text.length();
    if (bytes.length < length) {
      bytes = new byte[length];
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        out.write(bytes, 0, i);
        out.write(text.substring(i).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        text.setLength(0);
        return;
      }
      bytes[i] = (byte) c;
    }
    out.write(bytes, 0, length);
    text.setLength(0);
  }
}
