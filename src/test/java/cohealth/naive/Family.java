package cohealth.naive;

import cohealth.naive.Policies.Rules;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Section 6 for one claim: whether the family pays, who does, and what. */
final class Family {
  private final Settled settled;
  private final Person patient;
  private final LocalDate day;
  private final Rules rules;
  private final WorkingBindings bindings;
  private final History history;
  private final Reach reach;

  Family(
      Settled settled,
      Rules rules,
      Policies policies,
      Bindings bindings,
      History history,
      Reach reach) {
    this.settled = settled;
    this.patient = settled.claim.patient();
    this.day = settled.claim.date();
    this.rules = rules;
    this.bindings = new WorkingBindings(patient, day, policies, bindings, history, reach);
    this.history = history;
    this.reach = reach;
  }

  /** Whether the purses that the patient's policy names are empty. */
  boolean ownIsEmpty() {
    JsonNode first = rules.binding().path("ownEmptyFirst");
    boolean empty = true;
    for (Purse purse : Purse.values()) {
      boolean named = first.isMissingNode() || Policies.contains(first.path("purses"), word(purse));
      empty &= !named || history.balance(patient, purse) == 0;
    }
    if (!empty) {
      reach.hit("own purses not empty first");
    } else if (history.balance(patient) > 0) {
      reach.hit("own purses not empty, and need not be");
    }
    return empty;
  }

  private static String word(Purse purse) {
    return switch (purse) {
      case PRIOR -> "prior";
      case CURRENT -> "current";
      case WALLET -> "wallet";
    };
  }

  /** The working bindings draw in order; the others leave their reasons. */
  void pay(Bill bill, Set<Bill.Component> covers) {
    List<Binding> working = new ArrayList<>();
    for (Binding binding : bindings.all()) {
      String reason = bindings.refusal(binding);
      if (reason.isEmpty()) {
        working.add(binding);
      } else {
        settled.reasons.add(reason);
      }
    }
    List<Binding> ordered = bindings.ordered(working);
    if (bill.left(covers) > 0 && working.size() > 1) {
      reach.hit("order " + bindings.by());
      if (!ordered.equals(WorkingBindings.configured(working))) {
        reach.hit("order " + bindings.by() + " not as configured");
      }
    }
    for (Binding binding : ordered) {
      draw(binding, bill, covers);
    }
  }

  private void draw(Binding binding, Bill bill, Set<Bill.Component> covers) {
    long need = bill.left(covers);
    if (need == 0) {
      return;
    }
    Person payer = binding.payer();
    long available = bindings.shareable(payer);
    long limitLeft = bindings.limitLeft(binding, settled.draws);
    long amount = Math.min(need, Math.min(available, limitLeft));
    if (amount < need) {
      if (limitLeft == amount) {
        settled.reasons.add("LIMIT_REACHED");
        reach.hit("binding limit per " + (binding.limitPerClaim() ? "claim" : "year"));
      }
      if (available == amount) {
        settled.reasons.add("EMPTY");
        reach.hit(history.balance(payer) > amount ? "payer empty but for the rest" : "payer empty");
      }
    }
    if (amount > 0) {
      Draw draw = bindings.draw(binding, amount);
      bill.take(covers, amount);
      settled.draws.add(draw);
      history.draw(settled, draw);
      if (reach.isCounting()) {
        reachedDraw(draw);
      }
    }
  }

  private void reachedDraw(Draw draw) {
    Binding binding = draw.binding();
    if (binding.relation().equals("other")) {
      reach.hit("family of another relation");
    }
    if (!binding.limit().isEmpty()
        && !binding.limitPerClaim()
        && history.usedInAnotherYear(binding, draw.accountYear())) {
      reach.hit("binding limit anew in another year");
    }
    if (draw.prior() > 0 && draw.current() > 0) {
      reach.hit("family from prior, then current");
    }
    if (!bindings.sharesCurrent(binding.payer())) {
      reach.hit("family from prior alone");
    }
    if (settled.draws.size() > 1) {
      reach.hit("family of several payers");
    }
    Person beneficiary = binding.beneficiary();
    int confirmAge = bindings.confirmAge(binding.payer());
    if (!binding.confirmedBy(day)) {
      reach.hit("family for one too young to confirm");
    } else if (day.equals(binding.confirmedOn())) {
      reach.hit("family on the day of confirmation");
    }
    if (beneficiary.birth() == null) {
      reach.hit("family without a birth date");
    } else if (beneficiary.age(day) == confirmAge
        && beneficiary.age(day.minusDays(1)) < confirmAge) {
      reach.hit("family on the day that the age of confirmation is reached");
    }
    if (day.equals(binding.validTo())) {
      reach.hit("family on the last day");
    }
  }
}
