package cohealth.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohealth.event.Vocabulary;
import cohealth.ledger.BrokenInvariant;
import cohealth.money.Fen;
import cohealth.settlement.Payments;
import cohealth.settlement.Reasons;
import cohealth.settlement.Settlement;
import cohealth.settlement.Split;
import cohealth.settlement.Status;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NationalAmountsTest {
  /** 100.00 = 80.00 + 10.00 + 6.00 + 4.00; funds 45.00, own 15.00, family 20.00, cash 20.00. */
  private static final Payments PAID = new Payments(4000, 500, 700, 600, 200, 2000, 2000);

  private static Settlement row(long totalFen, long eligibleFen, Payments paid) {
    return new Settlement(
        0,
        0,
        0,
        2025,
        Status.SETTLED,
        totalFen,
        eligibleFen,
        1000,
        600,
        400,
        new Split(1000, 2000, 500, 0, 6000),
        paid,
        List.of(),
        Fen.NONE,
        Fen.NONE,
        0,
        Reasons.NONE,
        null,
        Vocabulary.NONE,
        Vocabulary.NONE,
        Vocabulary.NONE,
        List.of(),
        0,
        0);
  }

  @ParameterizedTest
  @EnumSource(NationalProfile.class)
  void profilesReadTwoFieldsDifferently(NationalProfile profile) {
    NationalAmounts amounts = NationalAmounts.of(row(10_000, 8000, PAID), profile);
    boolean apart = profile.toString().startsWith("family-apart");
    boolean withAccount = profile.toString().endsWith("funds-with-account");
    assertThat(amounts.accountFen()).isEqualTo(apart ? 1500 : 3500);
    assertThat(amounts.familyFen()).isEqualTo(2000);
    assertThat(amounts.fundsFen()).isEqualTo(withAccount ? 8000 : 4500);
    assertThat(amounts.personFen()).isEqualTo(5500);
  }

  @ParameterizedTest
  @EnumSource(NationalProfile.class)
  void aBrokenIdentityStopsTheRun(NationalProfile profile) {
    assertBroken(row(10_000, 7999, PAID), profile);
    Payments less = new Payments(4000, 500, 700, 600, 200, 2000, 1999);
    assertBroken(row(10_000, 8000, less), profile);
  }

  private static void assertBroken(Settlement row, NationalProfile profile) {
    assertThatThrownBy(() -> NationalAmounts.of(row, profile))
        .isInstanceOf(BrokenInvariant.class)
        .hasMessage("NATIONAL_SUMS");
  }
}
