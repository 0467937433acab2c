package cohealth.page;

import cohealth.money.Fen;

/** Numbers for people, with a comma after each three digits. */
final class Thousands {
  private static final int GROUP = 3;

  private Thousands() {}

  static String amount(long fen) {
    String text = Fen.text(fen);
    int point = text.indexOf('.');
    return grouped(text.substring(0, point)) + text.substring(point);
  }

  static String count(long number) {
    return grouped(Long.toString(number));
  }

  private static String grouped(String whole) {
    int first = whole.startsWith("-") ? 1 : 0;
    StringBuilder out = new StringBuilder(whole);
    for (int i = whole.length() - GROUP; i > first; i -= GROUP) {
      out.insert(i, ',');
    }
    return out.toString();
  }
}
