package cohealth.io;

import cohealth.money.AmountFault;
import cohealth.money.AmountText;

/** What to write instead of an amount that was refused. */
final class AmountHint {
  /** Shown where nothing better can be guessed. */
  private static final String EXAMPLE = "1234.56";

  private AmountHint() {}

  static ProblemCode code(AmountFault fault) {
    return switch (fault) {
      case NO_NUMBER -> ProblemCode.VALUE_MISSING;
      case TOO_MANY_DECIMALS -> ProblemCode.TOO_MANY_DECIMALS;
      case THOUSANDS_SEPARATOR -> ProblemCode.AMOUNT_SEPARATOR;
      case EXPONENT -> ProblemCode.AMOUNT_EXPONENT;
      case FULL_WIDTH -> ProblemCode.AMOUNT_FULL_WIDTH;
      case SIGN -> ProblemCode.AMOUNT_SIGN;
      case CURRENCY -> ProblemCode.AMOUNT_CURRENCY;
      case BARE_POINT -> ProblemCode.AMOUNT_BARE_POINT;
      case TOO_LARGE -> ProblemCode.AMOUNT_TOO_LARGE;
      case NOT_A_NUMBER -> ProblemCode.NOT_AN_AMOUNT;
    };
  }

  /** The second place of the fault's message: the amount as it should be written, or an example. */
  static String instead(AmountFault fault, String text) {
    String guess =
        switch (fault) {
          case TOO_MANY_DECIMALS -> rounded(text);
          case THOUSANDS_SEPARATOR -> only(text, "0123456789.");
          case FULL_WIDTH -> halfWidth(text);
          case SIGN -> text.startsWith("+") ? text.substring(1) : "";
          case CURRENCY -> only(text, "0123456789.");
          case BARE_POINT ->
              text.startsWith(".") ? "0" + text : text.substring(0, text.length() - 1);
          case TOO_LARGE -> Integer.toString(AmountText.MOST_YUAN_DIGITS);
          case NO_NUMBER, EXPONENT, NOT_A_NUMBER -> "";
        };
    if (fault == AmountFault.TOO_LARGE || AmountText.fen(guess) != AmountText.INVALID) {
      return guess;
    }
    return fault == AmountFault.SIGN && isZero(text) ? "0" : EXAMPLE;
  }

  private static boolean isZero(String text) {
    return text.chars().skip(1).allMatch(c -> c == '0' || c == '.');
  }

  /** Half up to two decimals. */
  private static String rounded(String text) {
    int point = text.indexOf('.');
    long fen = AmountText.fen(text.substring(0, point + 3));
    if (fen == AmountText.INVALID) {
      return "";
    }
    return cohealth.money.Fen.text(text.charAt(point + 3) >= '5' ? fen + 1 : fen);
  }

  private static String only(String text, String kept) {
    StringBuilder out = new StringBuilder();
    text.chars().filter(c -> kept.indexOf(c) >= 0).forEach(c -> out.append((char) c));
    return out.toString();
  }

  private static String halfWidth(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .filter(c -> c != '，' && c != ',')
        .forEach(
            c -> {
              int digit = Character.digit(c, 10);
              if (c == '．' || c == '。') {
                out.append('.');
              } else if (digit >= 0) {
                out.append((char) ('0' + digit));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }
}
