package cohealth.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which claims of a person are one visit, and which visits of a year are live on an accumulator
 * (rules: section 5). Visits are numbered by person in the order in which they were opened.
 */
final class Visits {
  private final Map<Integer, OfPerson> byPerson = new HashMap<>();

  private record OnDay(int day, int facility) {}

  private record Yearly(int slot, int year) {}

  /** The visits of one person. */
  private static final class OfPerson {
    private final Map<Integer, Integer> byName = new TreeMap<>();
    private final Map<OnDay, Integer> byDay = new HashMap<>();
    private final Map<Yearly, TreeMap<Integer, Integer>> live = new HashMap<>();
    private int opened;
  }

  /** The visit that the claim joins or opens; ids are numbers from 1, 0 = not given. */
  int join(int person, int visitId, int day, int facility, boolean merge) {
    OfPerson of = byPerson.computeIfAbsent(person, key -> new OfPerson());
    Integer visit = visitId == 0 ? null : of.byName.get(visitId);
    OnDay place = new OnDay(day, facility);
    if (visit == null && merge && facility != 0) {
      visit = of.byDay.get(place);
    }
    if (visit == null) {
      visit = ++of.opened;
    }
    if (visitId != 0) {
      of.byName.putIfAbsent(visitId, visit);
    }
    if (facility != 0) {
      of.byDay.merge(place, visit, Math::min);
    }
    return visit;
  }

  /** Whether no visit opened earlier has a live claim on the accumulator in the year. */
  boolean isFirst(int person, int slot, int year, int visit) {
    OfPerson of = byPerson.get(person);
    TreeMap<Integer, Integer> visits = of == null ? null : of.live.get(new Yearly(slot, year));
    return visits == null || visits.isEmpty() || visits.firstKey() >= visit;
  }

  /** One live claim of the visit more (1) or less (−1). */
  void count(int person, int slot, int year, int visit, int delta) {
    TreeMap<Integer, Integer> visits =
        byPerson
            .computeIfAbsent(person, key -> new OfPerson())
            .live
            .computeIfAbsent(new Yearly(slot, year), key -> new TreeMap<>());
    if (visits.merge(visit, delta, Integer::sum) == 0) {
      visits.remove(visit);
    }
  }

  /**
   * What later claims must know; of facilities only those of the day, as no later one asks more.
   */
  Carried.Visits carried(int person, int day) {
    OfPerson of = byPerson.get(person);
    if (of == null) {
      return Carried.Visits.NONE;
    }
    List<Carried.Named> named = new ArrayList<>();
    of.byName.forEach((id, visit) -> named.add(new Carried.Named(id, visit)));
    List<Carried.Named> today = new ArrayList<>();
    of.byDay.forEach(
        (place, visit) -> {
          if (place.day() == day) {
            today.add(new Carried.Named(place.facility(), visit));
          }
        });
    List<Carried.Live> live = new ArrayList<>();
    of.live.forEach(
        (yearly, visits) ->
            visits.forEach(
                (visit, claims) ->
                    live.add(new Carried.Live(yearly.slot(), yearly.year(), visit, claims))));
    return new Carried.Visits(of.opened, named, today, live);
  }

  /** Goes on where an earlier run ended, on a day. */
  void restore(int person, Carried.Visits carried, int day) {
    if (carried.opened() == 0) {
      return;
    }
    OfPerson of = byPerson.computeIfAbsent(person, key -> new OfPerson());
    of.opened = carried.opened();
    carried.named().forEach(named -> of.byName.put(named.id(), named.visit()));
    carried.today().forEach(named -> of.byDay.put(new OnDay(day, named.id()), named.visit()));
    for (Carried.Live live : carried.live()) {
      count(person, live.slot(), live.year(), live.visit(), live.claims());
    }
  }
}
