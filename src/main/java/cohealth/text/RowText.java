package cohealth.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growing row of text as UTF-8. Every value of a result is written into one of these and goes out
 * as it stands; no string is made for it. Not for several threads: each has its own.
 */
public final class RowText {
  private static final int ASCII_END = 0x80;

  /** No number is longer, with a sign and two decimals. */
  private static final int NUMBER_ROOM = 22;

  /** The digits of 00 to 99, one pair after the other. */
  private static final byte[] PAIRS = pairs();

  private byte[] bytes;
  private int size;

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
    room(length);
    System.arraycopy(from, start, bytes, size, length);
    size += length;
    return this;
  }

  /** Appends another text. */
  public RowText append(RowText other) {
    return append(other.bytes, 0, other.size);
  }

  /** Appends the id with the number. */
  public RowText append(IdTable ids, int number) {
    room(ids.bytes(number));
    size = ids.copy(number, bytes, size);
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
    bytes[at] = '.';
    pair(at + 1, decimals);
    size = at + 3;
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
    int at = from + count(number);
    int end = at;
    long rest = number;
    while (rest > Integer.MAX_VALUE) {
      long hundreds = rest / 100;
      at -= 2;
      pair(at, (int) (rest - hundreds * 100));
      rest = hundreds;
    }
    int small = (int) rest; // divided faster
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

  /** How many digits a number has. */
  private static int count(long number) {
    int count = 1;
    long rest = number;
    for (; rest >= 10_000; rest /= 10_000) {
      count += 4;
    }
    return count + (rest >= 100 ? (rest >= 1000 ? 3 : 2) : rest >= 10 ? 1 : 0);
  }

  private void pair(int at, int number) {
    bytes[at] = PAIRS[2 * number];
    bytes[at + 1] = PAIRS[2 * number + 1];
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), 2 * bytes.length));
    }
  }

  private static byte[] pairs() {
    byte[] pairs = new byte[200];
    for (int i = 0; i < 100; i++) {
      pairs[2 * i] = (byte) ('0' + i / 10);
      pairs[2 * i + 1] = (byte) ('0' + i % 10);
    }
    return pairs;
  }
}
