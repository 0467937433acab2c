package cohealth.io;

/**
 * How text from a file is shown in messages: nothing in it can act on a terminal, long text is cut,
 * ids of people and claims are masked. Names are never shown at all.
 *
 * @param showIds ids are not masked
 */
public record Shown(boolean showIds) {
  /** How many characters of a cell are shown. */
  public static final int LONGEST = 40;

  /** The text with everything that cannot be seen written as {@code \}{@code u{XXXX}}. */
  public static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  /** A cell's text: {@linkplain #escaped escaped} and cut to {@value #LONGEST} characters. */
  public static String cell(String text) {
    StringBuilder out = new StringBuilder(LONGEST + 1);
    int shown = 0;
    for (int i = 0; i < text.length(); shown++) {
      if (shown == LONGEST) {
        return out.append('…').toString();
      }
      int c = text.codePointAt(i);
      append(out, c);
      i += Character.charCount(c);
    }
    return out.toString();
  }

  /**
   * An id of a person or claim: its first character, stars and its last two, unless ids are shown.
   */
  public String id(String id) {
    if (showIds) {
      return cell(id);
    }
    int length = id.codePointCount(0, id.length());
    if (length == 0) {
      return "";
    }
    String first = id.substring(0, id.offsetByCodePoints(0, 1));
    String last = length < 4 ? "" : id.substring(id.offsetByCodePoints(id.length(), -2));
    return escaped(first + "***" + last);
  }

  private static void append(StringBuilder out, int c) {
    if (Characters.isHidden(c)) {
      out.append(Characters.escape(c));
    } else {
      out.appendCodePoint(c);
    }
  }
}
