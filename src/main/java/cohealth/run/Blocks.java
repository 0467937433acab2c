package cohealth.run;

import cohealth.event.Claim;
import cohealth.person.Families;
import java.util.HashMap;
import java.util.Map;

/**
 * Which rows must wait because an earlier row of their family was refused: what they would be
 * settled as depends on it (files: section 1, {@code --rejects}).
 */
final class Blocks {
  private final Families families;
  private final Map<Integer, Since> byFamily = new HashMap<>();

  /** The earliest refused row of a family. */
  private record Since(long moment, int ordinal) {
    boolean isBefore(long otherMoment, int otherOrdinal) {
      return moment != otherMoment ? moment < otherMoment : ordinal < otherOrdinal;
    }
  }

  Blocks(Families families) {
    this.families = families;
  }

  /**
   * A row was refused.
   *
   * @param moment its time; {@link Long#MIN_VALUE} when it cannot be read: all rows of the family
   */
  void refuse(int person, long moment, int ordinal) {
    Since since = new Since(moment, ordinal);
    byFamily.merge(
        families.of(person),
        since,
        (known, added) -> known.isBefore(added.moment(), added.ordinal()) ? known : added);
  }

  /** Whether the claim must wait. */
  boolean blocks(Claim claim) {
    if (byFamily.isEmpty()) {
      return false;
    }
    Since since = byFamily.get(families.of(claim.person()));
    return since != null && since.isBefore(claim.moment(), claim.ordinal());
  }
}
