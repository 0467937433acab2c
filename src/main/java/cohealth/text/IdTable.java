package cohealth.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Ids as numbers, in the order in which they were added, from 0. Ten million ids need little more
 * than their bytes: no object is kept for any of them. One thread may add; when no one adds, any
 * number of threads may ask by bytes.
 *
 * <p>Ids that differ only in their last character have slots beside each other, since numbers are
 * mostly given one after the other: the next id is then found without waiting for memory.
 */
public final class IdTable {
  /** No id has this number. */
  public static final int NONE = -1;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int CHUNK_BITS = 20;
  private static final int CHUNK = 1 << CHUNK_BITS;
  private static final int LENGTH_BYTES = 2;
  private static final int AT_ONCE = 64;
  private static final int LONGEST = (1 << 16) - 1;
  private static final int STARTS_BITS = 16;
  private static final int STARTS = 1 << STARTS_BITS;
  private static final long FIRST_MIX = 0x9E37_79B9_7F4A_7C15L;
  private static final long SECOND_MIX = 0xBF58_476D_1CE4_E5B9L;

  private byte[][] chunks = new byte[16][];
  private int nextByte;
  private int[][] starts = new int[4][];
  private int size;
  private byte[] tags = new byte[64]; // 0 = free, else seven bits of the hash
  private int[] numbers = new int[64];
  private int taken;
  private byte[] scratch = new byte[256];

  /** The hash by which an id is looked up. */
  public static long hash(byte[] bytes, int from, int to) {
    long hash = (long) to - from;
    int last = to - 1; // the last character is not mixed in
    int i = from;
    for (; i + 8 <= last; i += 8) {
      hash = (hash ^ (long) EIGHT.get(bytes, i)) * FIRST_MIX;
      hash ^= hash >>> 32;
    }
    long rest = 0;
    if (i < last) {
      if (i + 8 <= bytes.length) {
        rest = (long) EIGHT.get(bytes, i) & -1L >>> ((8 - (last - i)) * 8);
      } else {
        for (int j = last - 1; j >= i; j--) {
          rest = rest << 8 | (bytes[j] & 0xFF);
        }
      }
    }
    hash = (hash ^ rest) * FIRST_MIX;
    hash = (hash ^ hash >>> 29) * SECOND_MIX;
    hash ^= hash >>> 32;
    if (to == from) {
      return hash << 4;
    }
    // neighbours have the same place and are told apart by their tags
    return (hash << 4 | (bytes[last] & 0xF)) ^ (long) bytes[last] << 57;
  }

  /**
   * The number of the id, which is added when it is new.
   *
   * @throws IllegalArgumentException when the id has more than 65535 bytes or all ids have 2 GiB
   */
  public int add(String id) {
    int length = encode(id);
    long hash = hash(scratch, 0, length);
    int found = find(scratch, 0, length, hash);
    return found == NONE ? append(scratch, 0, length, hash) : found;
  }

  /**
   * Adds an id if it is new.
   *
   * @param hash of {@link #hash}
   * @return the number of the same id, or {@link #NONE}: it was new and has the next number now
   */
  public int addIfNew(byte[] bytes, int from, int to, long hash) {
    int found = find(bytes, from, to, hash);
    if (found == NONE) {
      append(bytes, from, to, hash);
    }
    return found;
  }

  /** Takes a number that no id has: for a row without a readable id. */
  public int addNone() {
    return append(scratch, 0, 0);
  }

  /** The number of the id, or {@link #NONE}. Not for several threads. */
  public int find(String id) {
    int length = encode(id);
    return find(scratch, 0, length, hash(scratch, 0, length));
  }

  /** The number of the id, or {@link #NONE}. */
  public int find(byte[] bytes, int from, int to, long hash) {
    int mask = tags.length - 1;
    byte tag = tag(hash);
    for (int slot = slot(hash) & mask; tags[slot] != 0; slot = slot + 1 & mask) {
      if (tags[slot] == tag && isAt(numbers[slot], bytes, from, to)) {
        return numbers[slot];
      }
    }
    return NONE;
  }

  /**
   * Looks up many ids. In a large table each look at a place waits for the memory; here the places
   * of all ids are looked at before any is needed, so that the processor waits for many at a time.
   *
   * @param spans where the ids are, two places for each: from, to
   * @param found takes the numbers, or {@link #NONE}
   * @return nothing of use, made of all that was looked at: no look can be left out
   */
  public int findAll(byte[] bytes, int[] spans, int count, int[] found) {
    int mask = tags.length - 1;
    long[] hashes = new long[Math.min(count, AT_ONCE)];
    int seen = 0;
    for (int first = 0; first < count; first += AT_ONCE) {
      int end = Math.min(count, first + AT_ONCE);
      for (int i = first; i < end; i++) {
        long hash = hash(bytes, spans[2 * i], spans[2 * i + 1]);
        hashes[i - first] = hash;
        seen += tags[slot(hash) & mask];
      }
      for (int i = first; i < end; i++) {
        found[i] = candidate(hashes[i - first], mask);
      }
      for (int i = first; i < end; i++) {
        seen += found[i] == NONE ? 0 : starts[found[i] >>> STARTS_BITS][found[i] & STARTS - 1];
      }
      for (int i = first; i < end; i++) {
        seen += found[i] == NONE ? 0 : length(start(found[i]));
      }
      for (int i = first; i < end; i++) {
        found[i] = find(bytes, spans[2 * i], spans[2 * i + 1], hashes[i - first]);
      }
    }
    return seen;
  }

