package cohealth.settlement;

import cohealth.event.Activity;
import cohealth.event.Roster;
import cohealth.event.TimelinePlace;
import cohealth.ledger.Account;
import cohealth.ledger.Ledger;
import cohealth.ledger.Posting;
import cohealth.money.Fen;
import cohealth.money.Share;
import cohealth.person.Binding;
import cohealth.person.Person;
import cohealth.person.Purse;
import cohealth.policy.PolicyDocument.AccrualRow;
import cohealth.policy.PolicyVersion;
import cohealth.time.Moment;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens beside claims: each activity is accepted whole or refused whole with a reason, and a
 * refusal changes nothing (rules: section 7).
 */
final class Activities {
  private final Roster roster;
  private final Entitlements entitlements;
  private final Ledger ledger;
  private final Rollover rollover;
  private final PremiumPayment premiums;
  private final WalletTransfer transfers;

  Activities(
      Roster roster,
      Entitlements entitlements,
      Ledger ledger,
      Rollover rollover,
      PremiumPayment premiums,
      WalletTransfer transfers) {
    this.roster = roster;
    this.entitlements = entitlements;
    this.ledger = ledger;
    this.rollover = rollover;
    this.premiums = premiums;
    this.transfers = transfers;
  }

  /** The activity's outcome; its movements of money are added to {@code postings}. */
  ActivityResult apply(Activity activity, List<Posting> postings) {
    TimelinePlace place = TimelinePlace.of(activity);
    Person person = roster.at(activity.person(), place);
    int day = Moment.day(activity.moment());
    rollover.pass(person.index(), day);
    Outcome outcome;
    if (activity instanceof Activity.Credit credit) {
      outcome = credit(credit, person, day, postings);
    } else if (activity instanceof Activity.Premium premium) {
      outcome = premiums.pay(premium, person, place, postings);
    } else if (activity instanceof Activity.Transfer transfer) {
      outcome = transfers.make(transfer, person, place, postings);
    } else {
      outcome = new Outcome("", 0, List.of()); // the roster knows all changes
    }
    long balance = ledger.balanceFen(person.index());
    return new ActivityResult(
        activity, outcome.reason(), outcome.amountFen(), outcome.payers(), balance);
  }

  /** What an activity did, or why it was refused. */
  record Outcome(String reason, long amountFen, List<FamilyDraw> payers) {
    static Outcome refused(String reason) {
      return new Outcome(reason, 0, List.of());
    }

    static Outcome refused(Refusal reason) {
      return refused(reason.name());
    }
  }

  private Outcome credit(Activity.Credit credit, Person person, int day, List<Posting> postings) {
    long amount = credit.amountFen() == Fen.NONE ? accruedFen(person, day) : credit.amountFen();
    if (amount == Fen.NONE) {
      return Outcome.refused(Refusal.NO_RULE);
    }
    ledger.credit(person.index(), credit.purse(), amount);
    postings.add(posting(ledger, Account.CREDIT, person.index(), credit.purse(), amount));
    return new Outcome("", amount, List.of());
  }

  private long accruedFen(Person person, int day) {
    PolicyVersion version = entitlements.version(person, day);
    AccrualRow row = version == null ? null : version.accrual(person, day);
    if (version == null || row == null) {
      return Fen.NONE;
    }
    if (row.amountFen() != Fen.NONE) {
      return row.amountFen();
    }
    if (person.contributionBaseFen() == Fen.NONE) {
      return Fen.NONE;
    }
    Share share = new Share();
    share.add(person.contributionBaseFen(), row.basisPoints());
    return share.roundedFen(version.rounding());
  }

  /** Takes money from a payer's shareable purses, prior-year money first. */
  static void take(Ledger ledger, Account account, int payer, long fen, List<Posting> postings) {
    long left = fen;
    for (Purse purse : List.of(Purse.PRIOR, Purse.CURRENT)) {
      long part = Math.min(left, ledger.balanceFen(payer, purse));
      if (part > 0) {
        ledger.draw(payer, purse, part);
        postings.add(posting(ledger, account, payer, purse, -part));
        left -= part;
      }
    }
  }

  /** A movement that has just been made. */
  static Posting posting(Ledger ledger, Account account, int holder, Purse purse, long fen) {
    return new Posting(account, holder, purse, "", null, fen, ledger.balanceFen(holder, purse));
  }

  /** What several payers give of an amount, in order; empty when they do not hold it together. */
  static List<FamilyDraw> shares(
      List<Binding> working, PayerMoney money, TimelinePlace place, long fen) {
    List<FamilyDraw> draws = new ArrayList<>();
    long left = fen;
    for (Binding binding : working) {
      long most =
          Math.min(
              money.shareableFen(binding.payer(), place, 0),
              money.authorisedFen(binding, place, 0));
      long part = Math.min(left, most);
      draws.add(new FamilyDraw(binding.payer(), part));
      left -= part;
    }
    return left == 0 ? draws : List.of();
  }
}
