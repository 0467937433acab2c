package cohealth.io;

import cohealth.money.Fen;
import cohealth.policy.PolicyDocument.AccrualRow;
import cohealth.policy.PolicyDocument.Days;
import cohealth.policy.PolicyDocument.Hours;
import cohealth.policy.PolicyDocument.LatePayment;
import cohealth.policy.PolicyDocument.Premium;
import cohealth.policy.PolicyDocument.Wallet;
import cohealth.time.Day;
import java.util.List;
import java.util.Set;

/** Reads what happens to accounts beside bills: accrual, premiums, wallet transfers. */
final class PolicyAccountPart {
  private static final int NO_MINUTE = -1;

  /** What holds when a version says nothing of wallets. */
  static final Wallet NO_LIMITS = new Wallet(Long.MAX_VALUE, Integer.MAX_VALUE, null, null);

  private final PolicyScope scope;
  private final PolicyReading reading;
  private final PolicyValues values;

  PolicyAccountPart(PolicyScope scope) {
    this.scope = scope;
    this.reading = scope.reading();
    this.values = scope.values();
  }

  /** The rows of the monthly credit, in their order. */
  List<AccrualRow> accrual(PolicyNode list) {
    return new PolicyRowPart(scope)
        .reachableBy(
            list,
            values.filledList(list, this::accrualRow),
            row -> List.of(row.groups(), row.categories()));
  }

  private AccrualRow accrualRow(PolicyNode node) {
    PolicyFields fields = scope.fields(node, "group", "category", "rate", "amount", "source");
    if (fields.isReadable() && fields.has("rate") == fields.has("amount")) {
      reading.report(ProblemCode.POLICY_RATE_OR_AMOUNT, fields.place());
    }
    return new AccrualRow(
        fields.optional(
            "group", List.of(), value -> values.oneOrMany(value, scope.groups()::refer)),
        fields.optional("category", Set.of(), values::categories),
        fields.optional("rate", 0, values::rate),
        fields.optional("amount", Fen.NONE, values::money),
        scope.source(fields));
  }

  /** What residents pay for plan years; that no year stands twice is checked for the document. */
  List<Premium> premiums(PolicyNode list) {
    return values.filledList(list, this::premium);
  }

  private Premium premium(PolicyNode node) {
    PolicyFields fields =
        scope.fields(node, "planYear", "amount", "window", "late", "plan", "source");
    int year = fields.required("planYear", 0, values::year);
    long amount = fields.required("amount", 0L, values::money);
    Days window = fields.required("window", new Days(Day.UNKNOWN, Day.UNKNOWN), this::days);
    Days plan = fields.required("plan", new Days(Day.UNKNOWN, Day.UNKNOWN), this::days);
    LatePayment late = fields.maybe("late", value -> late(value, window, plan));
    return new Premium(year, amount, window, late, plan, scope.source(fields));
  }

  private Days days(PolicyNode node) {
    PolicyFields fields = scope.fields(node, "from", "to");
    int from = fields.required("from", Day.UNKNOWN, values::day);
    int to = fields.required("to", Day.UNKNOWN, values::day);
    reading.fromTo(fields.node("from"), from, fields.node("to"), to);
    return new Days(from, to);
  }

  private LatePayment late(PolicyNode node, Days window, Days plan) {
    PolicyFields fields = scope.fields(node, "amount", "to", "waitingMonths");
    int to = fields.optional("to", plan.to(), values::day);
    PolicyNode written = fields.node("to");
    PolicyPlace place = written == null ? node.place() : written.place();
    if (to != Day.UNKNOWN && window.to() != Day.UNKNOWN && to <= window.to()) {
      reading.report(ProblemCode.POLICY_LATE_IN_WINDOW, place, Day.text(to), Day.text(window.to()));
    }
    return new LatePayment(
        fields.required("amount", 0L, values::money),
        to,
        fields.required("waitingMonths", 0, values::whole));
  }

  /** The limits of transfers, with all defaults. */
  Wallet wallet(PolicyNode node) {
    PolicyFields fields = scope.fields(node, "transfer", "source");
    Wallet limits = fields.required("transfer", NO_LIMITS, this::transfer);
    return new Wallet(
        limits.maxAmountFen(), limits.maxPerDay(), limits.forbidden(), scope.source(fields));
  }

  private Wallet transfer(PolicyNode node) {
    PolicyFields fields = scope.fields(node, "maxAmount", "maxPerDay", "forbidden");
    return new Wallet(
        fields.optional("maxAmount", Long.MAX_VALUE, values::money),
        fields.optional("maxPerDay", Integer.MAX_VALUE, values::whole),
        fields.maybe("forbidden", this::hours),
        null);
  }

  private Hours hours(PolicyNode node) {
    PolicyFields fields = scope.fields(node, "from", "to");
    int from = fields.required("from", NO_MINUTE, values::minute);
    int to = fields.required("to", NO_MINUTE, values::minute);
    PolicyNode end = fields.node("to");
    if (end != null && from == to && from != NO_MINUTE) {
      reading.report(ProblemCode.POLICY_NO_HOURS, end.place(), end.text());
    }
    return new Hours(from, to);
  }
}
