package cohealth.comparison;

import cohealth.person.Category;
import cohealth.person.Households;
import cohealth.person.Insurance;
import cohealth.person.People;
import cohealth.person.Person;
import cohealth.time.Day;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Puts people into the parts by which a comparison is told (docs/compare.md). */
final class Groupings {
  private static final int CATEGORIES = Category.values().length + 1;
  private static final int NO_AGE = Integer.MAX_VALUE;
  private static final int OLDEST = 80;
  private static final int DECILES = 10;
  private static final int LARGEST_HOUSEHOLD = 6;

  /** Up to these ages, in full years; then each ten years. */
  private static final int MINORS = 17;

  private static final long YUAN = 100;

  /** How much is gained or lost, in yuan: up to this. */
  private static final List<Long> BOUNDS = List.of(50L, 100L, 200L, 500L, 1000L, 2000L);

  private final People people;
  private final PersonSums sums;
  private final int day;
  private final Households households;

  Groupings(People people, PersonSums sums, int day) {
    this.people = people;
    this.sums = sums;
    this.day = day;
    this.households = new Households(people);
  }

  Outcome people() {
    Outcome.Counter outcome = new Outcome.Counter();
    for (int person = 0; person < people.size(); person++) {
      if (sums.rows(person) > 0) {
        outcome.add(sums.cashFen(person));
      }
    }
    return outcome.outcome();
  }

  /** Households with claims, by the cash of all their members together. */
  Outcome households() {
    long[] cashFen = new long[households.size()];
    boolean[] counted = new boolean[households.size()];
    for (int person = 0; person < people.size(); person++) {
      int household = households.of(person);
      cashFen[household] = Math.addExact(cashFen[household], sums.cashFen(person));
      counted[household] |= sums.rows(person) > 0;
    }
    Outcome.Counter outcome = new Outcome.Counter();
    for (int i = 0; i < cashFen.length; i++) {
      if (counted[i]) {
        outcome.add(cashFen[i]);
      }
    }
    return outcome.outcome();
  }

  List<AmountBand> bands() {
    long[] gain = new long[BOUNDS.size() + 1];
    long[] lose = new long[BOUNDS.size() + 1];
    for (int person = 0; person < people.size(); person++) {
      long cashFen = sums.cashFen(person);
      if (cashFen != 0) {
        (cashFen < 0 ? gain : lose)[band(Math.abs(cashFen))]++;
      }
    }
    List<AmountBand> bands = new ArrayList<>();
    for (int i = 0; i <= BOUNDS.size(); i++) {
      bands.add(
          new AmountBand(
              i == 0 ? 0 : BOUNDS.get(i - 1) * YUAN,
              i == BOUNDS.size() ? Long.MAX_VALUE : BOUNDS.get(i) * YUAN,
              gain[i],
              lose[i]));
    }
    return List.copyOf(bands);
  }

  private static int band(long fen) {
    int band = 0;
    while (band < BOUNDS.size() && fen > BOUNDS.get(band) * YUAN) {
      band++;
    }
    return band;
  }

  CapChange caps() {
    CapChange caps = CapChange.NONE;
    for (int person = 0; person < people.size(); person++) {
      caps = caps.with(sums.capBefore(person), sums.capAfter(person));
    }
    return caps;
  }

  List<Slice> byGroup() {
    return slices(
        Dimension.GROUP,
        person -> {
          Person of = people.get(person);
          Category category = of.category();
          int place = category == null ? CATEGORIES - 1 : category.ordinal();
          return of.insurance().ordinal() * CATEGORIES + place;
        },
        key -> {
          String insurance = written(Insurance.values()[key / CATEGORIES]);
          int category = key % CATEGORIES;
          return category == CATEGORIES - 1
              ? insurance
              : insurance + "/" + written(Category.values()[category]);
        });
  }

  List<Slice> byAge() {
    return slices(
        Dimension.AGE,
        person -> {
          int born = people.get(person).birthDay();
          if (born == Day.UNKNOWN || day == Day.UNKNOWN || born > day) {
            return NO_AGE;
          }
          int age = Day.age(born, day);
          return age <= MINORS ? 0 : age >= OLDEST ? OLDEST : Math.max(MINORS + 1, age / 10 * 10);
        },
        from ->
            switch (from) {
              case NO_AGE -> "";
              case OLDEST -> OLDEST + "+";
              case 0 -> "0-" + MINORS;
              default -> from + "-" + (from / 10 * 10 + 9);
            });
  }

  List<Slice> byHouseholdSize() {
    return slices(
        Dimension.HOUSEHOLD_SIZE,
        person -> Math.min(LARGEST_HOUSEHOLD, households.people(households.of(person))),
        size -> size == LARGEST_HOUSEHOLD ? size + "+" : Integer.toString(size));
  }

  /** Tenths of the people with claims, by the total of their bills, equal ones by their ids. */
  List<Slice> byUse() {
    List<Integer> users = new ArrayList<>();
    for (int person = 0; person < people.size(); person++) {
      if (sums.rows(person) > 0) {
        users.add(person);
      }
    }
    users.sort(
        Comparator.comparingLong((Integer person) -> sums.billedFen(person))
            .thenComparing(person -> people.get(person).id()));
    int[] decile = new int[people.size()];
    for (int rank = 0; rank < users.size(); rank++) {
      decile[users.get(rank)] = (int) ((long) rank * DECILES / users.size()) + 1;
    }
    return slices(Dimension.USE_DECILE, person -> decile[person], Integer::toString).stream()
        .filter(slice -> !slice.key().equals("0")) // those without claims
        .toList();
  }

  private List<Slice> slices(
      Dimension dimension, IntUnaryOperator keyOf, IntFunction<String> text) {
    Map<Integer, Part> parts = new TreeMap<>();
    @Nullable Part part = null;
    int last = 0;
    for (int person = 0; person < people.size(); person++) {
      int key = keyOf.applyAsInt(person);
      if (part == null || key != last) {
        part = parts.computeIfAbsent(key, made -> new Part());
        last = key;
      }
      part.add(sums, person);
    }
    List<Slice> slices = new ArrayList<>();
    parts.forEach((key, each) -> slices.add(each.slice(dimension, text.apply(key))));
    return List.copyOf(slices);
  }

  private static final class Part {
    private long people;
    private final Outcome.Counter outcome = new Outcome.Counter();
    private CapChange caps = CapChange.NONE;
    private PayerSums before = PayerSums.NONE;
    private PayerSums after = PayerSums.NONE;

    void add(PersonSums sums, int person) {
      people++;
      if (sums.rows(person) > 0) {
        outcome.add(sums.cashFen(person));
        BeforeAfter paid = sums.paid(person);
        before = before.plus(paid.before());
        after = after.plus(paid.after());
      }
      caps = caps.with(sums.capBefore(person), sums.capAfter(person));
    }

    Slice slice(Dimension dimension, String key) {
      return new Slice(
          dimension, key, people, outcome.outcome(), caps, new BeforeAfter(before, after));
    }
  }

  private static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
