package cohealth.run;

import cohealth.comparison.PayerSums;
import cohealth.event.Activity;
import cohealth.event.Claim;
import cohealth.policy.PolicyBook;
import cohealth.settlement.ActivityResult;
import cohealth.settlement.Payments;
import cohealth.settlement.Settlement;
import cohealth.settlement.SettlementEngine;
import java.io.IOException;

/** One of several policies under which the same claims are settled: an engine and its sums. */
final class Lane {
  private final SettlementEngine engine;
  private Payments paid = new Payments(0, 0, 0, 0, 0, 0, 0);

  Lane(RunRequest request, RunInputs inputs, ClaimSurvey survey, PolicyBook book, BindingKeys keys)
      throws IOException {
    engine =
        new SettlementEngine(
            inputs.roster(),
            inputs.bindings(),
            book,
            CarriedOpening.of(request, inputs, survey, book, keys),
            inputs.state() != null,
            survey.reversed(),
            null,
            null);
  }

  void coming(int person) {
    engine.announce(person);
  }

  Settlement settle(Claim claim) {
    Settlement settlement = engine.settle(claim);
    paid = paid.plus(settlement.payments());
    return settlement;
  }

  ActivityResult apply(Activity activity) {
    return engine.apply(activity);
  }

  /** What each payer paid up to now. */
  PayerSums paid() {
    return PayerSums.of(paid);
  }
}
