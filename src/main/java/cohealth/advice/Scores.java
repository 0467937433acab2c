package cohealth.advice;

import cohealth.time.Day;
import java.util.BitSet;
import java.util.List;

/**
 * Which of two outcomes is better: less cash for the household, then the goal, then fewer who stop
 * sharing, then fewer changes.
 *
 * @param payers whose accounts may share
 * @param elders whose accounts are to be kept
 * @param refusedNow activities that are refused as things are; a plan may not refuse others
 */
record Scores(
    List<Integer> members,
    Goal goal,
    List<Integer> payers,
    List<Integer> elders,
    BitSet refusedNow) {
  /** The members of an age or older at the end. */
  static List<Integer> elders(FamilyWorld world, int age) {
    return world.members().stream()
        .filter(
            member -> {
              int born = world.person(member).birthDay();
              return born != Day.UNKNOWN && Day.age(born, world.lastDay()) >= age;
            })
        .toList();
  }

  /** A plan's worth; an infinite one for a plan that refuses what is accepted as things are. */
  Score of(Outcome outcome, List<Change> changes) {
    BitSet newlyRefused = (BitSet) outcome.refused().clone();
    newlyRefused.andNot(refusedNow);
    return newlyRefused.isEmpty()
        ? new Score(
            outcome.cashFen(members),
            goalFen(outcome),
            (int) changes.stream().filter(change -> change.kind() == Change.Kind.STOP).count(),
            changes.size())
        : Score.FORBIDDEN;
  }

  /** What the goal wants to be large. */
  long goalFen(Outcome outcome) {
    return switch (goal) {
      case ELDERS -> outcome.balanceFen(elders);
      case EVEN -> payers.stream().mapToLong(outcome.balances()::get).min().orElse(0);
      case NONE -> 0;
    };
  }

  /** One plan's worth. */
  record Score(long cashFen, long goalFen, int stops, int changes) {
    static final Score FORBIDDEN = new Score(Long.MAX_VALUE, 0, 0, 0);

    boolean isBetterThan(Score other) {
      if (cashFen != other.cashFen) {
        return cashFen < other.cashFen;
      }
      if (goalFen != other.goalFen) {
        return goalFen > other.goalFen;
      }
      // who stops is no reserve for what may come, so an order is changed rather than help ended
      return stops != other.stops ? stops < other.stops : changes < other.changes;
    }
  }
}
