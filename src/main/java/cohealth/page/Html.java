package cohealth.page;

/**
 * HTML text by text. Whatever is written as text or as the value of an attribute stays text; what
 * could turn the direction of writing around is shown as what it is.
 */
final class Html {
  private static final String UNKNOWN = "\uFFFD";

  private final StringBuilder out = new StringBuilder(1 << 16);

  /** What the page is made of, as it stands. */
  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  /**
   * A beginning.
   *
   * @param attributes names and values in turn
   */
  Html open(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
    out.append('>');
    return this;
  }

  /** An end. */
  Html close(String tag) {
    out.append("</").append(tag).append('>');
    return this;
  }

  /** The end of a line, so that the page can be read and compared. */
  Html line() {
    out.append('\n');
    return this;
  }

  /** An element that holds a text. */
  Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  /** A text. */
  Html text(String text) {
    escape(text);
    return this;
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '\t', '\n' -> out.append(c);
        default -> {
          if (turnsText(c)) {
            out.append(String.format("\\u%04X", (int) c));
          } else if (Character.isSurrogate(c)) {
            boolean pair =
                Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
              out.append(c).append(text.charAt(++i));
            } else {
              out.append(UNKNOWN);
            }
          } else if (Character.isISOControl(c) || c == '\uFFFE' || c == '\uFFFF') {
            out.append(UNKNOWN);
          } else {
            out.append(c);
          }
        }
      }
    }
  }

  /** Marks, embeddings, overrides and isolates of the bidirectional algorithm. */
  private static boolean turnsText(char c) {
    return c == '\u061C'
        || c == '\u200E'
        || c == '\u200F'
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069');
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
