package cohealth.settlement;

import cohealth.ledger.Movements;
import cohealth.ledger.Posting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A settled row that a later row may want to take back.
 *
 * @param taken what it changed in the ledger
 * @param limits the limits that the pool asked, or null
 * @param postings its movements of money, empty when nobody asked for them
 * @param reversible a settled claim; not a rejected one, not itself a reversal
 * @param reversed it was taken back before
 */
record Past(
    Settlement settlement,
    Movements taken,
    @Nullable LimitsLeft limits,
    List<Posting> postings,
    boolean reversible,
    boolean reversed) {
  Past takenBack() {
    return new Past(settlement, taken, limits, postings, reversible, true);
  }
}
