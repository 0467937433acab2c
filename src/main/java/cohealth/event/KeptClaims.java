package cohealth.event;

import cohealth.money.Fen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a run in their order, as blocks of plain numbers, so that no file need be read
 * again. Few claims have numbers that no block takes; they are kept as they are. Not for several
 * threads.
 */
public final class KeptClaims {
  private static final int BLOCK = 1 << 13;
  private static final int AHEAD = 32;
  private static final int CLAIM_BYTES = 136;

  /** How many blocks time is cut into while claims are put in order. */
  private static final int STRETCHES = 1 << 10;

  private final long mostBytes;
  private final Totals dropped;
  private final List<Part> parts = new ArrayList<>();
  private final List<Claim> others = new ArrayList<>();
  private final ClaimBlock.Builder building = new ClaimBlock.Builder();
  private int buildingFrom;
  private int blocksTo; // rows before this one are in blocks, or absent from them
  private long bytes;
  private int[] reversals = new int[16];
  private int[] targets = new int[16];
  private int reversed;
  private boolean spent;

  /** A block and the ordinals of its rows: one after the other, or each its own. */
  private static final class Part {
    private final int first;
    private final int @Nullable [] ordinals;
    private final ClaimBlock block;

    Part(int first, int @Nullable [] ordinals, ClaimBlock block) {
      this.first = first;
      this.ordinals = ordinals;
      this.block = block;
    }

    int ordinal(int row) {
      return ordinals == null ? first + row : ordinals[row];
    }
  }

  /** Takes what claims cost. */
  public interface Totals {
    /** What a claim costs in all; {@link Fen#NONE} for a reversal. */
    void put(int ordinal, long totalFen);
  }

  /** Takes the claims in their order. */
  public interface Taker<E extends Exception> {
    /** The next claim. */
    void take(Claim claim) throws E;

    /** A claim of the person is coming soon; told of most claims, of many at a time. */
    default void coming(int person) {}
  }

  /**
   * No claims yet.
   *
   * @param mostBytes when they need more memory than that, none is kept
   */
  public KeptClaims(long mostBytes) {
    this(mostBytes, (ordinal, totalFen) -> {});
  }

  /**
   * No claims yet.
   *
   * @param mostBytes when they need more memory than that, none is kept
   * @param dropped takes what they cost then
   */
  public KeptClaims(long mostBytes, Totals dropped) {
    this.mostBytes = mostBytes;
    this.dropped = dropped;
  }

  /** Whether all claims that were added are here. */
  public boolean isComplete() {
    return !spent && bytes <= mostBytes;
  }

  /** Adds a block of rows. */
  public void add(int firstOrdinal, ClaimBlock block) {
    flush();
    put(firstOrdinal, block);
    blocksTo = firstOrdinal + block.size();
  }

  /**
   * Adds a claim, which may be a row that the last block does not hold; what a reversal takes back
   * is that of the claim, until it is told otherwise.
   */
  public void add(Claim claim) {
    if (claim.isReversal() && claim.reverses() != Claim.UNKNOWN) {
      reverses(claim.ordinal(), claim.reverses());
    }
    if (claim.ordinal() < blocksTo) { // a block of its own would stand behind rows that follow it
      others.add(claim);
      bytes += CLAIM_BYTES;
      if (!isComplete()) {
        drop();
      }
      return;
    }
    if (building.size() == BLOCK || claim.ordinal() != buildingFrom + building.size()) {
      flush();
    }
    if (building.size() == 0) {
      buildingFrom = claim.ordinal();
    }
    if (!building.claim(claim)) {
      building.skip();
      others.add(claim);
      bytes += CLAIM_BYTES;
      if (!isComplete()) {
        flush();
      }
    }
  }

