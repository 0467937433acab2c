package cohealth.comparison;

import cohealth.event.Vocabulary;
import cohealth.settlement.Settlement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was paid at each level of facilities, and who pays more or less there. */
final class LevelSums {
  private final int people;
  private final Map<Integer, Level> levels = new TreeMap<>();

  LevelSums(int people) {
    this.people = people;
  }

  /** One level; the cash of each person is kept as the difference alone. */
  private static final class Level {
    private final long[] cashFen;
    private final BitSet patients = new BitSet();
    private PayerSums before = PayerSums.NONE;
    private PayerSums after = PayerSums.NONE;

    Level(int people) {
      cashFen = new long[people];
    }
  }

  void add(Settlement before, Settlement after, PayerSums paidBefore, PayerSums paidAfter) {
    Level level = levels.computeIfAbsent(before.level(), made -> new Level(people));
    level.patients.set(before.person());
    level.before = level.before.plus(paidBefore);
    level.after = level.after.plus(paidAfter);
    level.cashFen[before.person()] =
        Math.addExact(
            level.cashFen[before.person()],
            after.payments().cashFen() - before.payments().cashFen());
  }

  /** The levels in the order of the vocabulary; of rows without one the key is empty. */
  List<Slice> slices(Vocabulary.Words words) {
    List<Slice> slices = new ArrayList<>();
    levels.forEach(
        (number, level) -> {
          Outcome.Counter outcome = new Outcome.Counter();
          level.patients.stream().forEach(person -> outcome.add(level.cashFen[person]));
          slices.add(
              new Slice(
                  Dimension.FACILITY_LEVEL,
                  number == Vocabulary.NONE ? "" : words.word(number),
                  level.patients.cardinality(),
                  outcome.outcome(),
                  null,
                  new BeforeAfter(level.before, level.after)));
        });
    return slices;
  }
}
