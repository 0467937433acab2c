package cohealth.settlement;

import cohealth.event.Component;
import cohealth.ledger.Account;
import cohealth.ledger.Ledger;
import cohealth.money.Share;
import cohealth.policy.BenefitCell.Limit;
import cohealth.policy.ChainRule;
import cohealth.policy.PolicyVersion;
import org.jspecify.annotations.Nullable;

/**
 * A named fund beside the pool: a rate of all covered components together, rounded once, up to its
 * own limit (rules: section 3).
 */
record SupplementPayer(
    ChainRule.Supplement rule, PolicyVersion version, String fund, Ledger ledger, Controls controls)
    implements Payer {
  SupplementPayer(
      ChainRule.Supplement rule, PolicyVersion version, Ledger ledger, Controls controls) {
    this(rule, version, version.policy().document().id() + "/" + rule.name(), ledger, controls);
  }

  @Override
  public void pay(Turn turn) {
    long covered = turn.bill.leftFen(rule.cover());
    int group = turn.entitlement.group();
    Share share = new Share();
    share.add(covered, rule.rate(group));
    long payment = cutToLimit(turn, rule.limit(group), share.roundedFen(version.rounding()));
    if (turn.isTold()) {
      Limit limit = rule.limit(group);
      turn.tell(
          new Step.Supplemented(
              rule.name(),
              covered,
              rule.rate(group),
              limit == null ? null : turn.counter(limit.counter(), limit.limitFen(), payment),
              payment));
    }
    long rest = payment;
    for (int open = turn.bill.open(rule.cover()); open != 0 && rest > 0; open &= open - 1) {
      Component component = Bill.first(open);
      long part = Math.min(rest, turn.bill.leftFen(component));
      turn.payFromFund(Account.SUPPLEMENT, fund, component, part);
      rest -= part;
    }
  }

  private long cutToLimit(Turn turn, @Nullable Limit limit, long rounded) {
    if (limit == null) {
      return rounded;
    }
    int person = turn.person;
    int slot = limit.counter().slot();
    int period = turn.period(limit.counter());
    long room = Math.max(0, limit.limitFen() - ledger.accumulatedFen(person, slot, period));
    long payment = Math.min(rounded, room);
    controls.counts(payment);
    ledger.accumulate(person, slot, period, payment, limit.limitFen());
    return payment;
  }
}
