package cohealth.generation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Rows of CSV as bytes. Nothing that is put here needs quotes. */
final class RowBytes {
  private static final int SHORTEST_NUMBER = 12;

  private byte[] bytes;
  private int length;

  RowBytes(int capacity) {
    bytes = new byte[capacity];
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
  }

  RowBytes comma() {
    return ascii(',');
  }

  RowBytes newLine() {
    return ascii('\n');
  }

  RowBytes ascii(char character) {
    reserve(1);
    bytes[length++] = (byte) character;
    return this;
  }

  RowBytes text(byte[] text) {
    reserve(text.length);
    System.arraycopy(text, 0, bytes, length, text.length);
    length += text.length;
    return this;
  }

  /** A number of at least so many digits, with zeros in front. */
  RowBytes digits(long number, int digits) {
    int needed = digits;
    for (long rest = powerOfTen(digits); rest <= number; rest *= 10) {
      needed++;
    }
    reserve(needed);
    long rest = number;
    for (int i = length + needed - 1; i >= length; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += needed;
    return this;
  }

  /** An amount in yuan with two decimals. */
  RowBytes money(long fen) {
    return digits(fen / 100, 1).ascii('.').digits(fen % 100, 2);
  }

  /** A date as {@code 2025-03-14}. */
  RowBytes date(int year, int month, int day) {
    return digits(year, 4).ascii('-').digits(month, 2).ascii('-').digits(day, 2);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static long powerOfTen(int digits) {
    long power = 1;
    for (int i = 0; i < digits; i++) {
      power *= 10;
    }
    return power;
  }

  private void reserve(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more + SHORTEST_NUMBER));
    }
  }
}
