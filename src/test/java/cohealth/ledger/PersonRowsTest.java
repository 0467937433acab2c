package cohealth.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts in rows and spilled ones are those of a map, whatever does not fit. */
class PersonRowsTest {
  private static final int PEOPLE = 20;
  private static final int STEPS = 40_000;

  private record Key(int person, int slot, int period) {}

  private static final int[] SLOTS = {0, 1, 2, 3, 4, 5, 6, 4093, 4094, 4095, 9000};
  private static final int[] PERIODS = {
    0, 1, 2, 2024, 2025, 2026, 24_300, 24_301, 20_100, 32_767, 32_768, 100_000, -1
  };
  private static final long[] AMOUNTS = {1, 30, 120_00, 3_500_00, 1L << 35, 1L << 36, 1L << 53};

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void countsAreThoseOfAMap(int seed) {
    Random random = new Random(seed);
    int slots = 1 + random.nextInt(SLOTS.length);
    int periods = 1 + random.nextInt(PERIODS.length);
    int amounts = 3 + random.nextInt(AMOUNTS.length - 2);
    PersonRows rows = new PersonRows(PEOPLE);
    for (int person = 0; person < PEOPLE; person++) {
      for (int purse = 0; purse < 3; purse++) {
        rows.setPurse(person, purse, purseOf(person, purse));
      }
    }
    Map<Key, Long> model = new HashMap<>();
    for (int i = 0; i < STEPS; i++) {
      Key key =
          new Key(
              random.nextInt(PEOPLE),
              SLOTS[random.nextInt(slots)],
              PERIODS[random.nextInt(periods)]);
      long known = model.getOrDefault(key, 0L);
      assertThat(rows.count(key.person(), key.slot(), key.period())).as("%s", key).isEqualTo(known);
      long delta =
          random.nextInt(3) == 0
              ? -Math.min(known, random.nextBoolean() ? known : known / 2)
              : AMOUNTS[random.nextInt(amounts)];
      long after = rows.add(key.person(), key.slot(), key.period(), delta);
      assertThat(after).as("%s %s", key, delta).isEqualTo(known + delta);
      model.put(key, known + delta);
    }

    model.forEach(
        (key, value) ->
            assertThat(rows.count(key.person(), key.slot(), key.period())).isEqualTo(value));
    model.values().removeIf(value -> value == 0);
    assertThat(told(rows)).isEqualTo(model);
    for (int person = 0; person < PEOPLE; person++) {
      for (int purse = 0; purse < 3; purse++) {
        assertThat(rows.purse(person, purse)).isEqualTo(purseOf(person, purse));
      }
    }
  }

  @Test
  void aNewYearTakesThePlaceOfTheOldOne() {
    PersonRows rows = new PersonRows(1);
    for (int slot = 0; slot < 5; slot++) {
      rows.add(0, slot, 2025, 100 + slot);
    }
    rows.add(0, 3, 2026, 7);

    Map<Key, Long> inRow = new HashMap<>();
    rows.tell(0, (slot, period, fen) -> inRow.put(new Key(0, slot, period), fen));
    assertThat(inRow).containsEntry(new Key(0, 3, 2026), 7L).doesNotContainKey(new Key(0, 3, 2025));
    assertThat(rows.count(0, 3, 2025)).isEqualTo(103);
  }

  @Test
  void siblingsCountEachItsOwnPeople() {
    PersonRows one = new PersonRows(2);
    one.add(0, 0, -5, 10); // spilled: a row has no place for it
    one.add(1, 0, -5, 20);
    PersonRows other = one.sibling();
    other.takeFrom(one, person -> person == 1);
    one.add(0, 0, -5, 1);
    other.add(1, 0, -5, 2);
    other.add(1, 0, 2025, 3);

    assertThat(other.count(1, 0, -5)).isEqualTo(22);
    one.takeFrom(other, person -> true);
    assertThat(one.count(0, 0, -5)).isEqualTo(11);
    assertThat(one.count(1, 0, -5)).isEqualTo(22);
    assertThat(one.count(1, 0, 2025)).isEqualTo(3);
  }

  private static long purseOf(int person, int purse) {
    return (person + 1L) * 1_000_000_000_000_00L + purse;
  }

  private static Map<Key, Long> told(PersonRows rows) {
    Map<Key, Long> told = new HashMap<>();
    Counters.Sorted spilled = rows.spilled();
    for (int person = 0; person < PEOPLE; person++) {
      int of = person;
      Counters.Each each =
          (slot, period, fen) -> {
            if (fen != 0) {
              assertThat(told.put(new Key(of, slot, period), fen)).isNull();
            }
          };
      rows.tell(person, each);
      spilled.of(person, each);
    }
    return told;
  }
}
