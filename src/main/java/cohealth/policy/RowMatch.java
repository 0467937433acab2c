package cohealth.policy;

import cohealth.policy.PolicyDocument.Selector;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One group, band and disease, and which of a benefit's rows counts for it: the first that matches.
 * Null = none of those that the document names.
 */
public record RowMatch(@Nullable String group, @Nullable String band, @Nullable String disease) {
  /** The row that counts, or null. */
  public <R> @Nullable R first(List<R> rows, Function<R, Selector> selector) {
    for (R row : rows) {
      if (isFor(selector.apply(row))) {
        return row;
      }
    }
    return null;
  }

  /** Whether a row with this selector matches. */
  public boolean isFor(Selector wanted) {
    return holds(wanted.groups(), group)
        && holds(wanted.bands(), band)
        && holds(wanted.diseases(), disease);
  }

  private static boolean holds(List<String> wanted, @Nullable String word) {
    return wanted.isEmpty() || (word != null && wanted.contains(word));
  }
}
