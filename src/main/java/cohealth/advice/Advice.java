package cohealth.advice;

import cohealth.policy.PolicyVersion;
import java.util.List;

/**
 * What a household could have arranged otherwise, with hindsight.
 *
 * @param payers who can help somebody; empty: there is nothing to choose
 * @param elders whose accounts the goal keeps
 * @param asItIs what became of the family
 * @param best what would have become of it; the same when nothing is better
 * @param changes what must be written otherwise for that; empty when nothing is better
 * @param plans how many plans there are; {@link Long#MAX_VALUE}: more than can be counted
 * @param tried how many of them were settled
 * @param exhaustive all of them
 * @param otherOrders versions of policies, of members with claims, that draw payers in an order of
 *     their own and not in the family's
 */
public record Advice(
    FamilyWorld world,
    Goal goal,
    int elderAge,
    List<Integer> payers,
    List<Integer> elders,
    Outcome asItIs,
    Outcome best,
    List<Change> changes,
    long plans,
    long tried,
    boolean exhaustive,
    List<PolicyVersion> otherOrders) {

  /** How much less the household would have paid in cash. */
  public long gainFen() {
    return asItIs.cashFen(world.members()) - best.cashFen(world.members());
  }

  /** How much more is kept of what the goal wants to keep. */
  public long goalGainFen() {
    Scores scores = new Scores(world.members(), goal, payers, elders, asItIs.refused());
    return scores.goalFen(best) - scores.goalFen(asItIs);
  }

  /** How much more those pay in cash who are connected with the household and not of it. */
  public long othersLossFen() {
    List<Integer> others =
        world.roster().people().all().stream()
            .map(person -> person.index())
            .filter(person -> !world.members().contains(person))
            .toList();
    return best.cashFen(others) - asItIs.cashFen(others);
  }
}
