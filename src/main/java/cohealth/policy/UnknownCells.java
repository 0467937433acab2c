package cohealth.policy;

import cohealth.policy.PolicyDocument.Unknown;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** What a version says is not known, and which of that is indeed missing. */
final class UnknownCells {
  private final List<Unknown> unknown;
  private final BitSet used = new BitSet();

  UnknownCells(List<Unknown> unknown) {
    this.unknown = unknown;
  }

  /** Whether the version says that no source gives the rate of the cell. */
  boolean tells(String benefit, RowMatch cell) {
    boolean told = false;
    for (int i = 0; i < unknown.size(); i++) {
      Unknown entry = unknown.get(i);
      if (entry.benefit().equals(benefit) && cell.isFor(entry.selector())) {
        used.set(i);
        told = true;
      }
    }
    return told;
  }

  /** The entries that nobody asked for. */
  List<Integer> idle() {
    return IntStream.range(0, unknown.size()).filter(i -> !used.get(i)).boxed().toList();
  }
}
