package cohealth.policy;

import cohealth.event.Vocabulary;
import cohealth.policy.BenefitCell.Deductible;
import cohealth.policy.BenefitCell.Limit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One limit that people of a group can meet.
 *
 * @param benefit number in the version; {@link Vocabulary#NONE} for the limit of a supplementary
 *     fund
 * @param deductible the deductible itself, whose amount may depend on the visit; null for a cap and
 *     for the ceiling of deductibles
 * @param bands for which alone it holds; empty = for all that claims of the group can have. {@link
 *     Vocabulary#NONE} = without a band
 * @param diseases likewise; {@link Vocabulary#NONE} = any other disease, or none
 */
public record HeldLimit(
    Kind kind,
    int benefit,
    Limit limit,
    @Nullable Deductible deductible,
    List<Integer> bands,
    List<Integer> diseases) {
  /** What is limited. */
  public enum Kind {
    /** What the person must spend before the pool pays, or the most of that in a year. */
    DEDUCTIBLE,
    /** The expense that the pool looks at. */
    EXPENSE_CAP,
    /** What a fund pays. */
    PAYMENT_CAP
  }

  /** The limit of a supplementary fund. */
  public static HeldLimit ofSupplement(Limit limit) {
    return new HeldLimit(Kind.PAYMENT_CAP, Vocabulary.NONE, limit, null, List.of(), List.of());
  }

  /** The amount for the first visit of a year, or for a later one. */
  public long limitFen(boolean firstVisit) {
    return deductible == null ? limit.limitFen() : deductible.amountFen(firstVisit);
  }
}
