package cohealth.page;

import cohealth.settlement.Reason;
import cohealth.settlement.Settlement;

/** How many rows have which reason. Not for several threads. */
final class ReasonCounts {
  private final long[] counts = new long[Reason.values().length];

  void add(Settlement row) {
    long reasons = row.reasons().bits();
    while (reasons != 0) {
      counts[Long.numberOfTrailingZeros(reasons)]++;
      reasons &= reasons - 1;
    }
  }

  long of(Reason reason) {
    return counts[reason.ordinal()];
  }
}
