package cohealth.ledger;

import cohealth.time.Day;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.LongPredicate;

/**
 * Which claims of a person are one visit, and which visits of a year are live on an accumulator
 * (rules: section 5). Visits are numbered by person in the order in which they were opened. Claims
 * come in order of time, so that facilities are kept of one day only.
 */
final class Visits {
  private static final int NO_VISIT = 0;
  private static final long NOTHING_LIVE = Long.MIN_VALUE;
  private static final int FOR_GOOD = 1 << 30; // claims

  private final int[] opened;
  private final LongTable byName = new LongTable();
  private final LongTable today = new LongTable();
  private int day = Day.UNKNOWN;
  // the place in the list of live visits; or less than zero: the first visit with a claim that
  // nobody will take back, so that none after it can be the first one
  private final LongTable liveAt = new LongTable();
  private final List<LiveVisits> live = new ArrayList<>();
  private final List<Yearly> yearly = new ArrayList<>();

  /** What the live visits in the same place of the other list are counted on. */
  private record Yearly(int person, int slot, int year) {}

  Visits(int people) {
    this(new int[people]);
  }

  private Visits(int[] opened) {
    this.opened = opened;
  }

  /** For other people of the same run. */
  Visits sibling() {
    return new Visits(opened);
  }

  /** Takes over the visits of these people. */
  void takeFrom(Visits other, IntPredicate people) {
    LongPredicate theirs = key -> people.test(person(key));
    byName.takeFrom(other.byName, theirs);
    if (other.day > day) {
      today.clear();
      day = other.day;
    }
    if (other.day == day) {
      today.takeFrom(other.today, theirs);
    }
    List<LiveVisits> otherLive = List.copyOf(other.live);
    List<Yearly> otherYearly = List.copyOf(other.yearly);
    LongTable otherAt = new LongTable();
    otherAt.takeFrom(other.liveAt, key -> true);
    otherAt.forEach(
        (key, at) -> {
          if (at < 0) {
            (theirs.test(key) ? this : other).liveAt.put(key, at);
          }
        });
    other.live.clear();
    other.yearly.clear();
    for (int i = 0; i < otherLive.size(); i++) {
      (people.test(otherYearly.get(i).person()) ? this : other)
          .add(otherYearly.get(i), otherLive.get(i));
    }
  }

  private void add(Yearly of, LiveVisits visits) {
    liveAt.put(liveKey(of.person(), of.slot(), of.year()), live.size());
    live.add(visits);
    yearly.add(of);
  }

  /** The visit that the claim joins or opens; ids are numbers from 1, 0 = not given. */
  int join(int person, int visitId, int onDay, int facility, boolean merge) {
    if (onDay != day) {
      today.clear();
      day = onDay;
    }
    long name = key(person, visitId);
    long place = key(person, facility);
    int visit = visitId == 0 ? NO_VISIT : (int) byName.get(name, NO_VISIT);
    int here = facility == 0 ? NO_VISIT : (int) today.get(place, NO_VISIT);
    boolean isNewName = visitId != 0 && visit == NO_VISIT;
    if (visit == NO_VISIT && merge) {
      visit = here;
    }
    if (visit == NO_VISIT) {
      visit = ++opened[person];
    }
    if (isNewName) {
      byName.put(name, visit);
    }
    if (facility != 0 && (here == NO_VISIT || visit < here)) {
      today.put(place, visit);
    }
    return visit;
  }

  /** Whether no visit opened earlier has a live claim on the accumulator in the year. */
  boolean isFirst(int person, int slot, int year, int visit) {
    long at =
        liveAt.isEmpty() ? NOTHING_LIVE : liveAt.get(liveKey(person, slot, year), NOTHING_LIVE);
    return at < 0 ? visit <= settledVisit(at) : live.get((int) at).isFirst(visit);
  }

  /** So many live claims of the visit more, or less. */
  void count(int person, int slot, int year, int visit, int delta) {
    long key = liveKey(person, slot, year);
    long at = liveAt.get(key, NOTHING_LIVE);
    if (at < 0) {
      int settled = settledVisit(at);
      if (visit >= settled) {
        return; // it makes no difference which visits are live after that one
      }
      at = live.size();
      add(new Yearly(person, slot, year), new LiveVisits());
      if (settled != Integer.MAX_VALUE) {
        live.get((int) at).count(settled, FOR_GOOD);
      }
    }
    live.get((int) at).count(visit, delta);
  }

  /** A live claim of the visit that nobody will take back. */
  void countForGood(int person, int slot, int year, int visit) {
    long key = liveKey(person, slot, year);
    long at = liveAt.get(key, NOTHING_LIVE);
    if (at >= 0) {
      live.get((int) at).count(visit, FOR_GOOD);
    } else if (visit < settledVisit(at)) {
      liveAt.put(key, -1 - (long) visit);
    }
  }

  private static int settledVisit(long at) {
    return at == NOTHING_LIVE ? Integer.MAX_VALUE : (int) (-1 - at);
  }

  /**
   * What a later run must know of each person, which may take back every claim; of facilities only
   * those of the day, as no later claim asks more. Current from the time of the call only.
   */
  IntFunction<Carried.Visits> carried(int onDay) {
    long[] names = byName.sortedKeys();
    long[] places = today.sortedKeys();
    Map<Integer, List<Integer>> byPerson = new HashMap<>();
    for (int i = 0; i < yearly.size(); i++) {
      byPerson.computeIfAbsent(yearly.get(i).person(), person -> new ArrayList<>(2)).add(i);
    }
    return person -> {
      if (opened[person] == 0) {
        return Carried.Visits.NONE;
      }
      List<Carried.Live> counted = new ArrayList<>();
      for (int i : byPerson.getOrDefault(person, List.of())) {
        Yearly of = yearly.get(i);
        live.get(i)
            .forEach(
                (visit, claims) ->
                    counted.add(new Carried.Live(of.slot(), of.year(), visit, claims)));
      }
      return new Carried.Visits(
          opened[person],
          named(person, names, byName),
          onDay == day ? named(person, places, today) : List.of(),
          counted);
    };
  }

  private static List<Carried.Named> named(int person, long[] sorted, LongTable table) {
    List<Carried.Named> named = new ArrayList<>();
    int found = Arrays.binarySearch(sorted, key(person, 0));
    for (int i = found < 0 ? -found - 1 : found; i < sorted.length; i++) {
      if (person(sorted[i]) != person) {
        break;
      }
      named.add(new Carried.Named((int) sorted[i], (int) table.get(sorted[i], NO_VISIT)));
    }
    return named;
  }

  /** Goes on where an earlier run ended, on a day. */
  void restore(int person, Carried.Visits carried, int onDay) {
    if (carried.opened() == 0) {
      return;
    }
    day = onDay;
    opened[person] = carried.opened();
    carried.named().forEach(named -> byName.put(key(person, named.id()), named.visit()));
    carried.today().forEach(named -> today.put(key(person, named.id()), named.visit()));
    for (Carried.Live each : carried.live()) {
      count(person, each.slot(), each.year(), each.visit(), each.claims());
    }
  }

  private static long key(int person, int id) {
    return ((long) person << Integer.SIZE) | id;
  }

  private static int person(long key) {
    return (int) (key >>> Integer.SIZE);
  }

  private static long liveKey(int person, int slot, int year) {
    return ((long) person << Integer.SIZE) | ((long) slot << 16) | (year & 0xFFFF);
  }
}