  /** The number of the first id with the hash's tag, or {@link #NONE}. */
  private int candidate(long hash, int mask) {
    byte tag = tag(hash);
    int slot = slot(hash) & mask;
    while (tags[slot] != 0 && tags[slot] != tag) {
      slot = slot + 1 & mask;
    }
    return tags[slot] == 0 ? NONE : numbers[slot];
  }

  /**
   * Looks at the places of an id that is going to be asked for: the first time where it is, the
   * second time at its text. Between the two, and before the question, others should be looked at.
   *
   * @return nothing of use, as {@link #findAll}
   */
  public int look(int number, boolean text) {
    int start = starts[number >>> STARTS_BITS][number & STARTS - 1];
    return text ? start + length(start) : start;
  }

  /** Whether the number's id has these bytes. */
  public boolean isAt(int number, byte[] bytes, int from, int to) {
    int start = starts[number >>> STARTS_BITS][number & STARTS - 1];
    byte[] chunk = chunks[start >>> CHUNK_BITS];
    int at = (start & CHUNK - 1) + LENGTH_BYTES;
    return length(start) == to - from
        && Arrays.equals(chunk, at, at + (to - from), bytes, from, to);
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

  /** Appends the id with the number. */
  void appendTo(RowText out, int number) {
    int start = start(number);
    out.append(chunks[start >>> CHUNK_BITS], (start & CHUNK - 1) + LENGTH_BYTES, length(start));
  }

  /** How many numbers were given. */
  public int size() {
    return size;
  }

  private int start(int number) {
    if (number < 0 || number >= size) {
      throw new IndexOutOfBoundsException(number);
    }
    return starts[number >>> STARTS_BITS][number & STARTS - 1];
  }

  private int length(int start) {
    byte[] chunk = chunks[start >>> CHUNK_BITS];
    int at = start & CHUNK - 1;
    return ((chunk[at] & 0xFF) << 8) | (chunk[at + 1] & 0xFF);
  }

  private int append(byte[] bytes, int from, int to, long hash) {
    int number = append(bytes, from, to);
    put(number, hash);
    if (++taken > tags.length - (tags.length >> 2)) {
      grow();
    }
    return number;
  }

  private int append(byte[] bytes, int from, int to) {
    int length = to - from;
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
      // a small table does not need a whole one
      chunks[chunk] = new byte[chunk == 0 ? CHUNK >> 8 : CHUNK];
    }
    int at = nextByte & CHUNK - 1;
    if (at + LENGTH_BYTES + length > chunks[chunk].length) {
      int room = Math.max(at + LENGTH_BYTES + length, 4 * chunks[chunk].length);
      chunks[chunk] = Arrays.copyOf(chunks[chunk], Math.min(CHUNK, room));
    }
    chunks[chunk][at] = (byte) (length >>> 8);
    chunks[chunk][at + 1] = (byte) length;
    System.arraycopy(bytes, from, chunks[chunk], at + LENGTH_BYTES, length);
    int block = size >>> STARTS_BITS;
    if (block == starts.length) {
      starts = Arrays.copyOf(starts, 2 * block);
    }
    if (starts[block] == null) {
      starts[block] = new int[block == 0 ? STARTS >> 8 : STARTS];
    } else if ((size & STARTS - 1) == starts[block].length) {
      starts[block] = Arrays.copyOf(starts[block], 4 * starts[block].length);
    }
    starts[block][size & STARTS - 1] = nextByte;
    nextByte += length + LENGTH_BYTES;
    return size++;
  }

  private void put(int number, long hash) {
    int mask = tags.length - 1;
    int slot = slot(hash) & mask;
    while (tags[slot] != 0) {
      slot = slot + 1 & mask;
    }
    tags[slot] = tag(hash);
    numbers[slot] = number;
  }

  private void grow() {
    int[] before = numbers;
    byte[] used = tags;
    numbers = new int[2 * before.length];
    tags = new byte[2 * used.length];
    for (int slot = 0; slot < used.length; slot++) {
      if (used[slot] != 0) {
        int start = start(before[slot]);
        int from = (start & CHUNK - 1) + LENGTH_BYTES;
        put(before[slot], hash(chunks[start >>> CHUNK_BITS], from, from + length(start)));
      }
    }
  }

  private static int slot(long hash) {
    return (int) hash;
  }

  private static byte tag(long hash) {
    return (byte) (hash >>> 57 | 0x80);
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
