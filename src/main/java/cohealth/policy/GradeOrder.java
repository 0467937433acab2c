package cohealth.policy;

import java.util.Comparator;
import java.util.List;

/** The grades of sources, as docs/policies.md explains them, from the best to the worst. */
public final class GradeOrder {
  private static final List<String> BEST_FIRST =
      List.of("GOV", "NEWS", "HOSP", "CODE", "AGG", "REPO-DATA", "SEED");

  private GradeOrder() {}

  /** All grades, the best one first. */
  public static List<String> bestFirst() {
    return BEST_FIRST;
  }

  /** Sorts the best grade first. */
  public static Comparator<String> byTrust() {
    return Comparator.comparingInt(BEST_FIRST::indexOf);
  }
}
