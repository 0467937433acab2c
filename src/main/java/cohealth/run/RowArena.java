package cohealth.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finished rows, kept as bytes until all are there, because they were settled in another order than
 * that of the files: 12 bytes and its text for each row.
 */
final class RowArena {
  private static final int CHUNK = 1 << 20;

  private final List<byte[]> chunks = new ArrayList<>();
  private final long[] starts;
  private final int[] lengths;
  private int used = CHUNK;

  RowArena(int rows) {
    starts = new long[rows];
    lengths = new int[rows];
    Arrays.fill(lengths, -1);
  }

  /** Keeps a row; one row is shorter than a chunk. */
  void put(int ordinal, byte[] row, int from, int length) {
    if (chunks.isEmpty() || used + length > CHUNK) {
      chunks.add(new byte[Math.max(CHUNK, length)]);
      used = 0;
    }
    starts[ordinal] = (long) (chunks.size() - 1) * CHUNK + used;
    lengths[ordinal] = length;
    System.arraycopy(row, from, chunks.get(chunks.size() - 1), used, length);
    used += length;
  }

  /** All rows in order of their ordinals. */
  void forEach(RowOut out) throws IOException {
    int place = 0;
    for (int i = 0; i < starts.length; i++) {
      if (lengths[i] >= 0 && out.wants(place++)) {
        byte[] chunk = chunks.get((int) (starts[i] / CHUNK));
        out.emit(chunk, (int) (starts[i] % CHUNK), lengths[i]);
      }
    }
  }
}
