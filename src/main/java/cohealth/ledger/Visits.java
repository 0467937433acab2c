package cohealth.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which claims of a person are one visit, and which visits of a year are live on an accumulator
 * (rules: section 5). Visits are numbered by person in the order in which they were opened.
 */
final class Visits {
  private final Map<Named, Integer> byName = new HashMap<>();
  private final Map<OnDay, Integer> byDay = new HashMap<>();
  private final Map<Integer, Integer> opened = new HashMap<>();
  private final Map<Yearly, TreeMap<Integer, Integer>> live = new HashMap<>();

  private record Named(int person, int visitId) {}

  private record OnDay(int person, int day, int facility) {}

  private record Yearly(int person, int slot, int year) {}

  /** The visit that the claim joins or opens; ids are numbers from 1, 0 = not given. */
  int join(int person, int visitId, int day, int facility, boolean merge) {
    Integer visit = visitId == 0 ? null : byName.get(new Named(person, visitId));
    OnDay place = new OnDay(person, day, facility);
    if (visit == null && merge && facility != 0) {
      visit = byDay.get(place);
    }
    if (visit == null) {
      visit = opened.merge(person, 1, Integer::sum);
    }
    if (visitId != 0) {
      byName.putIfAbsent(new Named(person, visitId), visit);
    }
    if (facility != 0) {
      byDay.merge(place, visit, Math::min);
    }
    return visit;
  }

  /** Whether no visit opened earlier has a live claim on the accumulator in the year. */
  boolean isFirst(int person, int slot, int year, int visit) {
    TreeMap<Integer, Integer> visits = live.get(new Yearly(person, slot, year));
    return visits == null || visits.isEmpty() || visits.firstKey() >= visit;
  }

  /** One live claim of the visit more (1) or less (−1). */
  void count(int person, int slot, int year, int visit, int delta) {
    TreeMap<Integer, Integer> visits =
        live.computeIfAbsent(new Yearly(person, slot, year), key -> new TreeMap<>());
    if (visits.merge(visit, delta, Integer::sum) == 0) {
      visits.remove(visit);
    }
  }
}
