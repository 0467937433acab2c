package cohealth.settlement;

import cohealth.event.Claim;
import cohealth.event.Component;
import cohealth.event.Cover;
import cohealth.event.TimelinePlace;
import cohealth.ledger.Account;
import cohealth.ledger.Ledger;
import cohealth.ledger.Posting;
import cohealth.money.Fen;
import cohealth.person.Binding;
import cohealth.person.Person;
import cohealth.person.Purse;
import cohealth.policy.BenefitCell;
import cohealth.policy.BenefitCell.Counter;
import cohealth.policy.PolicyVersion;
import cohealth.time.Moment;
import cohealth.time.YearStart;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One claim on its way through the chain: the bill, who has paid so far, and why not more. */
final class Turn {
  final Claim claim;
  final Person patient;
  final Entitlement entitlement;
  final int day;
  final TimelinePlace place;
  final int benefitYear;
  final ClaimPeriods periods;
  final Bill bill;

  private final Ledger ledger;
  private final @Nullable List<Posting> postings;
  private final @Nullable List<Step> steps;
  private final long[] paid = new long[Account.values().length];
  private final long[] ownByPurse = new long[Purse.values().length];
  private final List<FamilyDraw> draws = new ArrayList<>(2);
  private final List<BindingDraw> bindingDraws = new ArrayList<>(2);
  private long reasons;
  private @Nullable LimitsLeft limits;
  private Split split = Split.NONE;
  private List<Integer> rates = List.of();

  Turn(
      Claim claim,
      Person patient,
      Entitlement entitlement,
      int benefitYear,
      int visit,
      Ledger ledger,
      @Nullable List<Posting> postings,
      @Nullable List<Step> steps) {
    this.claim = claim;
    this.patient = patient;
    this.entitlement = entitlement;
    this.day = Moment.day(claim.moment());
    this.place = TimelinePlace.ofClaim(claim.moment());
    this.benefitYear = benefitYear;
    PolicyVersion version = entitlement.version();
    this.periods =
        new ClaimPeriods(
            day, version == null ? YearStart.JANUARY : version.policy().benefitYear(), visit);
    this.ledger = ledger;
    this.postings = postings;
    this.steps = steps;
    this.bill = new Bill(claim);
    this.reasons = entitlement.reasons().bits();
  }

  /** Whether somebody wants the steps of this claim. */
  boolean isTold() {
    return steps != null;
  }

  /** Tells a step; asked for with {@link #isTold} before. */
  void tell(Step step) {
    if (steps != null) {
      steps.add(step);
    }
  }

  /** An accumulator that a step has moved by an amount. */
  Step.Counter counter(Counter counter, long limitFen, long movedFen) {
    int period = period(counter);
    long after = ledger.accumulatedFen(patient.index(), counter.slot(), period);
    return new Step.Counter(counter.slot(), period, limitFen, after - movedFen, after);
  }

  void note(Reason reason) {
    reasons |= reason.bit();
  }

  void splitInto(Split parts, List<Integer> appliedRates) {
    split = parts;
    rates = appliedRates;
  }

  /** The pool opened: these are the limits that it asks. */
  void asksLimits(BenefitCell cell, long deductibleAmountFen) {
    limits = LimitsLeft.of(patient.index(), cell, deductibleAmountFen, periods);
  }

  /** The limits that the pool asked, or null when it did not open. */
  @Nullable LimitsLeft limits() {
    return limits;
  }

  /** The number of the counter's period that holds this claim. */
  int period(Counter counter) {
    return periods.of(counter);
  }

  /** A fund pays a part of a component. */
  void payFromFund(Account account, String fund, Component component, long fen) {
    bill.take(component, fen);
    paid[account.ordinal()] += fen;
    if (postings != null && fen != 0) {
      postings.add(new Posting(account, -1, null, fund, component, -fen, Fen.NONE));
    }
  }

