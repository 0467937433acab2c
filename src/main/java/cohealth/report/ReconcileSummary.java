package cohealth.report;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Counts of a reconciliation, and its totals by cause. Not for several threads. */
public final class ReconcileSummary {
  private static final int CAUSES = DifferenceCause.values().length;

  private final long[] claims = new long[CAUSES];
  private final long[] following = new long[CAUSES];
  private final long[] fen = new long[CAUSES];
  private long agreeing;
  private long differing;
  private long settledEarlier;
  private long rows;

  /** A claim on which both sides agree. */
  public void addAgreeing() {
    agreeing++;
  }

  /** Rows of the real system's file whose claims an earlier run settled: they are not compared. */
  public void addSettledEarlier(long rows) {
    settledEarlier += rows;
  }

  /**
   * A claim that differs.
   *
   * @param largestFen the largest difference of its bill and payments
   */
  public void add(List<Discrepancy> differences, long largestFen) {
    rows += differences.size();
    Set<DifferenceCause> causes = EnumSet.noneOf(DifferenceCause.class);
    for (Discrepancy row : differences) {
      int cause = row.cause().ordinal();
      if (causes.add(row.cause())) {
        claims[cause]++;
        following[cause] += row.follows().isEmpty() ? 0 : 1;
        // what a real system's file says is not limited by what bills can be
        fen[cause] = Math.min(fen[cause], Long.MAX_VALUE - largestFen) + largestFen;
      }
    }
    boolean bothSides =
        !causes.contains(DifferenceCause.MISSING) && !causes.contains(DifferenceCause.EXTRA);
    differing += bothSides ? 1 : 0;
  }

  /** Claims on which both sides agree. */
  public long agreeing() {
    return agreeing;
  }

  /** Claims that both sides settled, but not alike. */
  public long differing() {
    return differing;
  }

  /** Claims that the real system's file does not have. */
  public long missing() {
    return claims(DifferenceCause.MISSING);
  }

  /** Claims that only the real system's file has. */
  public long extra() {
    return claims(DifferenceCause.EXTRA);
  }

  /** Rows that were not compared, since an earlier run settled their claims. */
  public long settledEarlier() {
    return settledEarlier;
  }

  /** How many differences there are; a claim may have several. */
  public long rows() {
    return rows;
  }

  /** Whether there is no difference at all. */
  public boolean isClean() {
    return differing + missing() + extra() == 0;
  }

  /** How many claims have a difference of this cause. */
  public long claims(DifferenceCause cause) {
    return claims[cause.ordinal()];
  }

  /** How many of them can merely follow from an earlier one. */
  public long following(DifferenceCause cause) {
    return following[cause.ordinal()];
  }

  /** The largest differences of these claims, added up. */
  public long fen(DifferenceCause cause) {
    return fen[cause.ordinal()];
  }
}
