package cohealth.run;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.event.TimelinePlace;
import cohealth.money.Fen;
import cohealth.person.Binding;
import cohealth.person.Bindings;
import cohealth.person.Families;
import cohealth.person.Insured;
import cohealth.person.People;
import cohealth.person.Person;
import cohealth.person.Relation;
import cohealth.time.Day;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlocksTest {
  /** 0 helps 1, 1 helps 2: one family; 3 lives alone. */
  private final Blocks blocks = new Blocks(families());

  @Test
  void nobodyIsBlockedAtFirst() {
    assertThat(blocksClaim(0, 100, 5)).isFalse();
  }

  @Test
  void laterClaimsOfTheFamilyAreBlocked() {
    refuseClaim(2, 100, 5);
    assertThat(blocksClaim(0, 101, 9)).isTrue();
    assertThat(blocksClaim(1, 101, 1)).as("later in time, earlier in the file").isTrue();
    assertThat(blocksClaim(0, 99, 9)).isFalse();
    assertThat(blocksClaim(3, 101, 9)).as("another family").isFalse();
  }

  @Test
  void atEqualTimesTheOrderOfTheRowsCounts() {
    refuseClaim(0, 100, 5);
    assertThat(blocksClaim(0, 100, 4)).isFalse();
    assertThat(blocksClaim(0, 100, 6)).isTrue();
  }

  @Test
  void theEarliestRefusedRowCounts() {
    refuseClaim(0, 100, 5);
    refuseClaim(2, 50, 8);
    refuseClaim(1, 100, 2);
    refuseClaim(1, 50, 9);
    assertThat(blocksClaim(1, 50, 7)).isFalse();
    assertThat(blocksClaim(1, 50, 9)).isTrue();
    assertThat(blocksClaim(1, 51, 0)).isTrue();
  }

  @Test
  void anUnreadableTimeBlocksAll() {
    blocks.refuse(0, Blocks.EVERYTHING, 9);
    assertThat(blocksClaim(2, Long.MIN_VALUE + 1, 0)).isTrue();
    assertThat(blocks.blocks(1, new TimelinePlace(-5, 0), 0)).isTrue();
    assertThat(blocksClaim(3, 0, 0)).isFalse();
  }

  @Test
  void activitiesComeBeforeClaimsOfTheirMoment() {
    blocks.refuse(0, new TimelinePlace(100, 3), 3);
    assertThat(blocksClaim(0, 100, 0)).isTrue();
    assertThat(blocks.blocks(0, new TimelinePlace(100, 2), 2)).isFalse();
    assertThat(blocks.blocks(0, new TimelinePlace(100, 4), 4)).isTrue();

    refuseClaim(3, 100, 0);
    assertThat(blocks.blocks(3, new TimelinePlace(100, 9), 9)).isFalse();
    assertThat(blocks.blocks(3, new TimelinePlace(101, 9), 9)).isTrue();
  }

  private void refuseClaim(int person, long moment, int row) {
    blocks.refuse(person, TimelinePlace.ofClaim(moment), row);
  }

  private boolean blocksClaim(int person, long moment, int row) {
    return blocks.blocks(person, TimelinePlace.ofClaim(moment), row);
  }

  private static Families families() {
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      people.add(
          new Person(
              i,
              "P" + i,
              "H",
              null,
              Day.UNKNOWN,
              Relation.SELF,
              Insured.NOTHING,
              0,
              0,
              0,
              0,
              Fen.NONE,
              true,
              i + 2));
    }
    return new Families(
        new People(people),
        new Bindings(List.of(binding(0, 0, 1), binding(1, 1, 2)), people.size()),
        List.of());
  }

  private static Binding binding(int index, int payer, int beneficiary) {
    return new Binding(
        index,
        payer,
        beneficiary,
        Relation.CHILD,
        1,
        Fen.NONE,
        false,
        true,
        Day.OPEN_START,
        Day.OPEN_START,
        Day.OPEN_END,
        false);
  }
}
