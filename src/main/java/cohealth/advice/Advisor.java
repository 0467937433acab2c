package cohealth.advice;

import cohealth.event.Claim;
import cohealth.policy.PolicyDocument;
import cohealth.policy.PolicyVersion;
import cohealth.settlement.Memberships;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the order of payers, the sharing and the authorised amounts that would have left a
 * household the least to pay in cash. Every plan is settled by the engine with the same events;
 * nothing is estimated.
 *
 * @param goal what is wanted of plans that leave as little cash
 * @param elderAge from which age on accounts are to be kept
 */
public record Advisor(Goal goal, int elderAge) {

  /**
   * The advice for a household.
   *
   * @param fromHousehold bindings follow from the households; else a file says who helps whom
   */
  public Advice advise(FamilyWorld world, boolean fromHousehold) {
    PossibleHelp possible = new PossibleHelp(world);
    Choices choices = fromHousehold ? possible.fromHousehold() : possible.fromBindings();
    List<Integer> payers =
        choices.groups().stream()
            .flatMap(group -> group.helpers().stream())
            .map(Helper::payer)
            .distinct()
            .sorted()
            .toList();
    List<Integer> elders = goal == Goal.ELDERS ? Scores.elders(world, elderAge) : List.of();
    Outcome asItIs = Outcome.of(world, world.bindings());
    Scores scores = new Scores(world.members(), goal, payers, elders, asItIs.refused());
    PlanSearch search = new PlanSearch(world, choices, scores);
    boolean exhaustive = PlanSearch.isExhaustive(world, choices);
    List<Arrangement> plan = exhaustive ? search.ofAll() : search.byImproving();
    List<Change> changes = choices.changes(plan);
    return new Advice(
        world,
        goal,
        elderAge,
        payers,
        elders,
        asItIs,
        changes.isEmpty() ? asItIs : Outcome.of(world, choices.bindings(plan)),
        changes,
        exhaustive ? search.tried() : choices.count(),
        search.tried(),
        exhaustive,
        otherOrders(world));
  }

  private static List<PolicyVersion> otherOrders(FamilyWorld world) {
    Memberships memberships = new Memberships(world.roster(), world.book());
    List<PolicyVersion> found = new ArrayList<>();
    for (Claim claim : world.claimsOfMembers()) {
      PolicyVersion version = memberships.of(claim.person(), claim.moment()).version();
      if (version != null
          && version.family().order() != PolicyDocument.FamilyOrder.CONFIGURED
          && !found.contains(version)) {
        found.add(version);
      }
    }
    return found;
  }
}