  /**
   * What a reversal takes back.
   *
   * @param ordinal of the reversal; ordinals rise, but for those that were told before
   * @param target ordinal of the claim that it takes back, or {@link Claim#UNKNOWN}
   */
  public void reverses(int ordinal, int target) {
    if (reversed > 0 && ordinal <= reversals[reversed - 1]) {
      targets[Arrays.binarySearch(reversals, 0, reversed, ordinal)] = target;
      return;
    }
    if (reversed == reversals.length) {
      reversals = Arrays.copyOf(reversals, 2 * reversed);
      targets = Arrays.copyOf(targets, 2 * reversed);
    }
    reversals[reversed] = ordinal;
    targets[reversed++] = target;
  }

  /**
   * What a claim costs in all, or {@link Fen#NONE}: it is a reversal, or not here. Only while all
   * claims are here.
   */
  public long totalFen(int ordinal) {
    if (building.size() > 0 && ordinal >= buildingFrom) {
      int row = ordinal - buildingFrom;
      return row < building.size() && building.has(row)
          ? (building.isReversal(row) ? Fen.NONE : building.totalFen(row))
          : otherTotalFen(ordinal);
    }
    int low = 0;
    int high = parts.size();
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (parts.get(middle).first > ordinal) {
        high = middle;
      } else {
        low = middle;
      }
    }
    if (high > 0) {
      Part part = parts.get(low);
      int row = ordinal - part.first;
      if (row >= 0 && row < part.block.size() && part.block.has(row)) {
        return totalFen(part.block, row);
      }
    }
    return otherTotalFen(ordinal);
  }

  private static long totalFen(ClaimBlock block, int row) {
    return block.isReversal(row) ? Fen.NONE : block.totalFen(row);
  }

  private long otherTotalFen(int ordinal) {
    int low = 0;
    int high = others.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Claim other = others.get(middle);
      if (other.ordinal() == ordinal) {
        return other.isReversal() ? Fen.NONE : other.totalFen();
      }
      if (other.ordinal() < ordinal) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return Fen.NONE;
  }

  /** All claims in the order in which they were added. */
  public <E extends Exception> void inOrder(Taker<E> taker) throws E {
    flush();
    int other = 0;
    for (Part part : parts) {
      ClaimBlock block = part.block;
      for (int row = 0; row < block.size(); row++) {
        int ordinal = part.first + row;
        if (row % AHEAD == 0) {
          for (int next = row; next < Math.min(block.size(), row + AHEAD); next++) {
            if (block.has(next)) {
              taker.coming(block.person(next));
            }
          }
        }
        if (block.has(row)) {
          taker.take(claim(part, row));
        } else {
          while (other < others.size() && others.get(other).ordinal() < ordinal) {
            other++;
          }
          if (other < others.size() && others.get(other).ordinal() == ordinal) {
            taker.take(resolved(others.get(other)));
          }
        }
      }
    }
  }

  /**
   * All claims in order of time, equal times as they were added; afterwards nothing is kept any
   * more.
   */
  public <E extends Exception> void inOrderOfTime(Taker<E> taker) throws E {
    flush();
    spent = true;
    List<Part> stretches = stretches();
    others.sort(Comparator.comparingLong(Claim::moment).thenComparingInt(Claim::ordinal));
    int other = 0;
    for (Part stretch : stretches) {
      ClaimBlock block = stretch.block;
      int[] rows = inOrderOfTime(block);
      for (int i = 0; i < rows.length; i++) {
        int row = rows[i];
        if (i % AHEAD == 0) {
          for (int next = i; next < Math.min(rows.length, i + AHEAD); next++) {
            taker.coming(block.person(rows[next]));
          }
        }
        long moment = block.moment(row);
        int ordinal = stretch.ordinal(row);
        while (other < others.size() && isBefore(others.get(other), moment, ordinal)) {
          taker.take(resolved(others.get(other++)));
        }
        taker.take(claim(stretch, row));
      }
    }
    while (other < others.size()) {
      taker.take(resolved(others.get(other++)));
    }
  }

  private static boolean isBefore(Claim claim, long moment, int ordinal) {
    return claim.moment() != moment ? claim.moment() < moment : claim.ordinal() < ordinal;
  }

  /**
   * The rows in blocks of which each holds a stretch of time: a block is then small enough for its
   * rows to be near when they are taken in another order.
   */
  private List<Part> stretches() {
    long earliest = Long.MAX_VALUE;
    long latest = Long.MIN_VALUE;
    for (Part part : parts) {
      for (int row = 0; row < part.block.size(); row++) {
        if (part.block.has(row)) {
          earliest = Math.min(earliest, part.block.moment(row));
          latest = Math.max(latest, part.block.moment(row));
        }
      }
    }
    if (earliest > latest) {
      return List.of();
    }
    long length = (latest - earliest) / STRETCHES + 1;
    Stretch[] stretches = new Stretch[STRETCHES];
    Arrays.setAll(stretches, i -> new Stretch());
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      for (int row = 0; row < part.block.size(); row++) {
        if (part.block.has(row)) {
          int at = (int) ((part.block.moment(row) - earliest) / length);
          if (!stretches[at].add(part, row)) {
            others.add(claim(part, row));
          }
        }
      }
      parts.set(i, NOTHING); // its rows are in the stretches now
    }
    parts.clear();
    List<Part> built = new ArrayList<>();
    for (int i = 0; i < STRETCHES; i++) {
      built.add(stretches[i].build());
      stretches[i] = NO_STRETCH;
    }
    return built;
  }

  private static final ClaimBlock EMPTY = new ClaimBlock.Builder().build();
  private static final Part NOTHING = new Part(0, null, EMPTY);
  private static final Stretch NO_STRETCH = new Stretch();

  /** The rows of a stretch of time, in the order in which they were added. */
  private static final class Stretch {
    private final ClaimBlock.Builder rows = new ClaimBlock.Builder();
    private int[] ordinals = new int[16];

    boolean add(Part part, int row) {
      if (!rows.copy(part.block, row)) {
        return false;
      }
      if (rows.size() > ordinals.length) {
        ordinals = Arrays.copyOf(ordinals, ordinals.length * 2);
      }
      ordinals[rows.size() - 1] = part.ordinal(row);
      return true;
    }

    Part build() {
      return new Part(0, ordinals, rows.build());
    }
  }

  private static int[] inOrderOfTime(ClaimBlock block) {
    long[] keys = new long[block.size()];
    for (int row = 0; row < keys.length; row++) {
      keys[row] = (block.moment(row) - block.moment(0)) << 32 | row;
    }
    Arrays.sort(keys);
    int[] rows = new int[keys.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (int) keys[i];
    }
    return rows;
  }

  private Claim claim(Part part, int row) {
    int ordinal = part.ordinal(row);
    int reverses = part.block.isReversal(row) ? target(ordinal) : Claim.NOTHING;
    return part.block.claim(row, ordinal, reverses);
  }

  private Claim resolved(Claim claim) {
    return claim.isReversal() ? claim.reversing(target(claim.ordinal())) : claim;
  }

  private int target(int reversal) {
    int found = Arrays.binarySearch(reversals, 0, reversed, reversal);
    return found < 0 ? Claim.UNKNOWN : targets[found];
  }

  private void flush() {
    if (building.size() > 0) {
      put(buildingFrom, building.build());
    }
  }

  private void put(int firstOrdinal, ClaimBlock block) {
    bytes += block.bytes();
    parts.add(new Part(firstOrdinal, null, block));
    if (!isComplete()) {
      drop();
    }
  }

  private void drop() {
    for (Part part : parts) {
      for (int row = 0; row < part.block.size(); row++) {
        if (part.block.has(row)) {
          dropped.put(part.ordinal(row), totalFen(part.block, row));
        }
      }
    }
    for (Claim other : others) {
      dropped.put(other.ordinal(), other.isReversal() ? Fen.NONE : other.totalFen());
    }
    parts.clear();
    others.clear();
  }
}
