package cohealth.run;

import cohealth.event.TimelinePlace;
import cohealth.person.Families;
import java.util.HashMap;
import java.util.Map;

/**
 * Which rows must wait because an earlier row of their family was refused: what they would be
 * settled as depends on it (files: section 1, {@code --rejects}).
 */
final class Blocks {
  /** Before all rows: a refused row whose time cannot be read blocks all of its family. */
  static final TimelinePlace EVERYTHING = new TimelinePlace(Long.MIN_VALUE, 0);

  private final Families families;
  private final Map<Integer, Since> byFamily = new HashMap<>();

  /**
   * The earliest refused row of a family.
   *
   * @param row orders rows of one place of the timeline: claims of one moment
   */
  private record Since(TimelinePlace place, int row) {
    boolean isBefore(TimelinePlace other, int otherRow) {
      int byPlace = place.compareTo(other);
      return byPlace != 0 ? byPlace < 0 : row < otherRow;
    }
  }

  Blocks(Families families) {
    this.families = families;
  }

  /**
   * A row was refused.
   *
   * @param place where it stands; {@link #EVERYTHING} when its time cannot be read
   */
  void refuse(int person, TimelinePlace place, int row) {
    Since since = new Since(place, row);
    byFamily.merge(
        families.of(person),
        since,
        (known, added) -> known.isBefore(added.place(), added.row()) ? known : added);
  }

  /** Whether a row of the person at the place must wait. */
  boolean blocks(int person, TimelinePlace place, int row) {
    if (byFamily.isEmpty()) {
      return false;
    }
    Since since = byFamily.get(families.of(person));
    return since != null && since.isBefore(place, row);
  }
}
