package cohealth.run;

import cohealth.ledger.Carried;
import cohealth.ledger.Movements;
import cohealth.person.Purse;
import cohealth.settlement.Past;
import cohealth.settlement.Status;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What claims of earlier runs give back when they are taken back: the state must hold it, or a
 * counter, an authorised amount or a visit would go below zero.
 */
final class Owed implements Movements.Listener {
  private final Map<List<Integer>, Long> counted = new HashMap<>();
  private final Map<List<Integer>, Long> used = new HashMap<>();
  private final Map<List<Integer>, Long> visited = new HashMap<>();

  /** What these give back, as far as they can be taken back. */
  Owed(Collection<Past> claims) {
    for (Past claim : claims) {
      if (claim.settlement().status() == Status.SETTLED && !claim.reversed()) {
        claim.taken().tell(this);
      }
    }
  }

  @Override
  public void purse(int holder, Purse purse, int yearsStarted, long fen) {
    // money comes back to it
  }

  @Override
  public void accumulator(int person, int slot, int period, long fen) {
    counted.merge(List.of(person, slot, period), fen, Math::addExact);
  }

  @Override
  public void binding(int binding, int accountYear, long fen) {
    used.merge(List.of(binding, accountYear), fen, Math::addExact);
  }

  @Override
  public void visit(int person, int slot, int year, int visit) {
    visited.merge(List.of(person, slot, year, visit), 1L, Math::addExact);
  }

  /** The state holds this of a person. */
  void hold(int person, Carried carried) {
    if (!counted.isEmpty()) {
      for (Carried.Count count : carried.accumulators()) {
        hold(counted, List.of(person, count.slot(), count.period()), count.fen());
      }
    }
    if (!visited.isEmpty()) {
      for (Carried.Live live : carried.visits().live()) {
        hold(visited, List.of(person, live.slot(), live.year(), live.visit()), live.claims());
      }
    }
  }

  /** The state holds this of a binding. */
  void hold(int binding, Carried.Use use) {
    hold(used, List.of(binding, use.accountYear()), use.fen());
  }

  private static void hold(Map<List<Integer>, Long> owed, List<Integer> key, long held) {
    owed.computeIfPresent(key, (known, fen) -> Math.subtractExact(fen, held));
  }

  /** Whether the state holds all of it. */
  boolean isHeld() {
    return List.of(counted, used, visited).stream()
        .allMatch(owed -> owed.values().stream().allMatch(left -> left <= 0));
  }
}
