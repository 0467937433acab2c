package cohealth.settlement;

import cohealth.ledger.Account;
import cohealth.person.Purse;
import cohealth.policy.ChainRule;
import java.util.List;

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
    List<Purse> purses = rule.purses();
    for (int i = 0; i < purses.size(); i++) {
      Purse purse = purses.get(i);
      long wanted = turn.isTold() ? turn.bill.leftFen(rule.cover()) : 0;
      long paid = turn.payFromPurse(Account.OWN, turn.person, purse, rule.cover(), Long.MAX_VALUE);
      if (turn.isTold()) {
        turn.tell(new Step.OwnDrawn(purse, turn.heldFen(purse) + paid, wanted, paid));
      }
    }
  }
}
