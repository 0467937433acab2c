package cohealth.settlement;

import cohealth.ledger.Ledger;
import cohealth.money.Fen;
import cohealth.policy.BenefitCell;
import cohealth.policy.BenefitCell.Deductible;
import cohealth.policy.BenefitCell.Limit;
import java.util.List;

/**
 * What the limits that were asked for one claim have left, now or after a later reversal, in the
 * claim's own periods.
 *
 * @param deductibleAmountFen the deductible's amount for the claim's visit
 */
record LimitsLeft(int person, BenefitCell cell, long deductibleAmountFen, ClaimPeriods periods) {
  /** The least of what the period and the yearly ceiling have left; NONE when there is neither. */
  long deductibleFen(Ledger ledger) {
    Deductible deductible = cell.deductible();
    if (deductible == null) {
      return Fen.NONE;
    }
    long left = left(ledger, new Limit(deductible.counter(), deductibleAmountFen, true));
    Limit ceiling = deductible.ceiling();
    return ceiling == null ? left : Math.min(left, left(ledger, ceiling));
  }

  /** The least that the payment caps have left, without any the expense caps; NONE without both. */
  long capFen(Ledger ledger) {
    List<Limit> caps = cell.paymentCaps().isEmpty() ? cell.expenseCaps() : cell.paymentCaps();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < caps.size(); i++) {
      least = Math.min(least, left(ledger, caps.get(i)));
    }
    return caps.isEmpty() ? Fen.NONE : least;
  }

  private long left(Ledger ledger, Limit limit) {
    int period = periods.of(limit.counter());
    long used = ledger.accumulatedFen(person, limit.counter().slot(), period);
    return Math.max(0, limit.limitFen() - used);
  }
}
