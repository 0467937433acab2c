package cohealth.settlement;

import cohealth.event.Claim;
import cohealth.person.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a row came to be settled as it was.
 *
 * @param patient as insured at that time
 * @param entitlement which rules applied; null for a reversal
 * @param steps in the order in which they were taken
 */
public record Explanation(
    Claim claim,
    Person patient,
    @Nullable Entitlement entitlement,
    Settlement settlement,
    List<Step> steps) {

  /** Who wants rows explained. */
  public interface Listener {
    /** Whether the row with this ordinal is to be explained. */
    boolean wants(int ordinal);

    /** One row that was wanted. */
    void explained(Explanation explanation);
  }
}
