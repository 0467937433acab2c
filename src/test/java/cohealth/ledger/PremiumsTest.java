package cohealth.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.ledger.Carried.PaidPremium;
import cohealth.time.Day;
import org.junit.jupiter.api.Test;

/** For whom premiums were paid, and on which days they insure. */
class PremiumsTest {
  private static final PaidPremium FIRST = new PaidPremium(2024, 100, 199, 110);
  private static final PaidPremium NEXT = new PaidPremium(2025, 200, 299, 200);

  private static Premiums premiums(int... people) {
    Premiums premiums = new Premiums();
    for (int person : people) {
      premiums.add(person, FIRST);
      premiums.add(person, NEXT);
    }
    return premiums;
  }

  @Test
  void aPremiumInsuresFromItsFirstToItsLastDay() {
    Premiums premiums = premiums(3);
    assertThat(premiums.benefitsFrom(3, 99)).isEqualTo(Day.UNKNOWN);
    assertThat(premiums.benefitsFrom(3, 100)).isEqualTo(110);
    assertThat(premiums.benefitsFrom(3, 199)).isEqualTo(110);
    assertThat(premiums.benefitsFrom(3, 200)).isEqualTo(200);
    assertThat(premiums.benefitsFrom(3, 299)).isEqualTo(200);
    assertThat(premiums.benefitsFrom(3, 300)).isEqualTo(Day.UNKNOWN);
    assertThat(premiums.benefitsFrom(4, 200)).isEqualTo(Day.UNKNOWN);
  }

  @Test
  void aPlanYearIsPaidForOnePerson() {
    Premiums premiums = premiums(3);
    assertThat(premiums.isPaid(3, 2024)).isTrue();
    assertThat(premiums.isPaid(3, 2026)).isFalse();
    assertThat(premiums.isPaid(4, 2024)).isFalse();
    assertThat(premiums.of(3)).containsExactly(FIRST, NEXT);
    assertThat(premiums.of(4)).isEmpty();
  }

  @Test
  void theirsMoveToAnotherLedgerAndTheOthersStay() {
    Premiums from = premiums(0, 1, 2, 5);
    Premiums to = premiums(7);
    to.takeFrom(from, person -> person == 0 || person == 2);
    for (int person : new int[] {0, 2, 7}) {
      assertThat(to.of(person)).as("%s", person).containsExactly(FIRST, NEXT);
      assertThat(from.of(person)).as("%s", person).isEmpty();
      assertThat(from.benefitsFrom(person, 150)).as("%s", person).isEqualTo(Day.UNKNOWN);
    }
    for (int person : new int[] {1, 5}) {
      assertThat(from.of(person)).as("%s", person).containsExactly(FIRST, NEXT);
      assertThat(to.of(person)).as("%s", person).isEmpty();
    }
  }
}
