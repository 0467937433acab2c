package cohealth.naive;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One row of the activities file.
 *
 * @param person who receives, is insured, or changes
 */
record Activity(Table.Row cells, Person person, @Nullable Person payer, LocalDateTime time) {
  String get(String column) {
    return cells.get(column);
  }

  LocalDate date() {
    return time.toLocalDate();
  }

  /** Whether the row says at which time of the day it happened. */
  boolean timeIsWritten() {
    return get("time").length() > 10;
  }

  /** Whether a premium is paid by the family in order: as written, else when nobody is named. */
  boolean isPaidByFamily() {
    return get("mode").isEmpty() ? payer == null : get("mode").equals("family");
  }

  /** The payer of a kind that needs one. */
  Person namedPayer() {
    if (payer == null) {
      throw new IllegalArgumentException("payer needed: activity row " + cells.number());
    }
    return payer;
  }
}
