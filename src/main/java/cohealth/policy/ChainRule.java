package cohealth.policy;

import cohealth.event.Cover;
import cohealth.event.Vocabulary;
import cohealth.person.Purse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One payer of a chain in executed form (rules: section 3). */
public sealed interface ChainRule {
  /** The chain of the reform model: for policies that give none, and where there is no policy. */
  static List<ChainRule> reformModel() {
    return List.of(
        new Pool(),
        new Own(List.of(Purse.values()), Cover.IN_SCOPE),
        new Family(Cover.IN_SCOPE),
        new Cash());
  }

  /** The pooled fund. */
  record Pool() implements ChainRule {}

  /** The patient's purses, each down to zero, in this order. */
  record Own(List<Purse> purses, Cover cover) implements ChainRule {}

  /**
   * A fund beside the pool.
   *
   * @param rates basis points by group, the last place for persons without a group; 0 = nothing
   * @param limits by group likewise; empty = no limit, and no counter moves
   */
  record Supplement(
      String name, Cover cover, List<Integer> rates, List<Optional<BenefitCell.Limit>> limits)
      implements ChainRule {
    /** The rate of a group, in basis points. */
    public int rate(int group) {
      return rates.get(group == Vocabulary.NONE ? rates.size() - 1 : group);
    }

    /** The limit of a group, or null. */
    public BenefitCell.@Nullable Limit limit(int group) {
      return limits.get(group == Vocabulary.NONE ? limits.size() - 1 : group).orElse(null);
    }
  }

  /** The family's shared accounts. */
  record Family(Cover cover) implements ChainRule {}

  /** Cash takes what is left. */
  record Cash() implements ChainRule {}
}
