package cohealth.settlement;

import cohealth.event.Activity;
import cohealth.event.Roster;
import cohealth.event.TimelinePlace;
import cohealth.ledger.Account;
import cohealth.ledger.Ledger;
import cohealth.ledger.Posting;
import cohealth.person.Person;
import cohealth.person.Purse;
import cohealth.policy.PolicyDocument.Hours;
import cohealth.policy.PolicyDocument.Wallet;
import cohealth.policy.PolicyVersion;
import cohealth.settlement.Activities.Outcome;
import cohealth.time.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money from a payer's shareable purses into a relative's wallet (医保钱包), also across regions
 * (rules: section 7).
 */
record WalletTransfer(
    Roster roster,
    Entitlements entitlements,
    BindingChoice.Finder finder,
    PayerMoney money,
    Ledger ledger) {

  Outcome make(
      Activity.Transfer transfer, Person person, TimelinePlace place, List<Posting> postings) {
    int day = Moment.day(transfer.moment());
    int payer = transfer.payer();
    PolicyVersion version = entitlements.version(person, day);
    BindingChoice choice = finder.ofPayer(person.index(), payer, version, place, true);
    if (!choice.reason().isEmpty()) {
      return Outcome.refused(choice.reason());
    }
    if (!person.walletOpened() || !roster.at(payer, place).walletOpened()) {
      return Outcome.refused(Refusal.WALLET_NOT_OPEN);
    }
    Wallet rule = money.version(payer, place).written().wallet();
    if (transfer.amountFen() > rule.maxAmountFen()) {
      return Outcome.refused(Refusal.AMOUNT_LIMIT);
    }
    if (ledger.transfersOn(payer, day) >= rule.maxPerDay()) {
      return Outcome.refused(Refusal.COUNT_LIMIT);
    }
    if (transfer.timeWritten() && isForbidden(rule.forbidden(), transfer.moment())) {
      return Outcome.refused(Refusal.FORBIDDEN_HOUR);
    }
    if (money.shareableFen(payer, place, 0) < transfer.amountFen()) {
      return Outcome.refused(Refusal.INSUFFICIENT);
    }
    Activities.take(ledger, Account.TRANSFER, payer, transfer.amountFen(), postings);
    ledger.credit(person.index(), Purse.WALLET, transfer.amountFen());
    ledger.countTransfer(payer, day);
    postings.add(
        Activities.posting(
            ledger, Account.TRANSFER, person.index(), Purse.WALLET, transfer.amountFen()));
    return new Outcome(
        "", transfer.amountFen(), List.of(new FamilyDraw(payer, transfer.amountFen())));
  }

  private static boolean isForbidden(@Nullable Hours hours, long moment) {
    if (hours == null) {
      return false;
    }
    int second = (int) (moment - Moment.startOf(Moment.day(moment)));
    boolean afterStart = second >= hours.fromMinute() * 60;
    boolean beforeEnd = second < hours.toMinute() * 60;
    return hours.fromMinute() < hours.toMinute()
        ? afterStart && beforeEnd
        : afterStart || beforeEnd;
  }
}
