package cohealth.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Visits in compact tables are those of plain maps (rules: section 5). */
class VisitsTest {
  private static final int PEOPLE = 8;
  private static final int CLAIMS = 6_000;

  /** The same rules over maps. */
  private static final class Model {
    private final Map<Integer, Integer> opened = new HashMap<>();
    private final Map<List<Integer>, Integer> byName = new HashMap<>();
    private final Map<List<Integer>, Integer> byDay = new HashMap<>();
    private final Map<List<Integer>, TreeMap<Integer, Integer>> live = new HashMap<>();

    int join(int person, int id, int day, int facility, boolean merge) {
      Integer visit = id == 0 ? null : byName.get(List.of(person, id));
      if (visit == null && merge && facility != 0) {
        visit = byDay.get(List.of(person, day, facility));
      }
      if (visit == null) {
        visit = opened.merge(person, 1, Integer::sum);
      }
      if (id != 0) {
        byName.putIfAbsent(List.of(person, id), visit);
      }
      if (facility != 0) {
        byDay.merge(List.of(person, day, facility), visit, Math::min);
      }
      return visit;
    }

    boolean isFirst(int person, int slot, int year, int visit) {
      TreeMap<Integer, Integer> visits = live.get(List.of(person, slot, year));
      return visits == null || visits.isEmpty() || visits.firstKey() >= visit;
    }

    void count(int person, int slot, int year, int visit, int delta) {
      TreeMap<Integer, Integer> visits =
          live.computeIfAbsent(List.of(person, slot, year), key -> new TreeMap<>());
      if (visits.merge(visit, delta, Integer::sum) == 0) {
        visits.remove(visit);
      }
    }
  }

  private record Counted(int person, int slot, int year, int visit) {}

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void visitsAreThoseOfMaps(int seed) {
    Random random = new Random(seed);
    boolean carries = seed % 2 == 0; // then every claim may be taken back in a later run
    Visits visits = new Visits(PEOPLE);
    Model model = new Model();
    List<Counted> live = new ArrayList<>();
    int day = 20_000;
    for (int i = 0; i < CLAIMS; i++) {
      day += random.nextInt(4) == 0 ? 1 : 0;
      if (random.nextInt(500) == 0) {
        visits = carries ? carriedOn(visits, day) : handedOver(visits);
      }
      int person = random.nextInt(PEOPLE);
      int id = random.nextBoolean() ? 0 : 1 + random.nextInt(300);
      int facility = random.nextInt(4);
      boolean merge = random.nextBoolean();
      int visit = visits.join(person, id, day, facility, merge);
      assertThat(visit).isEqualTo(model.join(person, id, day, facility, merge));

      Counted counted = new Counted(person, random.nextInt(3), 2024 + day / 365 % 3, visit);
      assertThat(visits.isFirst(person, counted.slot(), counted.year(), visit))
          .isEqualTo(model.isFirst(person, counted.slot(), counted.year(), visit));
      if (!carries && random.nextInt(3) == 0) {
        visits.countForGood(person, counted.slot(), counted.year(), visit);
        model.count(person, counted.slot(), counted.year(), visit, 1);
        continue;
      }
      boolean back = !live.isEmpty() && random.nextInt(3) == 0;
      Counted moved = back ? live.remove(random.nextInt(live.size())) : counted;
      int delta = back ? -1 : 1;
      visits.count(moved.person(), moved.slot(), moved.year(), moved.visit(), delta);
      model.count(moved.person(), moved.slot(), moved.year(), moved.visit(), delta);
      if (!back) {
        live.add(counted);
      }
    }
    for (Map.Entry<List<Integer>, TreeMap<Integer, Integer>> entry : model.live.entrySet()) {
      List<Integer> of = entry.getKey();
      for (int visit = 0; visit < 50; visit++) {
        assertThat(visits.isFirst(of.get(0), of.get(1), of.get(2), visit))
            .isEqualTo(model.isFirst(of.get(0), of.get(1), of.get(2), visit));
      }
    }
  }

  /** The same visits after another thread had half of the people. */
  private static Visits handedOver(Visits visits) {
    Visits sibling = visits.sibling();
    sibling.takeFrom(visits, person -> person % 2 == 0);
    visits.takeFrom(sibling, person -> true);
    return visits;
  }

  /** The same visits in a later run. */
  private static Visits carriedOn(Visits visits, int day) {
    var carried = handedOver(visits).carried(day);
    Visits later = new Visits(PEOPLE);
    for (int person = 0; person < PEOPLE; person++) {
      later.restore(person, carried.apply(person), day);
    }
    return later;
  }
}
