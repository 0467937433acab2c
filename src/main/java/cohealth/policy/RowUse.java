package cohealth.policy;

import cohealth.policy.PolicyDocument.Selector;
import java.util.BitSet;
import java.util.List;

/** Which rows of a list ever count, and which match at all. */
final class RowUse {
  private final List<Selector> rows;
  private final BitSet counted = new BitSet();
  private final BitSet matched = new BitSet();

  RowUse(List<Selector> rows) {
    this.rows = rows;
  }

  /** There are such claims. */
  void tell(RowMatch place) {
    boolean taken = false;
    for (int i = 0; i < rows.size(); i++) {
      if (place.isFor(rows.get(i))) {
        matched.set(i);
        if (!taken) {
          counted.set(i);
          taken = true;
        }
      }
    }
  }

  boolean matchesNothing(int row) {
    return !matched.get(row);
  }

  boolean neverCounts(int row) {
    return !counted.get(row);
  }
}
