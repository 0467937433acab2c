package cohealth.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growing row of text as UTF-8. Every value of a result is written into one of these and goes out
 * as it stands; no string is made for it. Not for several threads: each has its own.
 */
public final class RowText {
  private static final int ASCII_END = 0x80;

  private static final VarHandle TWO = view(short[].class);
  private static final VarHandle FOUR = view(int[].class);
  private static final VarHandle EIGHT = view(long[].class);

  /** No number is longer, with a sign and two decimals, of which four bytes are written at once. */
  private static final int NUMBER_ROOM = 24;

  /** Numbers below it have at most eight digits. */
  private static final int END_OF_EIGHT_DIGITS = 100_000_000;

  /** Up to so many bytes are copied at once, with whatever stands behind them. */
  private static final int SHORT = 16;

  /** Most amounts of a row are this: 0.00. */
  private static final int ZERO_HUNDREDTHS = '0' | '.' << 8 | '0' << 16 | '0' << 24;

  /** No day of four digits for the year has this number. */
  private static final int NO_DAY = Integer.MIN_VALUE;

  /** The digits of 00 to 99 as two characters, the first one in the low byte. */
  private static final short[] PAIRS = pairs();

  private byte[] bytes;
  private int size;
  private int lastDay = NO_DAY;
  private long lastDayStart;
  private short lastDayEnd;

  /** An empty text with room for some bytes. */
  public RowText(int room) {
    bytes = new byte[Math.max(room, NUMBER_ROOM)];
  }

  /** An empty text. */
  public RowText() {
    this(256);
  }

  /** How many bytes it has. */
  public int size() {
    return size;
  }

  /** Whether it has none. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** Makes it empty. */
  public void clear() {
    size = 0;
  }

  /** Drops all bytes from a place on. */
  public void cut(int newSize) {
    if (newSize < 0 || newSize > size) {
      throw new IndexOutOfBoundsException(newSize);
    }
    size = newSize;
  }

  /** The bytes themselves, of which the first {@link #size()} are the text, until it grows. */
  public byte[] bytes() {
    return bytes;
  }

  /** One of the bytes. */
  public byte at(int place) {
    if (place >= size) {
      throw new IndexOutOfBoundsException(place);
    }
    return bytes[place];
  }

  /** Appends one character; half of a surrogate pair becomes a question mark. */
  public RowText append(char c) {
    if (c >= ASCII_END) {
      return append(String.valueOf(c));
    }
    room(1);
    bytes[size++] = (byte) c;
    return this;
  }

  /** Appends a code point. */
  public RowText appendCodePoint(int c) {
    return c < ASCII_END ? append((char) c) : append(Character.toString(c));
  }

