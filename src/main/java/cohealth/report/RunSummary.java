package cohealth.report;

import cohealth.money.Fen;
import cohealth.settlement.Payments;
import cohealth.settlement.Reason;
import cohealth.settlement.Settlement;
import cohealth.settlement.Status;
import java.util.List;

/** Counts and control totals of a run: every row's columns, added up. Not for several threads. */
public final class RunSummary {
  private final long[] byStatus = new long[Status.values().length];
  private final long[] byReason = new long[Reason.values().length];
  private final List<Totals> totals;
  private long totalFen;
  private long poolFen;
  private long supplementFen;
  private long ownPriorFen;
  private long ownCurrentFen;
  private long ownWalletFen;
  private long familyFen;
  private long cashFen;

  /**
   * No row yet.
   *
   * @param totals sums by keys, to which every row is added, too
   */
  public RunSummary(List<Totals> totals) {
    this.totals = List.copyOf(totals);
  }

  /** Adds a row. */
  public void add(Settlement row) {
    byStatus[row.status().ordinal()]++;
    long reasons = row.reasons().bits();
    while (reasons != 0) {
      byReason[Long.numberOfTrailingZeros(reasons)]++;
      reasons &= reasons - 1;
    }
    totalFen = Fen.sum(totalFen, row.totalFen());
    Payments paid = row.payments();
    poolFen = Fen.sum(poolFen, paid.poolFen());
    supplementFen = Fen.sum(supplementFen, paid.supplementFen());
    ownPriorFen = Fen.sum(ownPriorFen, paid.ownPriorFen());
    ownCurrentFen = Fen.sum(ownCurrentFen, paid.ownCurrentFen());
    ownWalletFen = Fen.sum(ownWalletFen, paid.ownWalletFen());
    familyFen = Fen.sum(familyFen, paid.familyFen());
    cashFen = Fen.sum(cashFen, paid.cashFen());
    for (int i = 0; i < totals.size(); i++) {
      totals.get(i).add(row);
    }
  }

  /** How many rows there are. */
  public long count() {
    long sum = 0;
    for (long count : byStatus) {
      sum += count;
    }
    return sum;
  }

  /** How many rows have the status. */
  public long count(Status status) {
    return byStatus[status.ordinal()];
  }

  /** How many rows have the reason. */
  public long count(Reason reason) {
    return byReason[reason.ordinal()];
  }

  /** The sum of all bills; reversals count negative. */
  public long totalFen() {
    return totalFen;
  }

  /** Who paid how much altogether. */
  public Payments payments() {
    return new Payments(
        poolFen, supplementFen, ownPriorFen, ownCurrentFen, ownWalletFen, familyFen, cashFen);
  }
}
