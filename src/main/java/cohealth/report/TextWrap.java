package cohealth.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines that fit a width: at blanks, and between Chinese characters, but never so
 * that a line begins with a closing mark or ends with an opening one. A word that is wider than the
 * line stays whole.
 */
public final class TextWrap {
  private static final String CLOSING = "，。、；：！？）》」』】”’…%,.;:!?)]}";
  private static final String OPENING = "（《「『【“‘([{";

  private TextWrap() {}

  /** The lines, at least one. */
  public static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String piece : pieces(text)) {
      if (!line.isEmpty() && TextWidth.of((line + piece).stripTrailing()) > width) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        piece = piece.stripLeading();
      }
      line.append(piece);
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }

  /** The text with a mark wherever a line may end and no blank stands. */
  public static String marked(String text, String mark) {
    StringBuilder out = new StringBuilder();
    for (String piece : pieces(text)) {
      out.append(out.isEmpty() || out.charAt(out.length() - 1) == ' ' ? "" : mark).append(piece);
    }
    return out.toString();
  }

  /** The smallest width in which no word is wider than the line. */
  static int narrowest(String text) {
    return pieces(text).stream().mapToInt(piece -> TextWidth.of(piece.strip())).max().orElse(0);
  }

  /** What may not be broken; the blanks stand at the ends of the pieces. */
  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    int[] codePoints = text.codePoints().toArray();
    for (int i = 1; i < codePoints.length; i++) {
      if (mayBreak(codePoints[i - 1], codePoints[i])) {
        pieces.add(new String(codePoints, start, i - start));
        start = i;
      }
    }
    pieces.add(new String(codePoints, start, codePoints.length - start));
    return pieces;
  }

  private static boolean mayBreak(int before, int after) {
    if (before == ' ' || after == ' ') {
      return before == ' ' && after != ' ';
    }
    boolean wide = isWide(before) || isWide(after);
    return wide && CLOSING.indexOf(after) < 0 && OPENING.indexOf(before) < 0;
  }

  private static boolean isWide(int codePoint) {
    return TextWidth.of(Character.toString(codePoint)) == 2;
  }
}