  /** Appends a text. */
  public RowText append(String text) {
    int length = text.length();
    room(length);
    byte[] to = bytes;
    int at = size;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= ASCII_END) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        return append(encoded, 0, encoded.length);
      }
      to[at + i] = (byte) c;
    }
    size = at + length;
    return this;
  }

  /** Appends bytes of UTF-8. */
  public RowText append(byte[] from, int start, int length) {
    if (length <= SHORT && start + SHORT <= from.length && bytes.length - size >= SHORT) {
      EIGHT.set(bytes, size, (long) EIGHT.get(from, start));
      EIGHT.set(bytes, size + 8, (long) EIGHT.get(from, start + 8)); // faster than to ask whether
    } else {
      room(length);
      System.arraycopy(from, start, bytes, size, length);
    }
    size += length;
    return this;
  }

  /** Appends another text. */
  public RowText append(RowText other) {
    return append(other.bytes, 0, other.size);
  }

  /** Appends bytes of UTF-8. */
  public RowText append(byte[] from) {
    return append(from, 0, from.length);
  }

  /** Appends a byte of UTF-8. */
  void appendByte(byte one) {
    room(1);
    bytes[size++] = one;
  }

  /** Appends a number that is not below zero with so many digits, zeros before it. */
  void appendPadded(long number, int digits) {
    room(digits);
    int at = size + digits;
    long rest = number;
    while (at - size >= 2) {
      at -= 2;
      long hundreds = rest / 100;
      pair(at, (int) (rest - hundreds * 100));
      rest = hundreds;
    }
    if (at > size) {
      bytes[size] = (byte) ('0' + rest);
    }
    size += digits;
  }

  /** Appends the id with the number. */
  public RowText append(IdTable ids, int number) {
    ids.appendTo(this, number);
    return this;
  }

  /** Appends a number. */
  public RowText append(long number) {
    room(NUMBER_ROOM);
    size = number < 0 ? negative(number) : digits(number, size);
    return this;
  }

  /** Appends a number of hundredths with exactly two decimals, as {@code -12.05}. */
  public RowText appendHundredths(long number) {
    room(NUMBER_ROOM);
    if (number == 0) {
      FOUR.set(bytes, size, ZERO_HUNDREDTHS);
      size += 4;
      return this;
    }
    long whole = number / 100;
    int decimals = (int) (number - whole * 100);
    int at;
    if (number >= 0) {
      at = digits(whole, size);
    } else {
      decimals = -decimals;
      bytes[size] = '-'; // there is no other sign for -0.05
      at = whole == 0 ? digits(0, size + 1) : negative(whole);
    }
    FOUR.set(bytes, at, '.' | PAIRS[decimals] << 8);
    size = at + 3;
    return this;
  }

  /**
   * Appends the last day that was appended, if it has the number: rows in order of time have the
   * same one again and again.
   */
  public boolean appendSameDay(int number) {
    if (number != lastDay) {
      return false;
    }
    room(10);
    EIGHT.set(bytes, size, lastDayStart);
    TWO.set(bytes, size + 8, lastDayEnd);
    size += 10;
    return true;
  }

  /**
   * Appends a day of four digits for the year, as {@code 2025-03-14}.
   *
   * @param number by which it is known when it comes again
   */
  public RowText appendDay(int number, int year, int month, int dayOfMonth) {
    int start = size;
    appendTwo(year / 100).appendTwo(year % 100).append('-');
    appendTwo(month).append('-').appendTwo(dayOfMonth);
    lastDay = number;
    lastDayStart = (long) EIGHT.get(bytes, start);
    lastDayEnd = (short) TWO.get(bytes, start + 8);
    return this;
  }

  /** Appends a time of day, as {@code 09:26:53}. */
  public RowText appendTime(int hour, int minute, int second) {
    room(8);
    long last = ':' | PAIRS[second] << 8;
    EIGHT.set(bytes, size, PAIRS[hour] | ':' << 16 | (long) PAIRS[minute] << 24 | last << 40);
    size += 8;
    return this;
  }

  /** Appends a number from 0 to 99 as two digits. */
  public RowText appendTwo(int number) {
    room(2);
    pair(size, number);
    size += 2;
    return this;
  }

  /** The text from a place on. */
  public String text(int from) {
    return new String(bytes, from, size - from, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return text(0);
  }

  /** Writes a number below zero from {@link #size} on; returns where it ends. */
  private int negative(long number) {
    if (number == Long.MIN_VALUE) {
      append(Long.toString(number));
      return size;
    }
    bytes[size] = '-';
    return digits(-number, size + 1);
  }

  /** Writes a number that is not below zero; returns where it ends. */
  private int digits(long number, int from) {
    if (number < END_OF_EIGHT_DIGITS) {
      return upToEight((int) number, from);
    }
    long high = number / END_OF_EIGHT_DIGITS;
    int at = digits(high, from);
    int low = (int) (number - high * END_OF_EIGHT_DIGITS);
    for (int i = 6; i >= 0; i -= 2) {
      pair(at + i, low % 100);
      low /= 100;
    }
    return at + 8;
  }

  /** Writes a number of at most eight digits; returns where it ends. */
  private int upToEight(int number, int from) {
    int end = from + count(number);
    int at = end;
    int small = number; // divided faster
    while (small >= 10) {
      int hundreds = small / 100;
      at -= 2;
      pair(at, small - hundreds * 100);
      small = hundreds;
    }
    if (at > from) {
      bytes[from] = (byte) ('0' + small);
    }
    return end;
  }

  /** How many digits a number of at most eight has. */
  private static int count(int number) {
    if (number < 10_000) {
      return number < 100 ? (number < 10 ? 1 : 2) : number < 1000 ? 3 : 4;
    }
    return number < 1_000_000 ? (number < 100_000 ? 5 : 6) : number < 10_000_000 ? 7 : 8;
  }

  private void pair(int at, int number) {
    TWO.set(bytes, at, PAIRS[number]);
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      grow(more);
    }
  }

  private void grow(int more) {
    bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), 2 * bytes.length));
  }

  private static short[] pairs() {
    short[] pairs = new short[100];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = (short) ('0' + i / 10 | ('0' + i % 10) << 8);
    }
    return pairs;
  }

  private static VarHandle view(Class<?> type) {
    return MethodHandles.byteArrayViewVarHandle(type, ByteOrder.LITTLE_ENDIAN);
  }
}
