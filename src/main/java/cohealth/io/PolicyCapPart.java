package cohealth.io;

import cohealth.policy.PolicyDocument.Cap;
import cohealth.policy.PolicyDocument.LimitRow;
import cohealth.time.PeriodKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the caps of one benefit. */
final class PolicyCapPart {
  private static final String PAYMENT = "payment";
  private static final String EXPENSE = "expense";

  /** Names whose default accumulators are those of other parts of a benefit. */
  private static final Set<String> RESERVED = Set.of("deductible", "ceiling", "tiers");

  private final PolicyScope scope;
  private final PolicyReading reading;
  private final PolicyValues values;
  private final PolicyRowPart rows;
  private final String benefit;

  PolicyCapPart(PolicyScope scope, String benefit) {
    this.scope = scope;
    this.reading = scope.reading();
    this.values = scope.values();
    this.rows = new PolicyRowPart(scope);
    this.benefit = benefit;
  }

  /** The caps in their order. */
  List<Cap> read(PolicyNode list) {
    PolicyNames names = new PolicyNames(reading, ProblemCode.POLICY_DUPLICATE_NAME);
    Map<String, String> counters = new HashMap<>();
    return values.list(list, node -> cap(node, names, counters));
  }

  private Cap cap(PolicyNode node, PolicyNames names, Map<String, String> counters) {
    PolicyFields fields =
        scope.fields(node, "name", "on", "period", "accumulator", "countsDeductible", "limits");
    String name = scope.declare(fields, names);
    PolicyNode nameNode = fields.node("name");
    if (nameNode != null && RESERVED.contains(name)) {
      reading.report(ProblemCode.POLICY_RESERVED_NAME, nameNode.place(), name);
    }
    boolean onPayment = fields.required("on", true, this::onPayment);
    PeriodKind period = fields.required("period", PeriodKind.YEAR, rows::period);
    boolean countsDeductible = fields.optional("countsDeductible", false, values::yesOrNo);
    PolicyNode counts = fields.node("countsDeductible");
    if (counts != null && countsDeductible && onPayment && fields.has("on")) {
      reading.report(ProblemCode.POLICY_COUNTS_DEDUCTIBLE, counts.place());
    }
    String accumulator = fields.optional("accumulator", benefit + "/" + name, values::accumulator);
    List<LimitRow> limits =
        fields.required(
            "limits",
            List.of(),
            value ->
                rows.reachable(
                    value,
                    values.filledList(value, row -> limit(row, accumulator, onPayment)),
                    LimitRow::selector));
    checkCounters(fields, limits, period, onPayment, counters);
    return new Cap(name, onPayment, period, countsDeductible, limits);
  }

  private boolean onPayment(PolicyNode node) {
    if (values.is(node, PolicyNode.Kind.TEXT)
        && !node.text().equals(PAYMENT)
        && !node.text().equals(EXPENSE)) {
      values.notAmong(node, List.of(PAYMENT, EXPENSE));
    }
    return !node.text().equals(EXPENSE);
  }

  private LimitRow limit(PolicyNode node, String byDefault, boolean onPayment) {
    PolicyFields fields =
        scope.fields(node, "group", "band", "disease", "limit", "accumulator", "source");
    return new LimitRow(
        rows.selector(fields),
        fields.required("limit", 0L, values::money),
        rows.accumulator(
            fields,
            byDefault,
            onPayment ? PolicyCounters.Kind.PAYMENT : PolicyCounters.Kind.EXPENSE),
        scope.source(fields));
  }

  /** One claim would move a counter twice when two caps of its benefit had the same one. */
  private void checkCounters(
      PolicyFields cap,
      List<LimitRow> limits,
      PeriodKind period,
      boolean onPayment,
      Map<String, String> counters) {
    PolicyNode name = cap.node("name");
    String own = name == null ? "" : name.text();
    List<String> mine = new ArrayList<>();
    for (LimitRow limit : limits) {
      if (!mine.contains(limit.accumulator())) {
        mine.add(limit.accumulator());
      }
    }
    for (String accumulator : mine) {
      String counter = accumulator + ' ' + period + ' ' + onPayment; // names have no blank
      String other = counters.putIfAbsent(counter, own);
      if (other != null && !other.equals(own)) {
        reading.report(ProblemCode.POLICY_CAPS_SHARE, cap.place(), own, other, accumulator);
      }
    }
  }
}