  /**
   * A purse pays covered components in their order, as far as it and {@code mostFen} reach.
   *
   * @return what it paid
   */
  long payFromPurse(Account account, int holder, Purse purse, Cover cover, long mostFen) {
    long available = Math.min(mostFen, ledger.balanceFen(holder, purse));
    long drawn = 0;
    for (Component component : Bill.components()) {
      if (drawn == available) {
        break;
      }
      long part = cover.has(component) ? bill.leftFen(component) : 0;
      part = Math.min(part, available - drawn);
      if (part > 0) {
        bill.take(component, part);
        drawn += part;
        post(account, holder, purse, component, part, drawn);
      }
    }
    if (drawn > 0) {
      ledger.draw(holder, purse, drawn);
      paid[account.ordinal()] += drawn;
      if (account == Account.OWN) {
        ownByPurse[purse.ordinal()] += drawn;
      }
    }
    return drawn;
  }

  /** What was drawn through one binding at one stage of the chain. */
  private record BindingDraw(int binding, long fen) {}

  /**
   * What this claim has drawn through the binding so far: a chain may have several family stages.
   */
  long drawnThroughFen(Binding binding) {
    long sum = 0;
    for (BindingDraw draw : bindingDraws) {
      sum += draw.binding() == binding.index() ? draw.fen() : 0;
    }
    return sum;
  }

  /** What this claim has drawn from the payer so far. */
  long drawnFromFen(int payer) {
    long sum = 0;
    for (FamilyDraw draw : draws) {
      sum += draw.payer() == payer ? draw.amountFen() : 0;
    }
    return sum;
  }

  /** Notes what a family member paid; several draws of one payer are told as one. */
  void addFamilyDraw(Binding binding, long fen) {
    bindingDraws.add(new BindingDraw(binding.index(), fen));
    int payer = binding.payer();
    for (int i = 0; i < draws.size(); i++) {
      if (draws.get(i).payer() == payer) {
        draws.set(i, new FamilyDraw(payer, draws.get(i).amountFen() + fen));
        return;
      }
    }
    draws.add(new FamilyDraw(payer, fen));
  }

  /** What a purse of the patient holds. */
  long heldFen(Purse purse) {
    return ledger.balanceFen(patient.index(), purse);
  }

  /** Cash takes the rest. */
  void payRestInCash() {
    if (isTold()) {
      tell(new Step.CashPaid(left()));
    }
    for (Component component : Bill.components()) {
      long rest = bill.leftFen(component);
      if (rest != 0) {
        bill.take(component, rest);
        paid[Account.CASH.ordinal()] += rest;
        if (postings != null) {
          postings.add(
              new Posting(Account.CASH, patient.index(), null, "", component, -rest, Fen.NONE));
        }
      }
    }
  }

  private List<Step.Left> left() {
    return Bill.components().stream()
        .filter(component -> bill.leftFen(component) != 0)
        .map(component -> new Step.Left(component, bill.leftFen(component)))
        .toList();
  }

  Settlement settled(Status status) {
    PolicyVersion version = entitlement.ends() ? null : entitlement.version();
    return new Settlement(
        claim.ordinal(),
        claim.person(),
        claim.moment(),
        benefitYear,
        status,
        claim.totalFen(),
        claim.eligibleFen(),
        claim.firstSelfPayFen(),
        claim.overLimitFen(),
        claim.selfFundedFen(),
        split,
        payments().checked(claim.totalFen()),
        List.copyOf(draws),
        limits == null ? Fen.NONE : limits.deductibleFen(ledger),
        limits == null ? Fen.NONE : limits.capFen(ledger),
        ledger.balanceFen(patient.index()),
        new Reasons(reasons),
        version,
        entitlement.group(),
        entitlement.band(),
        entitlement.benefit(),
        rates,
        claim.type(),
        claim.level());
  }

  private Payments payments() {
    return new Payments(
        paid[Account.POOL.ordinal()],
        paid[Account.SUPPLEMENT.ordinal()],
        ownByPurse[Purse.PRIOR.ordinal()],
        ownByPurse[Purse.CURRENT.ordinal()],
        ownByPurse[Purse.WALLET.ordinal()],
        paid[Account.FAMILY.ordinal()],
        paid[Account.CASH.ordinal()]);
  }

  private void post(
      Account account, int holder, Purse purse, Component component, long fen, long drawn) {
    if (postings != null) {
      long after = ledger.balanceFen(holder, purse) - drawn;
      postings.add(new Posting(account, holder, purse, "", component, -fen, after));
    }
  }
}
