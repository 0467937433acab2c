package cohealth.io;

/**
 * Which characters a reader of a text cannot see. The ranges are written out, because the tables of
 * the Java versions differ and the same input must be judged the same by all of them.
 */
final class Characters {
  private Characters() {}

  /**
   * Control characters, line and paragraph separators, bidirectional controls and zero-width
   * characters: refused in every text, escaped in every message.
   */
  static boolean isHidden(int c) {
    if (c < 0x7F) {
      return c < 0x20;
    }
    if (c < 0x300) {
      return c < 0xA0 || c == 0xAD;
    }
    return c == 0x61C
        || c == 0x115F
        || c == 0x1160
        || (c >= 0x180B && c <= 0x180F)
        || (c >= 0x200B && c <= 0x200F)
        || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x206F)
        || c == 0x3164
        || (c >= 0xD800 && c <= 0xDFFF)
        || c == 0xFEFF
        || c == 0xFFA0
        || (c >= 0xFFF0 && c <= 0xFFFB)
        || (c >= 0xE0000 && c <= 0xE00FF);
  }

  /** Blanks of any width. */
  static boolean isBlank(int c) {
    return c == ' '
        || c == 0xA0
        || c == 0x1680
        || (c >= 0x2000 && c <= 0x200A)
        || c == 0x202F
        || c == 0x205F
        || c == 0x3000;
  }

  /**
   * Variation selectors: they choose the form of a character before them. Names may hold them, ids
   * may not, since two ids would look alike.
   */
  static boolean isVariation(int c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
  }

  /** The character as messages show what cannot be seen: {@code \}{@code u{200B}}. */
  static String escape(int c) {
    String hex = Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT);
    return "\\u{" + "0".repeat(Math.max(0, 4 - hex.length())) + hex + "}";
  }
}
