package cohealth.io;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.ToIntFunction;

/**
 * What the bytes of a cell mean, remembered: each text is asked for once, so that the words of a
 * column are defined in one place only. Not for several threads.
 */
final class PlainWords {
  /** The cell cannot be taken as it is. */
  static final int REFUSED = Integer.MIN_VALUE;

  /** Most columns have few words; those of others are not all remembered. */
  private static final int SLOTS = 1 << 10;

  private final ToIntFunction<String> meaning;
  private final byte[][] texts = new byte[SLOTS][];
  private final int[] meanings = new int[SLOTS];

  /**
   * Nothing remembered yet.
   *
   * @param meaning of a text, or {@link #REFUSED}
   */
  PlainWords(ToIntFunction<String> meaning) {
    this.meaning = meaning;
  }

  /** The meaning of the text in the bytes. */
  int find(byte[] bytes, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + bytes[i];
    }
    int slot = (hash ^ hash >>> 10) & SLOTS - 1;
    byte[] known = texts[slot];
    if (known != null && Arrays.equals(known, 0, known.length, bytes, from, to)) {
      return meanings[slot];
    }
    int found = meaning.applyAsInt(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    texts[slot] = Arrays.copyOfRange(bytes, from, to);
    meanings[slot] = found;
    return found;
  }
}
