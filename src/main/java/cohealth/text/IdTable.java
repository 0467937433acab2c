package cohealth.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Ids as numbers, in the order in which they were added, from 0. Ids that end in a serial number
 * need no text, and next to nothing while they come one after the other; others need little more
 * than their bytes. No object is kept for any of them. One thread may add; when no one adds, any
 * number of threads may ask by bytes.
 */
public final class IdTable {
  /** No id has this number. */
  public static final int NONE = -1;

  private static final int BLOCK_BITS = 12;
  private static final int BLOCK = 1 << BLOCK_BITS;

  private final SerialIds serials = new SerialIds();
  private final SerialNumbers serialNumbers = new SerialNumbers();
  private final HashedIds hashed = new HashedIds();

  /**
   * What each number's id is: its code, or, below zero, its place among the hashed ones. A block in
   * which each is one more than the one before it is only its first one.
   */
  private long[][] keys = new long[4][];

  private long[] firstKeys = new long[4];
  private int size;
  private byte[] scratch = new byte[256];

  /**
   * The number of the id, which is added when it is new.
   *
   * @throws IllegalArgumentException when the id has more than 65535 bytes or all ids have 2 GiB
   */
  public int add(String id) {
    int length = encode(id);
    int found = addIfNew(scratch, 0, length);
    return found == NONE ? size - 1 : found;
  }

  /**
   * Adds an id if it is new.
   *
   * @return the number of the same id, or {@link #NONE}: it was new and has the next number now
   */
  public int addIfNew(byte[] bytes, int from, int to) {
    long code = serials.codeOfNew(bytes, from, to);
    int found = code == SerialIds.NONE ? NONE : serialNumbers.find(code);
    if (found == NONE) {
      found = hashed.find(bytes, from, to);
    }
    if (found != NONE) {
      return found;
    }
    if (code != SerialIds.NONE && serialNumbers.put(code, size)) {
      append(code);
    } else {
      append(~(long) hashed.put(bytes, from, to, size));
    }
    return NONE;
  }

  /** Takes a number that no id has: for a row without a readable id. */
  public int addNone() {
    append(~(long) hashed.append(scratch, 0, 0, size));
    return size - 1;
  }

  /** The number of the id, or {@link #NONE}. Not for several threads. */
  public int find(String id) {
    int length = encode(id);
    return find(scratch, 0, length);
  }

  /** The number of the id, or {@link #NONE}. */
  public int find(byte[] bytes, int from, int to) {
    int found = findSerial(bytes, from, to);
    return found == NONE ? hashed.find(bytes, from, to) : found;
  }

  /**
   * Looks up many ids at once, which is faster where they lie far apart in memory.
   *
   * @param spans where the ids are, two places for each: from, to
   * @param found takes the numbers, or {@link #NONE}
   * @return nothing of use, made of all that was looked at: no look can be left out
   */
  public int findAll(byte[] bytes, int[] spans, int count, int[] found) {
    for (int i = 0; i < count; i++) {
      found[i] = findSerial(bytes, spans[2 * i], spans[2 * i + 1]);
    }
    return hashed.isEmpty() ? 0 : hashed.findRest(bytes, spans, count, found);
  }

  private int findSerial(byte[] bytes, int from, int to) {
    long code = serials.code(bytes, from, to);
    return code == SerialIds.NONE ? NONE : serialNumbers.find(code);
  }

  /**
   * Looks at the places of an id that is going to be asked for: the first time where it is, the
   * second time at its text. Between the two, and before the question, others should be looked at.
   *
   * @return nothing of use, as {@link #findAll}
   */
  public int look(int number, boolean text) {
    long key = key(number);
    return text && key < 0 ? hashed.length((int) ~key) : (int) key;
  }

  /** Whether the number's id has these bytes. */
  public boolean isAt(int number, byte[] bytes, int from, int to) {
    long key = key(number);
    return key < 0
        ? hashed.isAt((int) ~key, bytes, from, to)
        : serials.code(bytes, from, to) == key;
  }

  /** The id with the number; empty for {@link #addNone}. */
  public String text(int number) {
    RowText text = new RowText(32);
    appendTo(text, number);
    return text.toString();
  }

  /** Appends the id with the number. */
  void appendTo(RowText out, int number) {
    long key = key(number);
    if (key < 0) {
      hashed.appendTo(out, (int) ~key);
    } else {
      serials.appendTo(out, key);
    }
  }

  /** How many numbers were given. */
  public int size() {
    return size;
  }

  private long key(int number) {
    if (number < 0 || number >= size) {
      throw new IndexOutOfBoundsException(number);
    }
    long[] block = keys[number >>> BLOCK_BITS];
    int place = number & BLOCK - 1;
    return block == null ? firstKeys[number >>> BLOCK_BITS] + place : block[place];
  }

  private void append(long key) {
    int number = size >>> BLOCK_BITS;
    int place = size & BLOCK - 1;
    if (number == keys.length) {
      keys = Arrays.copyOf(keys, 2 * number);
      firstKeys = Arrays.copyOf(firstKeys, 2 * number);
    }
    size++;
    if (place == 0) {
      firstKeys[number] = key;
      return;
    }
    long[] block = keys[number];
    if (block == null) {
      long first = firstKeys[number];
      if (key == first + place && key > 0) {
        return;
      }
      block = new long[Math.min(BLOCK, Math.max(16, 2 * place))];
      for (int i = 0; i < place; i++) {
        block[i] = first + i;
      }
      keys[number] = block;
    } else if (place == block.length) {
      block = Arrays.copyOf(block, Math.min(BLOCK, 2 * place));
      keys[number] = block;
    }
    block[place] = key;
  }

  /** Puts the UTF-8 bytes of the id into the scratch bytes and returns their number. */
  private int encode(String id) {
    int length = id.length();
    if (scratch.length < 3 * length) {
      scratch = new byte[3 * length];
    }
    for (int i = 0; i < length; i++) {
      char c = id.charAt(i);
      if (c >= 0x80) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, scratch, 0, bytes.length);
        return bytes.length;
      }
      scratch[i] = (byte) c;
    }
    return length;
  }
}
