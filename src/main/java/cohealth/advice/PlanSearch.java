package cohealth.advice;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the best plan: all of them are settled where that is little work; else one group after the
 * other is improved until nothing improves any more, from two beginnings, and the answer says so.
 */
final class PlanSearch {
  /** So many plans are tried at most. */
  static final long MOST_PLANS = 60_000;

  /** So many events are settled at most when all plans are tried. */
  static final long MOST_EVENTS = 20_000_000;

  private final FamilyWorld world;
  private final Choices choices;
  private final Scores scores;
  private List<Arrangement> best;
  private Scores.Score bestScore;
  private long tried;

  /** Begins with things as they are. */
  PlanSearch(FamilyWorld world, Choices choices, Scores scores) {
    this.world = world;
    this.choices = choices;
    this.scores = scores;
    this.best = choices.asItIs();
    this.bestScore = score(best);
  }

  /** Whether all plans are few enough to be tried. */
  static boolean isExhaustive(FamilyWorld world, Choices choices) {
    long plans = choices.count();
    return choices.groups().stream().allMatch(HelpGroup::isSmall)
        && plans <= MOST_PLANS
        && HelpGroup.times(plans, Math.max(1, world.events())) <= MOST_EVENTS;
  }

  /** How many plans were settled. */
  long tried() {
    return tried;
  }

  /** The best of all. */
  List<Arrangement> ofAll() {
    List<List<Arrangement>> all = choices.groups().stream().map(HelpGroup::arrangements).toList();
    int[] at = new int[all.size()];
    while (next(at, all)) {
      List<Arrangement> plan = new ArrayList<>();
      for (int i = 0; i < at.length; i++) {
        plan.add(all.get(i).get(at[i]));
      }
      keepBetter(plan);
    }
    return best;
  }

  /** The next combination after the one that changes nothing; false after the last. */
  private static boolean next(int[] at, List<List<Arrangement>> all) {
    for (int i = at.length - 1; i >= 0; i--) {
      if (++at[i] < all.get(i).size()) {
        return true;
      }
      at[i] = 0;
    }
    return false;
  }

  /** The best that is found by improving. */
  List<Arrangement> byImproving() {
    improve(best, bestScore);
    List<Arrangement> everybody = choices.groups().stream().map(Arrangement::everybody).toList();
    improve(everybody, score(everybody));
    return best;
  }

  private void improve(List<Arrangement> from, Scores.Score fromScore) {
    List<Arrangement> plan = from;
    Scores.Score planScore = fromScore;
    boolean improves = true;
    while (improves) {
      improves = false;
      for (int i = 0; i < choices.groups().size(); i++) {
        HelpGroup group = choices.groups().get(i);
        List<Arrangement> others = group.isSmall() ? group.arrangements() : plan.get(i).near(group);
        List<Arrangement> base = plan;
        for (Arrangement other : others) {
          if (tried >= MOST_PLANS) {
            break;
          }
          List<Arrangement> changed = new ArrayList<>(base);
          changed.set(i, other);
          Scores.Score score = score(changed);
          if (score.isBetterThan(planScore)) {
            plan = List.copyOf(changed);
            planScore = score;
            improves = true;
          }
        }
      }
    }
    if (planScore.isBetterThan(bestScore)) {
      best = plan;
      bestScore = planScore;
    }
  }

  private void keepBetter(List<Arrangement> plan) {
    Scores.Score score = score(plan);
    if (score.isBetterThan(bestScore)) {
      best = plan;
      bestScore = score;
    }
  }

  private Scores.Score score(List<Arrangement> plan) {
    tried++;
    return scores.of(Outcome.of(world, choices.bindings(plan)), choices.changes(plan));
  }
}
