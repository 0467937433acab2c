package cohealth.settlement;

import cohealth.ledger.Ledger;
import cohealth.money.Fen;
import cohealth.policy.BenefitCell;
import cohealth.policy.BenefitCell.Counter;
import cohealth.policy.BenefitCell.Deductible;
import cohealth.policy.BenefitCell.Limit;
import java.util.ArrayList;
import java.util.List;

/**
 * The limits that were asked for one claim, in the claim's own periods, so that what they have left
 * can be told now or after a later reversal.
 *
 * @param deductibles the period's deductible and the yearly ceiling over it, as far as there are
 * @param caps the payment caps; of a benefit without any the expense caps
 */
public record LimitsLeft(int person, List<Asked> deductibles, List<Asked> caps) {
  /** One limit: the number of its accumulator and of its period. */
  public record Asked(int slot, int period, long limitFen) {
    /** What is left of it; nothing when more was counted than the limit is now. */
    long leftFen(Ledger ledger, int person) {
      return LimitsLeft.leftFen(ledger, person, slot, period, limitFen);
    }
  }

  /**
   * What the cell asks of a claim.
   *
   * @param deductibleAmountFen the deductible's amount for the claim's visit
   */
  static LimitsLeft of(
      int person, BenefitCell cell, long deductibleAmountFen, ClaimPeriods periods) {
    List<Asked> deductibles = new ArrayList<>(2);
    Deductible deductible = cell.deductible();
    if (deductible != null) {
      deductibles.add(asked(new Limit(deductible.counter(), deductibleAmountFen, true), periods));
      if (deductible.ceiling() != null) {
        deductibles.add(asked(deductible.ceiling(), periods));
      }
    }
    List<Limit> limits = caps(cell);
    List<Asked> caps = new ArrayList<>(limits.size());
    for (int i = 0; i < limits.size(); i++) {
      caps.add(asked(limits.get(i), periods));
    }
    return new LimitsLeft(person, deductibles, caps);
  }

  /** As {@link #deductibleFen(Ledger)} of what the cell asks of a claim. */
  static long deductibleFen(
      int person, BenefitCell cell, long deductibleAmountFen, ClaimPeriods periods, Ledger ledger) {
    Deductible deductible = cell.deductible();
    if (deductible == null) {
      return Fen.NONE;
    }
    Counter counter = deductible.counter();
    long left = leftFen(ledger, person, counter.slot(), periods.of(counter), deductibleAmountFen);
    Limit ceiling = deductible.ceiling();
    return ceiling == null ? left : Math.min(left, leftFen(ledger, person, ceiling, periods));
  }

  /** As {@link #capFen(Ledger)} of what the cell asks of a claim. */
  static long capFen(int person, BenefitCell cell, ClaimPeriods periods, Ledger ledger) {
    List<Limit> caps = caps(cell);
    long least = Long.MAX_VALUE;
    for (int i = 0; i < caps.size(); i++) {
      least = Math.min(least, leftFen(ledger, person, caps.get(i), periods));
    }
    return caps.isEmpty() ? Fen.NONE : least;
  }

  private static long leftFen(Ledger ledger, int person, Limit limit, ClaimPeriods periods) {
    Counter counter = limit.counter();
    return leftFen(ledger, person, counter.slot(), periods.of(counter), limit.limitFen());
  }

  /** The caps of a cell of which it is told what they have left. */
  private static List<Limit> caps(BenefitCell cell) {
    return cell.paymentCaps().isEmpty() ? cell.expenseCaps() : cell.paymentCaps();
  }

  /** What is left of a limit; nothing when more was counted than the limit is now. */
  private static long leftFen(Ledger ledger, int person, int slot, int period, long limitFen) {
    return Math.max(0, limitFen - ledger.accumulatedFen(person, slot, period));
  }

  private static Asked asked(Limit limit, ClaimPeriods periods) {
    return new Asked(limit.counter().slot(), periods.of(limit.counter()), limit.limitFen());
  }

  /** The least of what the period and the yearly ceiling have left; NONE when there is neither. */
  long deductibleFen(Ledger ledger) {
    return leastLeftFen(deductibles, ledger);
  }

  /** The least that the caps have left; NONE without any. */
  long capFen(Ledger ledger) {
    return leastLeftFen(caps, ledger);
  }

  private long leastLeftFen(List<Asked> limits, Ledger ledger) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < limits.size(); i++) {
      least = Math.min(least, limits.get(i).leftFen(ledger, person));
    }
    return limits.isEmpty() ? Fen.NONE : least;
  }
}
