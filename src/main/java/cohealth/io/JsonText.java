package cohealth.io;

import cohealth.text.RowText;
import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Texts in JSON. Most have nothing to escape and stay the bytes that they are. */
final class JsonText {
  private static final char QUOTE = '"';
  private static final int FIRST_PRINTABLE = 0x20;

  private JsonText() {}

  /** Appends a text in quotes. */
  static void append(RowText out, String text) {
    int start = open(out);
    out.append(text);
    close(out, start);
  }

  /** Appends a text in quotes; null when it is empty. */
  static void appendOrNull(RowText out, String text) {
    int start = open(out);
    out.append(text);
    closeOrNull(out, start);
  }

  /** Begins a text, which is to be appended as it stands; returns where it starts. */
  static int open(RowText out) {
    out.append(QUOTE);
    return out.size();
  }

  /** Ends a text: escapes what has to be. */
  static void close(RowText out, int start) {
    if (hasToBeEscaped(out, start)) {
      String text = out.text(start);
      out.cut(start);
      out.append(String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)));
    }
    out.append(QUOTE);
  }

  /** Ends a text; it becomes null when nothing was appended. */
  static void closeOrNull(RowText out, int start) {
    if (out.size() == start) {
      out.cut(start - 1);
      out.append("null");
    } else {
      close(out, start);
    }
  }

  private static boolean hasToBeEscaped(RowText out, int start) {
    byte[] bytes = out.bytes();
    for (int i = start; i < out.size(); i++) {
      byte each = bytes[i];
      if ((each >= 0 && each < FIRST_PRINTABLE) || each == QUOTE || each == '\\') {
        return true;
      }
    }
    return false;
  }
}
