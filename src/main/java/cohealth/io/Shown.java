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

  /** Identity numbers have 15 or 18 characters; amounts have at most 14 digits before the point. */
  private static final int FEWEST_IDENTITY_DIGITS = 15;

  private static final String STARS = "***";
  private static final String UNITS = "年月日时點点分秒号上下午元角万亿〇零一二三四五六七八九十百千";

  /** The text with everything that cannot be seen written as {@code \}{@code u{XXXX}}. */
  public static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  /**
   * A cell's text: {@linkplain #escaped escaped}, cut to {@value #LONGEST} characters, and with
   * what looks like an identity number masked as an id is, whatever the column should have held.
   */
  public static String cell(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int end = digitsEnd(text, i);
      if (end - i >= FEWEST_IDENTITY_DIGITS) {
        end += end < text.length() && "Xx".indexOf(text.charAt(end)) >= 0 ? 1 : 0;
        out.append(masked(text.substring(i, end)));
      } else {
        end = Math.max(end, i + 1);
        out.append(text, i, end);
      }
      i = end;
    }
    return cut(out.toString());
  }

  /**
   * The text of a cell that should hold an amount, a day or a number, and so no word but a unit:
   * anything else in letters may be a name that got into the wrong column, and is masked.
   */
  static String figure(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean inWord = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      boolean letter = c > 0x7F && UNITS.indexOf(c) < 0 && Character.isLetter(c);
      if (!letter) {
        out.appendCodePoint(c);
      } else if (!inWord) {
        out.append(STARS);
      }
      inWord = letter;
      i += Character.charCount(c);
    }
    return cell(out.toString());
  }

  /**
   * An id of a person or claim: its first character, stars and its last two, unless ids are shown.
   * The last two of a name are most of it, so they are left out where they are no ASCII.
   */
  public String id(String id) {
    return showIds ? cut(id) : escaped(masked(id));
  }

  private static String masked(String id) {
    int length = id.codePointCount(0, id.length());
    if (length == 0) {
      return "";
    }
    String first = id.substring(0, id.offsetByCodePoints(0, 1));
    String last = length < 4 ? "" : id.substring(id.offsetByCodePoints(id.length(), -2));
    return first + STARS + (last.chars().allMatch(c -> c < 0x7F) ? last : "");
  }

  private static String cut(String text) {
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

  /** Where the digits, of any script, that begin at a place end. */
  private static int digitsEnd(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static void append(StringBuilder out, int c) {
    if (Characters.isHidden(c)) {
      out.append(Characters.escape(c));
    } else {
      out.appendCodePoint(c);
    }
  }
}
