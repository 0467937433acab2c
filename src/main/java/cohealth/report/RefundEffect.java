package cohealth.report;

import cohealth.settlement.Settlement;
import cohealth.settlement.Status;
import java.util.List;

/**
 * What taking a claim back would give back, and which later claims of its family would have been
 * settled otherwise if it had never been: a refund leaves those as they are (rules: section 8).
 *
 * @param claim as it was settled
 * @param otherwise the later claims, in order of time
 */
public record RefundEffect(Settlement claim, List<Change> otherwise) {
  /** A later claim as it was settled, and as it would have been. */
  public record Change(Settlement asIs, Settlement without) {
    /** Whether this is the row that took the claim back. */
    public boolean takesBack() {
      return asIs.status() == Status.REVERSED_OUT && without.status() == Status.REJECTED;
    }

    /** Whether anybody would have paid another amount. */
    public boolean differs() {
      return !asIs.payments().equals(without.payments())
          || !asIs.familyDraws().equals(without.familyDraws())
          || asIs.status() != without.status();
    }
  }
}
