package cohealth.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Ids that end in a serial number, as numbers without loss: a short text before the digits, how
 * many digits there are, and their value. Most files have one such series or a few; ids of others
 * have no code. Codes of one series that follow each other are ids that do.
 */
final class SerialIds {
  /** The id has no code. */
  static final long NONE = -1;

  /** A code has this many bits for the value, and the number of the series above them. */
  private static final int VALUE_BITS = 54;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int MOST_SERIES = 16;
  private static final int LONGEST_PREFIX = 8;

  /** Their values have no more than {@value #VALUE_BITS} bits. */
  private static final int MOST_DIGITS = 16;

  private static final int AT_ONCE = 8;
  private static final long EIGHT_ZEROS = 0x3030_3030_3030_3030L;

  private final long[] prefixes = new long[MOST_SERIES]; // its bytes, the first one lowest
  private final int[] prefixLengths = new int[MOST_SERIES];
  private final int[] digits = new int[MOST_SERIES];
  private int size;

  /** The code of an id of a series that is known, or {@link #NONE}. */
  long code(byte[] bytes, int from, int to) {
    int length = to - from;
    long start = size == 0 ? 0 : upToEight(bytes, from, Math.min(length, LONGEST_PREFIX));
    for (int series = 0; series < size; series++) {
      int prefixLength = prefixLengths[series];
      if (length == prefixLength + digits[series]
          && (start & mask(prefixLength)) == prefixes[series]) {
        long value = value(bytes, from + prefixLength, to);
        if (value >= 0) {
          return (long) series << VALUE_BITS | value;
        }
      }
    }
    return NONE;
  }

  /** The same; if its series is new, and there is room for it, it is known from now on. */
  long codeOfNew(byte[] bytes, int from, int to) {
    long known = code(bytes, from, to);
    if (known != NONE || size == MOST_SERIES) {
      return known;
    }
    int first = to;
    while (first > from && bytes[first - 1] >= '0' && bytes[first - 1] <= '9') {
      first--;
    }
    if (first == to || to - first > MOST_DIGITS || first - from > LONGEST_PREFIX) {
      return NONE;
    }
    prefixLengths[size] = first - from;
    digits[size] = to - first;
    prefixes[size] = upToEight(bytes, from, first - from);
    size++;
    return code(bytes, from, to);
  }

  /** Appends the id with the code. */
  void appendTo(RowText out, long code) {
    int series = (int) (code >>> VALUE_BITS);
    long prefix = prefixes[series];
    for (int i = 0; i < prefixLengths[series]; i++) {
      out.appendByte((byte) (prefix >>> (8 * i)));
    }
    out.appendPadded(code & (1L << VALUE_BITS) - 1, digits[series]);
  }

  private static long mask(int bytes) {
    return bytes == 0 ? 0 : -1L >>> (8 * (8 - bytes));
  }

  /** Some bytes, at most eight, the first one lowest. */
  private static long upToEight(byte[] bytes, int from, int count) {
    if (from + 8 <= bytes.length) {
      return (long) EIGHT.get(bytes, from) & mask(count);
    }
    long all = 0;
    for (int i = count - 1; i >= 0; i--) {
      all = all << 8 | (bytes[from + i] & 0xFF);
    }
    return all;
  }

  /** The value of at most 16 digits, or a number below zero when something else is among them. */
  private static long value(byte[] bytes, int from, int to) {
    int at = from;
    long value = 0;
    for (; to - at >= AT_ONCE; at += AT_ONCE) {
      long eight = (long) EIGHT.get(bytes, at);
      if (!areDigits(eight)) {
        return NONE;
      }
      value = value * 100_000_000 + ofEight(eight);
    }
    for (; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        return NONE;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static boolean areDigits(long eight) {
    long high = 0xF0F0_F0F0_F0F0_F0F0L;
    return (eight & high) == EIGHT_ZEROS
        && ((eight + 0x0606_0606_0606_0606L) & high) == EIGHT_ZEROS; // not ':' to '?'
  }

  /** The value of eight digits: of pairs, of fours, of all. */
  private static long ofEight(long eight) {
    long ones = eight - EIGHT_ZEROS;
    long pairs = (ones * 10 + (ones >>> 8)) & 0x00FF_00FF_00FF_00FFL;
    long fours = (pairs * 100 + (pairs >>> 16)) & 0x0000_FFFF_0000_FFFFL;
    return (fours * 10_000 + (fours >>> 32)) & 0xFFFF_FFFFL;
  }
}
