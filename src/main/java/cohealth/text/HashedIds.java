package cohealth.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Ids of any kind with their texts. Each is a length, its number and its bytes, one behind the
 * other, so that no object is kept for any of them; a table leads from the hash to that place.
 *
 * <p>Ids that differ only in their last character have slots beside each other, since numbers are
 * mostly given one after the other: the next id is then found without waiting for memory.
 */
final class HashedIds {
  /** No id has this number. */
  static final int NONE = -1;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle FOUR =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int CHUNK_BITS = 20;
  private static final int CHUNK = 1 << CHUNK_BITS;
  private static final int LENGTH_BYTES = 2;
  private static final int HEAD_BYTES = LENGTH_BYTES + 4;
  private static final int LONGEST = (1 << 16) - 1;
  private static final int AT_ONCE = 64;
  private static final long FIRST_MIX = 0x9E37_79B9_7F4A_7C15L;
  private static final long SECOND_MIX = 0xBF58_476D_1CE4_E5B9L;

  private byte[][] chunks = new byte[16][];
  private int nextByte;
  private byte[] tags = new byte[64]; // 0 = free, else seven bits of the hash
  private int[] places = new int[64];
  private int taken;

  /** Whether no id can be found here. */
  boolean isEmpty() {
    return taken == 0;
  }

  /** The number of the id, or {@link #NONE}. */
  int find(byte[] bytes, int from, int to) {
    return taken == 0 ? NONE : find(bytes, from, to, hash(bytes, from, to));
  }

  private int find(byte[] bytes, int from, int to, long hash) {
    int mask = tags.length - 1;
    byte tag = tag(hash);
    for (int slot = (int) hash & mask; tags[slot] != 0; slot = slot + 1 & mask) {
      if (tags[slot] == tag && isAt(places[slot], bytes, from, to)) {
        return number(places[slot]);
      }
    }
    return NONE;
  }

  /**
   * Looks up those of many ids that have no number yet. In a large table each look at a place waits
   * for the memory; here the places of all ids are looked at before any is needed, so that the
   * processor waits for many at a time.
   *
   * @param found {@link #NONE} for those who are asked for
   * @return nothing of use, made of all that was looked at: no look can be left out
   */
  int findRest(byte[] bytes, int[] spans, int count, int[] found) {
    int mask = tags.length - 1;
    long[] hashes = new long[AT_ONCE];
    int[] asked = new int[AT_ONCE];
    int[] candidates = new int[AT_ONCE];
    int seen = 0;
    for (int i = 0; i < count; ) {
      int size = 0;
      for (; i < count && size < AT_ONCE; i++) {
        if (found[i] == NONE) {
          long hash = hash(bytes, spans[2 * i], spans[2 * i + 1]);
          asked[size] = i;
          hashes[size++] = hash;
          seen += tags[(int) hash & mask];
        }
      }
      for (int j = 0; j < size; j++) {
        candidates[j] = candidate(hashes[j], mask);
      }
      for (int j = 0; j < size; j++) {
        seen += candidates[j] == NONE ? 0 : length(candidates[j]);
      }
      for (int j = 0; j < size; j++) {
        int id = asked[j];
        found[id] = find(bytes, spans[2 * id], spans[2 * id + 1], hashes[j]);
      }
    }
    return seen;
  }

  /** The place of the first id with the hash's tag, or {@link #NONE}. */
  private int candidate(long hash, int mask) {
    byte tag = tag(hash);
    int slot = (int) hash & mask;
    while (tags[slot] != 0 && tags[slot] != tag) {
      slot = slot + 1 & mask;
    }
    return tags[slot] == 0 ? NONE : places[slot];
  }

  /** Takes an id that is not here yet; returns its place. */
  int put(byte[] bytes, int from, int to, int number) {
    int place = append(bytes, from, to, number);
    put(place, hash(bytes, from, to));
    if (++taken > tags.length - (tags.length >> 2)) {
      grow();
    }
    return place;
  }

  /** Takes a text that is never found; returns its place. */
  int append(byte[] bytes, int from, int to, int number) {
    int length = to - from;
    if (length > LONGEST) {
      throw new IllegalArgumentException("an id of " + length + " bytes");
    }
    if ((nextByte & CHUNK - 1) + length + HEAD_BYTES > CHUNK) {
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
    if (at + HEAD_BYTES + length > chunks[chunk].length) {
      int room = Math.max(at + HEAD_BYTES + length, 4 * chunks[chunk].length);
      chunks[chunk] = Arrays.copyOf(chunks[chunk], Math.min(CHUNK, room));
    }
    byte[] into = chunks[chunk];
    into[at] = (byte) (length >>> 8);
    into[at + 1] = (byte) length;
    FOUR.set(into, at + LENGTH_BYTES, number);
    System.arraycopy(bytes, from, into, at + HEAD_BYTES, length);
    int place = nextByte;
    nextByte += length + HEAD_BYTES;
    return place;
  }

  /** Whether the id at the place has these bytes. */
  boolean isAt(int place, byte[] bytes, int from, int to) {
    int at = (place & CHUNK - 1) + HEAD_BYTES;
    int length = to - from;
    return length(place) == length
        && Arrays.equals(chunks[place >>> CHUNK_BITS], at, at + length, bytes, from, to);
  }

  /** How many bytes the id at the place has. */
  int length(int place) {
    byte[] chunk = chunks[place >>> CHUNK_BITS];
    int at = place & CHUNK - 1;
    return ((chunk[at] & 0xFF) << 8) | (chunk[at + 1] & 0xFF);
  }

  /** The id at the place. */
  String text(int place) {
    return new String(
        chunks[place >>> CHUNK_BITS],
        (place & CHUNK - 1) + HEAD_BYTES,
        length(place),
        StandardCharsets.UTF_8);
  }

  /** Appends the id at the place. */
  void appendTo(RowText out, int place) {
    out.append(chunks[place >>> CHUNK_BITS], (place & CHUNK - 1) + HEAD_BYTES, length(place));
  }

  private int number(int place) {
    return (int) FOUR.get(chunks[place >>> CHUNK_BITS], (place & CHUNK - 1) + LENGTH_BYTES);
  }

  private void put(int place, long hash) {
    int mask = tags.length - 1;
    int slot = (int) hash & mask;
    while (tags[slot] != 0) {
      slot = slot + 1 & mask;
    }
    tags[slot] = tag(hash);
    places[slot] = place;
  }

  private void grow() {
    int[] before = places;
    byte[] used = tags;
    places = new int[2 * before.length];
    tags = new byte[2 * used.length];
    for (int slot = 0; slot < used.length; slot++) {
      if (used[slot] != 0) {
        int place = before[slot];
        int from = (place & CHUNK - 1) + HEAD_BYTES;
        put(place, hash(chunks[place >>> CHUNK_BITS], from, from + length(place)));
      }
    }
  }

  private static long hash(byte[] bytes, int from, int to) {
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

  private static byte tag(long hash) {
    return (byte) (hash >>> 57 | 0x80);
  }
}
