package cohealth.run;

import cohealth.text.RowText;
import java.io.IOException;
import java.io.OutputStream;

/** Text as UTF-8 into a stream of bytes, through a buffer. */
final class TextOut {
  private static final int ROOM = 1 << 16;

  private final OutputStream out;
  private final RowText text = new RowText(ROOM);

  TextOut(OutputStream out) {
    this.out = out;
  }

  void write(String part) throws IOException {
    text.append(part);
    flushIfFull();
  }

  void write(RowText part) throws IOException {
    write(part.bytes(), 0, part.size());
  }

  /** Writes bytes of UTF-8. */
  void write(byte[] part, int from, int length) throws IOException {
    if (length >= ROOM / 2) {
      flush();
      out.write(part, from, length);
    } else {
      text.append(part, from, length);
      flushIfFull();
    }
  }

  void flush() throws IOException {
    out.write(text.bytes(), 0, text.size());
    text.clear();
  }

  private void flushIfFull() throws IOException {
    if (text.size() >= ROOM / 2) {
      flush();
    }
  }
}
