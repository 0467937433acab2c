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
import cohealth.person.Purse;
import cohealth.policy.BenefitCell;
import cohealth.policy.BenefitCell.Counter;
import cohealth.policy.PolicyVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One claim on its way through the chain: the bill, who has paid so far, and why not more. */
final class Turn {
  final Claim claim;
  final int person;
  final int day;
  final Entitlement entitlement;
  final ClaimPeriods periods;
  final Bill bill;

  private final Ledger ledger;
  private final @Nullable List<Posting> postings;
  private final @Nullable List<Step> steps;
  private final long[] paid;
  private final long[] ownByPurse;
  private @Nullable List<FamilyDraw> draws;
  private @Nullable List<BindingDraw> bindingDraws;
  private @Nullable TimelinePlace place;
  private long reasons;
  private @Nullable BenefitCell openCell;
  private long deductibleAmountFen;
  private Split split = Split.NONE;
  private long reachedFen;
  private List<Integer> rates = List.of();

  /** The numbers of one claim, used again for the next one of the same engine. */
  static final class Sums {
    private final Bill bill = new Bill();
    private final long[] paid = new long[Account.values().length];
    private final long[] ownByPurse = new long[Purse.values().length];
  }

  Turn(
      Claim claim,
      int day,
      Entitlement entitlement,
      ClaimPeriods periods,
      Sums sums,
      Ledger ledger,
      @Nullable List<Posting> postings,
      @Nullable List<Step> steps) {
    this.claim = claim;
    this.person = claim.person();
    this.day = day;
    this.entitlement = entitlement;
    this.periods = periods;
    this.ledger = ledger;
    this.postings = postings;
    this.steps = steps;
    this.bill = sums.bill;
    this.paid = sums.paid;
    this.ownByPurse = sums.ownByPurse;
    this.reasons = entitlement.reasons().bits();
    bill.begin(claim);
    Arrays.fill(paid, 0);
    Arrays.fill(ownByPurse, 0);
  }

  /** The claim's place on the timeline. */
  TimelinePlace place() {
    TimelinePlace known = place;
    if (known == null) {
      known = TimelinePlace.ofClaim(claim.moment());
      place = known;
    }
    return known;
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
    long after = ledger.accumulatedFen(person, counter.slot(), period);
    return new Step.Counter(counter.slot(), period, limitFen, after - movedFen, after);
  }

  void note(Reason reason) {
    reasons |= reason.bit();
  }

  /** Notes several reasons, by their {@link Reason#bit() bits}. */
  void note(long reasonBits) {
    reasons |= reasonBits;
  }

  /** The pool split what reached it of the eligible amount. */
  void splitInto(long eligibleFen, Split parts, List<Integer> appliedRates) {
    reachedFen = eligibleFen;
    split = parts;
    rates = appliedRates;
  }

  /** The pool opened: it asks the limits of the cell. */
  void asksLimits(BenefitCell cell, long amountFen) {
    openCell = cell;
    deductibleAmountFen = amountFen;
  }

  /** The limits that the pool asked, or null when it did not open. */
  @Nullable LimitsLeft limits() {
    return openCell == null ? null : LimitsLeft.of(person, openCell, deductibleAmountFen, periods);
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
    for (int open = bill.open(cover); open != 0 && drawn < available; open &= open - 1) {
      Component component = Bill.first(open);
      long part = Math.min(bill.leftFen(component), available - drawn);
      bill.take(component, part);
      drawn += part;
      post(account, holder, purse, component, part, drawn);
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
    for (BindingDraw draw : bindingDraws == null ? List.<BindingDraw>of() : bindingDraws) {
      sum += draw.binding() == binding.index() ? draw.fen() : 0;
    }
    return sum;
  }

  /** What this claim has drawn from the payer so far. */
  long drawnFromFen(int payer) {
    long sum = 0;
    for (FamilyDraw draw : draws == null ? List.<FamilyDraw>of() : draws) {
      sum += draw.payer() == payer ? draw.amountFen() : 0;
    }
    return sum;
  }

  /** Notes what was drawn through a binding that has an authorised amount. */
  void addBindingDraw(Binding binding, long fen) {
    if (bindingDraws == null) {
      bindingDraws = new ArrayList<>(2);
    }
    bindingDraws.add(new BindingDraw(binding.index(), fen));
  }

  /** Notes what a family member paid; several draws of one payer are told as one. */
  void addFamilyDraw(int payer, long fen) {
    FamilyDraw draw = new FamilyDraw(payer, fen);
    if (draws == null) {
      draws = List.of(draw);
      return;
    }
    List<FamilyDraw> all = new ArrayList<>(draws);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).payer() == payer) {
        all.set(i, new FamilyDraw(payer, all.get(i).amountFen() + fen));
        draws = List.copyOf(all);
        return;
      }
    }
    all.add(draw);
    draws = List.copyOf(all);
  }

  /** Of the eligible amount, what reached the pool. */
  long reachedFen() {
    return reachedFen;
  }

  /** What a purse of the patient holds. */
  long heldFen(Purse purse) {
    return ledger.balanceFen(person, purse);
  }

  /** Cash takes the rest. */
  void payRestInCash() {
    if (isTold()) {
      tell(new Step.CashPaid(left()));
    }
    for (int open = bill.open(Cover.ALL); open != 0; open &= open - 1) {
      Component component = Bill.first(open);
      long rest = bill.leftFen(component);
      bill.take(component, rest);
      paid[Account.CASH.ordinal()] += rest;
      if (postings != null) {
        postings.add(new Posting(Account.CASH, person, null, "", component, -rest, Fen.NONE));
      }
    }
  }

  private List<Step.Left> left() {
    List<Step.Left> left = new ArrayList<>();
    for (int open = bill.open(Cover.ALL); open != 0; open &= open - 1) {
      Component component = Bill.first(open);
      left.add(new Step.Left(component, bill.leftFen(component)));
    }
    return List.copyOf(left);
  }

  Settlement settled(Status status) {
    PolicyVersion version = entitlement.ends() ? null : entitlement.version();
    return new Settlement(
        claim.ordinal(),
        claim.person(),
        claim.moment(),
        periods.benefitYear(),
        status,
        claim.totalFen(),
        claim.eligibleFen(),
        claim.firstSelfPayFen(),
        claim.overLimitFen(),
        claim.selfFundedFen(),
        split,
        payments(),
        draws == null ? List.of() : draws,
        openCell == null
            ? Fen.NONE
            : LimitsLeft.deductibleFen(person, openCell, deductibleAmountFen, periods, ledger),
        openCell == null ? Fen.NONE : LimitsLeft.capFen(person, openCell, periods, ledger),
        ledger.balanceFen(person),
        reasons == entitlement.reasons().bits() ? entitlement.reasons() : new Reasons(reasons),
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
