package cohealth.settlement;

import cohealth.event.Claim;
import cohealth.ledger.Movements;
import cohealth.ledger.Posting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A settled row that a later row, perhaps of a later run, may want to take back.
 *
 * @param taken what it changed in the ledger
 * @param limits the limits that the pool asked, or null
 * @param postings its movements of money, empty when nobody asked for them
 * @param reverses ordinal of the claim that this row took back, or {@link Claim#NOTHING}
 * @param reversed it was taken back before
 */
public record Past(
    Settlement settlement,
    Movements taken,
    @Nullable LimitsLeft limits,
    List<Posting> postings,
    int reverses,
    boolean reversed) {
  /** A settled claim; not a rejected one, not itself a reversal (rules: section 8). */
  boolean reversible() {
    return settlement.status() == Status.SETTLED;
  }

  /** The same after it was given back: what it took is no longer needed. */
  Past takenBack() {
    return new Past(settlement, Movements.NONE, null, List.of(), reverses, true);
  }
}
