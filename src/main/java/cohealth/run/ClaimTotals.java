package cohealth.run;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What each claim costs, by ordinal, for the rows that take claims back: four bytes a claim, more
 * for those of millions.
 */
final class ClaimTotals {
  private static final int BITS = 16;
  private static final int BLOCK = 1 << BITS;
  private static final int LARGE = -2;

  private int[][] blocks = new int[16][];
  private final Map<Integer, Long> large = new HashMap<>();

  /** Keeps a total; {@link cohealth.money.Fen#NONE} for rows that cannot be taken back. */
  void put(int ordinal, long fen) {
    int block = ordinal >>> BITS;
    if (block >= blocks.length) {
      blocks = Arrays.copyOf(blocks, 2 * block);
    }
    if (blocks[block] == null) {
      blocks[block] = new int[BLOCK];
    }
    boolean fits = (int) fen == fen;
    blocks[block][ordinal & BLOCK - 1] = fits ? (int) fen : LARGE;
    if (!fits) {
      large.put(ordinal, fen);
    }
  }

  /** The total of a claim; 0 when none was kept. */
  long get(int ordinal) {
    int block = ordinal >>> BITS;
    if (block >= blocks.length || blocks[block] == null) {
      return 0;
    }
    int fen = blocks[block][ordinal & BLOCK - 1];
    return fen == LARGE ? large.getOrDefault(ordinal, 0L) : fen;
  }
}
