package cohealth.settlement;

import cohealth.event.Activity;
import cohealth.event.TimelinePlace;
import cohealth.ledger.Account;
import cohealth.ledger.Carried;
import cohealth.ledger.Ledger;
import cohealth.ledger.Posting;
import cohealth.money.Fen;
import cohealth.person.Binding;
import cohealth.person.Insurance;
import cohealth.person.Person;
import cohealth.policy.PolicyDocument.LatePayment;
import cohealth.policy.PolicyDocument.Premium;
import cohealth.policy.PolicyVersion;
import cohealth.settlement.Activities.Outcome;
import cohealth.time.Day;
import cohealth.time.Moment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resident's premium, paid from employees' accounts (个账代缴): only account money, never the pool
 * (rules: section 7).
 */
record PremiumPayment(
    Entitlements entitlements, BindingChoice.Finder finder, PayerMoney money, Ledger ledger) {

  Outcome pay(
      Activity.Premium premium, Person person, TimelinePlace place, List<Posting> postings) {
    int day = Moment.day(premium.moment());
    PolicyVersion version = entitlements.version(person, day);
    BindingChoice choice =
        premium.family()
            ? finder.ofFamily(person.index(), version, place)
            : finder.ofPayer(person.index(), premium.payer(), version, place, false);
    if (!choice.reason().isEmpty()) {
      return Outcome.refused(choice.reason());
    }
    if (person.insurance() != Insurance.RESIDENT) {
      return Outcome.refused(Refusal.NOT_RESIDENT);
    }
    if (ledger.isPremiumPaid(person.index(), premium.planYear())) {
      return Outcome.refused(Refusal.ALREADY_PAID);
    }
    Premium rule = entitlements.premium(person, premium.planYear());
    Due due = rule == null ? null : due(rule, day);
    if (rule == null || due == null) {
      return Outcome.refused(Refusal.OUT_OF_WINDOW);
    }
    if (premium.amountFen() != Fen.NONE && premium.amountFen() != due.amountFen()) {
      return Outcome.refused(Refusal.WRONG_AMOUNT);
    }
    return draw(premium, rule, due, choice.working(), place, postings);
  }

  /** What is to be paid on a day, and from when it gives benefits. */
  private record Due(long amountFen, int benefitsFrom) {}

  private static @Nullable Due due(Premium rule, int day) {
    if (day < rule.window().from()) {
      return null;
    }
    if (day <= rule.window().to()) {
      return new Due(rule.amountFen(), rule.plan().from());
    }
    LatePayment late = rule.late();
    return late == null || day > late.to()
        ? null
        : new Due(late.amountFen(), Day.of(Day.date(day).plusMonths(late.waitingMonths())));
  }

  private Outcome draw(
      Activity.Premium premium,
      Premium rule,
      Due due,
      List<Binding> working,
      TimelinePlace place,
      List<Posting> postings) {
    List<FamilyDraw> shares = Activities.shares(working, money, place, due.amountFen());
    if (shares.isEmpty()) {
      return Outcome.refused(Refusal.INSUFFICIENT);
    }
    List<FamilyDraw> drawn = new ArrayList<>();
    for (int i = 0; i < working.size(); i++) {
      FamilyDraw share = shares.get(i);
      if (share.amountFen() > 0) {
        Activities.take(ledger, Account.PREMIUM, share.payer(), share.amountFen(), postings);
        money.use(working.get(i), place, share.amountFen());
        drawn.add(share);
      }
    }
    ledger.payPremium(
        premium.person(),
        new Carried.PaidPremium(
            premium.planYear(), rule.plan().from(), rule.plan().to(), due.benefitsFrom()));
    return new Outcome("", due.amountFen(), List.copyOf(drawn));
  }
}
