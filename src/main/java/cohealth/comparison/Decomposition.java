package cohealth.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each change does alone, and what is left: the parts and the interaction add up to the whole
 * difference, to the fen.
 *
 * @param told whether the changes were settled alone, or why not
 * @param most how many changes would have been settled alone
 * @param interaction what comes of the changes together, and of changes that cannot stand alone;
 *     null when the changes were not settled alone
 */
public record Decomposition(
    Told told, int most, List<Part> parts, @Nullable PayerSums interaction) {

  /** Whether there is a decomposition. */
  public enum Told {
    /** The parts are there. */
    YES,
    /** Nothing differs between the policies. */
    NO_CHANGES,
    /** Nobody asked for it. */
    NOT_ASKED,
    /** There are more changes than are settled alone. */
    TOO_MANY
  }

  /**
   * Changes that were made alone.
   *
   * @param numbers of the changes: one, or several that only stand together
   * @param difference to the baseline; null when these changes make no valid policy alone
   */
  public record Part(List<Integer> numbers, @Nullable PayerSums difference) {}

  /** No parts, and why. */
  public static Decomposition without(Told why, int most) {
    return new Decomposition(why, most, List.of(), null);
  }

  /** The parts, and what is left of the whole. */
  public static Decomposition of(List<Part> parts, int most, PayerSums whole) {
    PayerSums left = whole;
    for (Part part : parts) {
      PayerSums difference = part.difference();
      left = difference == null ? left : left.minus(difference);
    }
    return new Decomposition(Told.YES, most, List.copyOf(parts), left);
  }
}
