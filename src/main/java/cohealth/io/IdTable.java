package cohealth.io;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Ids as numbers, in the order in which they were added, from 0. Ten million ids need little more
 * than their bytes: no object is kept for any of them. Not for several threads.
 */
public final class IdTable {
  private static final int CHUNK_BITS = 20;
  private static final int CHUNK = 1 << CHUNK_BITS;
  private static final int LENGTH_BYTES = 2;
  private static final int LONGEST = (1 << 16) - 1;

  private byte[][] chunks = new byte[16][];
  private int nextByte;
  private int[] starts = new int[64];
  private int size;
  private int[] slots = new int[128]; // number + 1, 0 = free
  private int taken;
  private byte[] scratch = new byte[256];

  /**
   * The number of the id, which is added when it is new.
   *
   * @throws IllegalArgumentException when the id has more than 65535 bytes or all ids have 2 GiB
   */
  public int add(String id) {
    int length = encode(id);
    int slot = slot(length);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    int number = append(length);
    slots[slot] = number + 1;
    if (++taken * 2L > slots.length) {
      grow();
    }
    return number;
  }

  /** Takes a number that no id has: for a row without a readable id. */
  public int addNone() {
    return append(0);
  }

  /** The number of the id, or -1. */
  public int find(String id) {
    return slots[slot(encode(id))] - 1;
  }

  /** The id with the number; empty for {@link #addNone}. */
  public String text(int number) {
    int start = start(number);
    return new String(
        chunks[start >>> CHUNK_BITS],
        (start & CHUNK - 1) + LENGTH_BYTES,
        length(start),
        StandardCharsets.UTF_8);
  }

  /** How many numbers were given. */
  public int size() {
    return size;
  }

  private int start(int number) {
    if (number < 0 || number >= size) {
      throw new IndexOutOfBoundsException(number);
    }
    return starts[number];
  }

  private int length(int start) {
    byte[] chunk = chunks[start >>> CHUNK_BITS];
    int at = start & CHUNK - 1;
    return ((chunk[at] & 0xFF) << 8) | (chunk[at + 1] & 0xFF);
  }

  private int append(int length) {
    if (length > LONGEST) {
      throw new IllegalArgumentException("an id of " + length + " bytes");
    }
    if ((nextByte & CHUNK - 1) + length + LENGTH_BYTES > CHUNK) {
      nextByte = (nextByte | CHUNK - 1) + 1; // no id lies in two chunks
    }
    int chunk = nextByte >>> CHUNK_BITS;
    if (nextByte < 0) {
      throw new IllegalArgumentException("ids of more than 2 GiB");
    }
    if (chunk == chunks.length) {
      chunks = Arrays.copyOf(chunks, 2 * chunk);
    }
    if (chunks[chunk] == null) {
      chunks[chunk] = new byte[CHUNK];
    }
    int at = nextByte & CHUNK - 1;
    chunks[chunk][at] = (byte) (length >>> 8);
    chunks[chunk][at + 1] = (byte) length;
    System.arraycopy(scratch, 0, chunks[chunk], at + LENGTH_BYTES, length);
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size + (size >> 1));
    }
    starts[size] = nextByte;
    nextByte += length + LENGTH_BYTES;
    return size++;
  }

  /** The slot of the id in the scratch bytes, or the free slot where it belongs. */
  private int slot(int length) {
    int mask = slots.length - 1;
    int slot = hash(scratch, 0, length) & mask;
    while (slots[slot] != 0 && !isAt(starts[slots[slot] - 1], length)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private boolean isAt(int start, int length) {
    int from = (start & CHUNK - 1) + LENGTH_BYTES;
    return length(start) == length
        && Arrays.equals(chunks[start >>> CHUNK_BITS], from, from + length, scratch, 0, length);
  }

  private void grow() {
    int[] larger = new int[2 * slots.length];
    int mask = larger.length - 1;
    for (int taken : slots) {
      if (taken != 0) {
        int start = starts[taken - 1];
        int from = (start & CHUNK - 1) + LENGTH_BYTES;
        int slot = hash(chunks[start >>> CHUNK_BITS], from, length(start)) & mask;
        while (larger[slot] != 0) {
          slot = slot + 1 & mask;
        }
        larger[slot] = taken;
      }
    }
    slots = larger;
  }

  private static int hash(byte[] bytes, int from, int length) {
    int hash = length;
    for (int i = from; i < from + length; i++) {
      hash = (hash ^ bytes[i]) * 0x01000193;
    }
    hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
    return hash ^ hash >>> 13;
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
