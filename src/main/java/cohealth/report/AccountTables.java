package cohealth.report;

import cohealth.money.BasisPoints;
import cohealth.money.Fen;
import cohealth.policy.PolicyDocument.AccrualRow;
import cohealth.policy.PolicyDocument.Hours;
import cohealth.policy.PolicyDocument.LatePayment;
import cohealth.policy.PolicyDocument.Premium;
import cohealth.policy.PolicyDocument.Version;
import cohealth.policy.PolicyDocument.Wallet;
import cohealth.time.Day;
import java.util.ArrayList;
import java.util.List;

/** What happens to accounts beside bills: monthly credits, premiums, transfers. */
final class AccountTables {
  private final Version version;
  private final PolicyWords words;
  private final PolicyPage page;

  AccountTables(Version version, PolicyWords words, PolicyPage page) {
    this.version = version;
    this.words = words;
    this.page = page;
  }

  void tell() {
    if (!version.accrual().isEmpty()) {
      page.part(words.get("accrual"));
      List<List<String>> rows = new ArrayList<>();
      version.accrual().forEach(row -> rows.add(accrual(row)));
      page.table(columns("who", "credit", "source"), rows);
    }
    if (!version.premiums().isEmpty()) {
      page.part(words.get("premium"));
      List<List<String>> rows = new ArrayList<>();
      version.premiums().forEach(row -> rows.add(premium(row)));
      page.table(columns("planYear", "amount", "premium", "source"), rows);
    }
    Wallet wallet = version.wallet();
    List<String> limits = limits(wallet);
    if (!limits.isEmpty()) {
      page.part(words.sourced(words.get("wallet", words.conditions(limits)), wallet.source()));
    }
  }

  private List<String> accrual(AccrualRow row) {
    List<String> who = new ArrayList<>();
    if (!row.groups().isEmpty()) {
      who.add(words.get("when.group", words.join(row.groups())));
    }
    if (!row.categories().isEmpty()) {
      who.add(words.all(row.categories()));
    }
    String credit =
        row.amountFen() == Fen.NONE
            ? words.get("credit.rate", BasisPoints.percent(row.basisPoints()))
            : Fen.text(row.amountFen());
    return List.of(words.conditions(who), credit, PolicyWords.source(row.source()));
  }

  private List<String> premium(Premium row) {
    List<String> when = new ArrayList<>();
    when.add(words.get("premium.window", words.days(row.window().from(), row.window().to())));
    LatePayment late = row.late();
    if (late != null) {
      String days = words.days(Day.OPEN_START, late.to());
      String amount = Fen.text(late.amountFen());
      when.add(
          late.waitingMonths() == 0
              ? words.get("premium.lateAtOnce", days, amount)
              : words.get("premium.late", days, amount, late.waitingMonths()));
    }
    when.add(words.get("premium.plan", words.days(row.plan().from(), row.plan().to())));
    return List.of(
        Integer.toString(row.planYear()),
        Fen.text(row.amountFen()),
        words.conditions(when),
        PolicyWords.source(row.source()));
  }

  private List<String> limits(Wallet wallet) {
    List<String> limits = new ArrayList<>();
    if (wallet.maxAmountFen() != Long.MAX_VALUE) {
      limits.add(words.get("wallet.amount", Fen.text(wallet.maxAmountFen())));
    }
    if (wallet.maxPerDay() != Integer.MAX_VALUE) {
      limits.add(words.get("wallet.perDay", wallet.maxPerDay()));
    }
    Hours hours = wallet.forbidden();
    if (hours != null) {
      limits.add(words.get("wallet.hours", time(hours.fromMinute()), time(hours.toMinute())));
    }
    return limits;
  }

  private static String time(int minute) {
    return twoDigits(minute / 60) + ":" + twoDigits(minute % 60);
  }

  private static String twoDigits(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  private List<String> columns(String... keys) {
    return List.of(keys).stream().map(key -> words.get("column." + key)).toList();
  }
}
