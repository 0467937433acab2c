package cohealth.settlement;

import cohealth.event.Component;
import cohealth.ledger.Account;
import cohealth.ledger.Ledger;
import cohealth.policy.BenefitCell;
import cohealth.policy.BenefitCell.Counter;
import cohealth.policy.BenefitCell.Deductible;
import cohealth.policy.BenefitCell.Limit;
import cohealth.policy.PolicyDocument.TierMeasure;
import cohealth.policy.PolicyVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pooled fund: deductible, expense caps, rate, payment caps, in this order, on the eligible
 * amount that reached it (rules: section 5).
 */
record PoolPayer(
    @Nullable PolicyVersion version,
    Ledger ledger,
    Controls controls,
    RateStep.Rates rates,
    boolean countsVisits)
    implements Payer {
  @Override
  public void pay(Turn turn) {
    long reached = turn.bill.leftFen(Component.ELIGIBLE);
    BenefitCell cell = turn.entitlement.cell();
    if (version == null || cell == null || !turn.entitlement.poolOpen()) {
      turn.bill.move(Component.DENIED, reached);
      if (turn.isTold()) {
        turn.tell(new Step.Denied(reached));
      }
      turn.splitInto(reached, new Split(0, 0, 0, reached, 0), List.of());
      return;
    }
    long deductible = takeDeductible(turn, cell, reached);
    long passed = passExpenseCaps(turn, cell.expenseCaps(), reached - deductible, deductible);
    RateStep rate = RateStep.of(cell, turn, ledger, rates, deductible, passed, version.rounding());
    if (turn.isTold()) {
      turn.tell(rate.told(cell, reached, deductible, passed));
    }
    long payment = cutToPaymentCaps(turn, cell.paymentCaps(), rate.paymentFen());
    moveTierCounter(turn, cell, reached, passed, payment);

    long overCap = reached - deductible - passed + (rate.paymentFen() - payment);
    long copay = passed - rate.paymentFen();
    if (deductible > 0 && deductible == reached) {
      turn.note(Reason.DEDUCTIBLE_NOT_MET);
    }
    if (overCap > 0) {
      turn.note(Reason.CAP_REACHED);
    }
    turn.splitInto(reached, new Split(deductible, copay, overCap, 0, passed), rate.basisPoints());
    if (turn.isTold()) {
      turn.tell(new Step.PoolPaid(payment, copay, overCap));
    }
    turn.payFromFund(Account.POOL, version.policy().document().id(), Component.ELIGIBLE, payment);
    turn.bill.move(Component.DEDUCTIBLE, deductible);
    turn.bill.move(Component.COPAY, copay);
    turn.bill.move(Component.OVER_CAP, overCap);
  }

  private long takeDeductible(Turn turn, BenefitCell cell, long reached) {
    Deductible deductible = cell.deductible();
    if (deductible == null) {
      turn.asksLimits(cell, 0);
      if (turn.isTold()) {
        turn.tell(new Step.NoDeductible(reached));
      }
      return 0;
    }
    long amount = amountFen(deductible, turn);
    turn.asksLimits(cell, amount);
    Counter counter = deductible.counter();
    long due = Math.min(reached, room(turn, counter, amount));
    Limit ceiling = deductible.ceiling();
    if (ceiling != null) {
      due = Math.min(due, room(turn, ceiling));
      count(turn, ceiling, due);
    }
    count(turn, counter, due, amount);
    if (turn.isTold()) {
      turn.tell(
          new Step.Deducted(
              reached,
              turn.counter(counter, amount, due),
              ceiling == null ? null : turn.counter(ceiling.counter(), ceiling.limitFen(), due),
              amount != deductible.amountFen(),
              due));
    }
    return due;
  }

  /** The deductible's amount for the claim's visit: later visits of a year may have another. */
  private long amountFen(Deductible deductible, Turn turn) {
    if (!countsVisits) {
      return deductible.amountFen();
    }
    int person = turn.person;
    int slot = deductible.counter().slot();
    int visit = turn.periods.visit();
    boolean first = ledger.isFirstVisit(person, slot, turn.periods.benefitYear(), visit);
    ledger.countVisit(person, slot, turn.periods.benefitYear(), visit);
    return deductible.amountFen(first);
  }

  private long passExpenseCaps(Turn turn, List<Limit> caps, long rest, long deductible) {
    long passed = rest;
    for (int i = 0; i < caps.size(); i++) {
      Limit cap = caps.get(i);
      long room = room(turn, cap) - (cap.countsDeductible() ? deductible : 0);
      passed = Math.min(passed, Math.max(0, room));
    }
    for (int i = 0; i < caps.size(); i++) {
      Limit cap = caps.get(i);
      long countedDeductible = cap.countsDeductible() ? deductible : 0;
      long counted = Math.min(passed + countedDeductible, room(turn, cap));
      count(turn, cap, counted);
      if (turn.isTold()) {
        Step.Counter counter = turn.counter(cap.counter(), cap.limitFen(), counted);
        turn.tell(new Step.ExpenseCapped(i, counter, countedDeductible, rest, passed));
      }
    }
    return passed;
  }

  private long cutToPaymentCaps(Turn turn, List<Limit> caps, long rounded) {
    long payment = rounded;
    for (int i = 0; i < caps.size(); i++) {
      payment = Math.min(payment, room(turn, caps.get(i)));
    }
    for (int i = 0; i < caps.size(); i++) {
      Limit cap = caps.get(i);
      count(turn, cap, payment);
      if (turn.isTold()) {
        Step.Counter counter = turn.counter(cap.counter(), cap.limitFen(), payment);
        turn.tell(new Step.PaymentCapped(i, counter, rounded, payment));
      }
    }
    return payment;
  }

  private void moveTierCounter(
      Turn turn, BenefitCell cell, long reached, long passed, long payment) {
    BenefitCell.Rate rate = cell.rate();
    Counter counter = rate == null ? null : rate.counter();
    if (rate == null || counter == null) {
      return;
    }
    long moved =
        switch (rate.measure()) {
          case ELIGIBLE -> reached;
          case ENTERING -> passed;
          case PAID -> payment;
        };
    count(turn, counter, moved, Long.MAX_VALUE);
  }

  private long room(Turn turn, Limit limit) {
    return room(turn, limit.counter(), limit.limitFen());
  }

  private long room(Turn turn, Counter counter, long limitFen) {
    long used = ledger.accumulatedFen(turn.person, counter.slot(), turn.period(counter));
    return Math.max(0, limitFen - used);
  }

  private void count(Turn turn, Limit limit, long fen) {
    count(turn, limit.counter(), fen, limit.limitFen());
  }

  private void count(Turn turn, Counter counter, long fen, long limitFen) {
    controls.counts(fen);
    ledger.accumulate(turn.person, counter.slot(), turn.period(counter), fen, limitFen);
  }

  /** Where the tiers' counter stands when the rate step begins. */
  static long tierPositionFen(
      BenefitCell.Rate rate, Counter counter, Turn turn, Ledger ledger, long deductible) {
    long counted = ledger.accumulatedFen(turn.person, counter.slot(), turn.period(counter));
    // On the eligible basis the deductible part comes first on the scale.
    return rate.measure() == TierMeasure.ELIGIBLE ? counted + deductible : counted;
  }
}
