package cohealth.naive;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.person.Purse;
import cohealth.policy.BenefitCell;
import cohealth.policy.ChainRule;
import cohealth.policy.OffsiteRule;
import cohealth.policy.PolicyDocument.TierMeasure;
import cohealth.policy.PolicyVersion;
import cohealth.settlement.Entitlement;
import cohealth.settlement.Explanation;
import cohealth.settlement.Step;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Whether an explanation of a settled claim has all the steps that its rules ask for. */
final class StepsTold {
  private static final Set<String> POOL_STEPS =
      Set.of(
          "Denied",
          "Deducted",
          "NoDeductible",
          "ExpenseCapped",
          "Rated",
          "PaymentCapped",
          "PoolPaid");

  private StepsTold() {}

  /** The pool tells each of its steps once, and each limit that it asked. */
  static void assertNoStepIsMissing(Explanation explanation, String claim) {
    Entitlement entitlement = Objects.requireNonNull(explanation.entitlement());
    BenefitCell cell = entitlement.cell();
    Map<String, Integer> told = new TreeMap<>();
    for (Step step : explanation.steps()) {
      told.merge(step.getClass().getSimpleName(), 1, Integer::sum);
      if (step instanceof Step.Rated rated && cell != null) {
        BenefitCell.Rate rate = Objects.requireNonNull(cell.rate());
        boolean tiers = rate.counter() != null && rate.tiers().size() > 1;
        assertThat(rated.measure()).as(claim).isEqualTo(tiers ? rate.measure() : null);
        boolean parts = rated.measure() != TierMeasure.PAID && rated.enteringFen() > 0;
        assertThat(rated.parts().isEmpty()).as(claim).isEqualTo(!parts && tiers);
      }
    }
    boolean ended = entitlement.ends();
    Map<String, Integer> expected = new TreeMap<>();
    if (!ended && entitlement.poolOpen() && cell != null) {
      expected.put(cell.deductible() == null ? "NoDeductible" : "Deducted", 1);
      expected.put("ExpenseCapped", cell.expenseCaps().size());
      expected.put("Rated", 1);
      expected.put("PaymentCapped", cell.paymentCaps().size());
      expected.put("PoolPaid", 1);
    } else if (!ended) {
      expected.put("Denied", 1);
    }
    told.keySet().retainAll(POOL_STEPS);
    expected.values().removeIf(count -> count == 0);
    assertThat(told).as(claim).isEqualTo(expected);
  }

  /** Each stage of the patient's own money and of the family tells what became of it. */
  static void assertNoStageIsMissing(Explanation explanation, String claim) {
    Entitlement entitlement = Objects.requireNonNull(explanation.entitlement());
    PolicyVersion version = entitlement.version();
    int families = version == null ? 1 : 0;
    int own = version == null ? 1 : 0;
    int purses = version == null ? Purse.values().length : 0;
    for (ChainRule rule : version == null ? List.<ChainRule>of() : version.chain()) {
      families += rule instanceof ChainRule.Family ? 1 : 0;
      if (rule instanceof ChainRule.Own stage) {
        own++;
        purses += stage.purses().size();
      }
    }
    boolean used = explanation.claim().useAccount();
    long kept = 0;
    int notUsed = 0;
    int drawn = 0;
    int skipped = 0;
    boolean asked = false;
    for (Step step : explanation.steps()) {
      notUsed += step instanceof Step.OwnSkipped ? 1 : 0;
      if (step instanceof Step.OwnDrawn purse) {
        drawn++;
        kept += purse.beforeFen() - purse.paymentFen();
      }
      skipped += step instanceof Step.FamilySkipped ? 1 : 0;
      if (step instanceof Step.FamilyDrawn family) {
        assertThat(family.wantedFen()).as(claim).isPositive();
        asked = true;
      }
      assertThat(asked || !(step instanceof Step.FamilyNotNeeded)).as(claim).isTrue();
    }
    boolean ended = entitlement.ends();
    assertThat(notUsed).as(claim).isEqualTo(ended || used ? 0 : own);
    assertThat(drawn).as(claim).isEqualTo(ended || !used ? 0 : purses);
    if (own == 1 && drawn == Purse.values().length) {
      assertThat(kept).as(claim).isEqualTo(explanation.settlement().ownBalanceFen());
    }
    if (explanation.steps().stream().noneMatch(StepsTold::isOfABinding)) {
      assertThat(skipped).as(claim).isEqualTo(ended ? 0 : families);
    }
  }

  private static boolean isOfABinding(Step step) {
    return step instanceof Step.BindingRefused
        || step instanceof Step.FamilyDrawn
        || step instanceof Step.FamilyNotNeeded;
  }

  /** Why no family member was asked: the first reason that holds, and the others do not. */
  static void assertSkippedForAReason(Explanation explanation, String claim) {
    OffsiteRule offsite = Objects.requireNonNull(explanation.entitlement()).offsite();
    boolean allowed = offsite == null || offsite.written().familyMoney();
    for (Step step : explanation.steps()) {
      if (step instanceof Step.FamilySkipped skipped) {
        boolean bound = !skipped.bindings().isEmpty();
        boolean used = explanation.claim().useAccount();
        assertThat(skipped.why())
            .as(claim)
            .satisfies(
                why -> {
                  switch (why) {
                    case NO_BINDINGS -> assertThat(bound).isFalse();
                    case ACCOUNT_NOT_USED -> assertThat(bound && !used).isTrue();
                    case OFFSITE -> assertThat(bound && used && !allowed).isTrue();
                    case NOTHING_LEFT, OWN_MONEY_LEFT ->
                        assertThat(bound && used && allowed).isTrue();
                  }
                });
      }
    }
  }
}
