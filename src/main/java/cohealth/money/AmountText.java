package cohealth.money;

import org.jspecify.annotations.Nullable;

/**
 * Reads amounts as people and systems write them: ASCII digits, at most two decimals, nothing else.
 * A value that does not fit is refused, never rounded (rules: section 1).
 */
public final class AmountText {
  /** The most digits before the point: the national interface's number(16,2). */
  public static final int MOST_YUAN_DIGITS = 14;

  /** Returned by {@link #fen} for a text that is not an amount. */
  public static final long INVALID = Long.MIN_VALUE;

  private AmountText() {}

  /** The amount in fen, or {@link #INVALID}; {@link #fault} then says why. */
  public static long fen(CharSequence text) {
    int length = text.length();
    long value = 0;
    int digits = 0;
    int i = 0;
    for (; i < length; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        break;
      }
      if (++digits > MOST_YUAN_DIGITS) {
        return INVALID;
      }
      value = value * 10 + (c - '0');
    }
    if (digits == 0) {
      return INVALID;
    }
    if (i == length) {
      return value * 100;
    }
    if (text.charAt(i) != '.') {
      return INVALID;
    }
    int decimals = length - i - 1;
    if (decimals < 1 || decimals > 2) {
      return INVALID;
    }
    for (int j = i + 1; j < length; j++) {
      char c = text.charAt(j);
      if (c < '0' || c > '9') {
        return INVALID;
      }
      value = value * 10 + (c - '0');
    }
    return decimals == 2 ? value : value * 10;
  }

  /** As {@link #fen}, for an amount that may have a minus sign: reversals have negated amounts. */
  public static long signedFen(String text) {
    if (!text.startsWith("-")) {
      return fen(text);
    }
    long fen = fen(text.substring(1));
    return fen == INVALID ? INVALID : -fen;
  }

  /** Why {@link #fen} refused the text, or null when it did not. */
  public static @Nullable AmountFault fault(String text) {
    if (fen(text) != INVALID) {
      return null;
    }
    if (text.isEmpty()) {
      return AmountFault.NO_NUMBER;
    }
    if (text.matches("[+-].*")) {
      return AmountFault.SIGN;
    }
    if (text.matches("(?s).*[￥¥$€元].*")) {
      return AmountFault.CURRENCY;
    }
    if (text.codePoints()
        .anyMatch(c -> c > 127 && (Character.isDigit(c) || c == '．' || c == '，'))) {
      return AmountFault.FULL_WIDTH;
    }
    if (text.matches("[0-9]{1,3}([, '_][0-9]{3})+(\\.[0-9]*)?")) {
      return AmountFault.THOUSANDS_SEPARATOR;
    }
    if (text.matches("[0-9]*\\.?[0-9]*[eE][+-]?[0-9]+")) {
      return AmountFault.EXPONENT;
    }
    if (text.matches("\\.[0-9]+|[0-9]+\\.")) {
      return AmountFault.BARE_POINT;
    }
    if (text.matches("[0-9]+\\.[0-9]{3,}")) {
      return AmountFault.TOO_MANY_DECIMALS;
    }
    if (text.matches("[0-9]+(\\.[0-9]{1,2})?")) {
      return AmountFault.TOO_LARGE;
    }
    return AmountFault.NOT_A_NUMBER;
  }
}
