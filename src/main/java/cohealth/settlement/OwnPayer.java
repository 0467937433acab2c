package cohealth.settlement;

import cohealth.ledger.Account;
import cohealth.person.Purse;
import cohealth.policy.ChainRule;

/** The patient's purses, each down to zero (rules: section 3). */
record OwnPayer(ChainRule.Own rule) implements Payer {
  @Override
  public void pay(Turn turn) {
    if (!turn.claim.useAccount()) {
      if (turn.isTold()) {
        turn.tell(new Step.OwnSkipped());
      }
      return;
    }
    for (Purse purse : rule.purses()) {
      long wanted = turn.isTold() ? turn.bill.leftFen(rule.cover()) : 0;
      long paid =
          turn.payFromPurse(Account.OWN, turn.patient.index(), purse, rule.cover(), Long.MAX_VALUE);
      if (turn.isTold()) {
        turn.tell(new Step.OwnDrawn(purse, turn.heldFen(purse) + paid, wanted, paid));
      }
    }
  }
}
