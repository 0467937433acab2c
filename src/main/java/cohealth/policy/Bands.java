package cohealth.policy;

import cohealth.event.StandardLevel;
import cohealth.event.Vocabulary;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Facility level to band (rules: section 4).
 *
 * @param names the bands' names
 * @param byLevel the band of each level's number as the document lists it, or NONE
 * @param pharmacyByPrescriber a pharmacy claim has the band of the prescriber's level
 * @param withoutPrescriber the band when that is not given, or NONE
 */
record Bands(
    List<String> names,
    List<Integer> byLevel,
    boolean pharmacyByPrescriber,
    int withoutPrescriber) {
  private static final int PHARMACY = StandardLevel.PHARMACY.ordinal();

  int of(int level, int prescriberLevel) {
    if (!pharmacyByPrescriber || level != PHARMACY) {
      return ofLevel(level);
    }
    return prescriberLevel == Vocabulary.NONE ? withoutPrescriber : ofLevel(prescriberLevel);
  }

  /**
   * The bands that claims can have, {@link Vocabulary#NONE} among them where a level has none; a
   * prescriber's level gives no other ones.
   */
  SortedSet<Integer> ofClaims() {
    SortedSet<Integer> found = new TreeSet<>();
    for (int level = 0; level < byLevel.size(); level++) {
      if (pharmacyByPrescriber && level == PHARMACY) {
        found.add(withoutPrescriber);
      } else if (level < StandardLevel.values().length || ofLevel(level) != Vocabulary.NONE) {
        found.add(ofLevel(level));
      }
    }
    return found;
  }

  int ofLevel(int level) {
    int band = level < byLevel.size() ? byLevel.get(level) : Vocabulary.NONE;
    if (band != Vocabulary.NONE || level >= StandardLevel.values().length) {
      return band;
    }
    return switch (StandardLevel.values()[level]) {
      case TERTIARY_A, TERTIARY_B, TERTIARY_C -> byLevel.get(StandardLevel.TERTIARY.ordinal());
      case COMMUNITY, VILLAGE -> byLevel.get(StandardLevel.PRIMARY.ordinal());
      default -> Vocabulary.NONE;
    };
  }
}
