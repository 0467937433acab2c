package cohealth.io;

import cohealth.event.Component;
import cohealth.event.Cover;
import cohealth.person.Purse;
import cohealth.policy.PolicyDocument.CashStep;
import cohealth.policy.PolicyDocument.FamilyStep;
import cohealth.policy.PolicyDocument.LimitRow;
import cohealth.policy.PolicyDocument.OwnStep;
import cohealth.policy.PolicyDocument.PoolStep;
import cohealth.policy.PolicyDocument.RateRow;
import cohealth.policy.PolicyDocument.Selector;
import cohealth.policy.PolicyDocument.Step;
import cohealth.policy.PolicyDocument.SupplementStep;
import cohealth.time.PeriodKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the payers of the chain. */
final class PolicyChainPart {
  private static final List<Purse> PURSES = Arrays.asList(Purse.values());
  private static final List<Component> COMPONENTS = Arrays.asList(Component.values());
  private static final List<String> PAYERS = List.of("pool", "own", "supplement", "family", "cash");

  private static final List<Step> DEFAULT =
      List.of(
          new PoolStep(null),
          new OwnStep(PURSES, Cover.IN_SCOPE, null),
          new FamilyStep(Cover.IN_SCOPE, null),
          new CashStep());

  private final PolicyScope scope;
  private final PolicyReading reading;
  private final PolicyValues values;
  private final PolicyRowPart rows;
  private final PolicyNames supplements;

  PolicyChainPart(PolicyScope scope) {
    this.scope = scope;
    this.reading = scope.reading();
    this.values = scope.values();
    this.rows = new PolicyRowPart(scope);
    this.supplements = new PolicyNames(reading, ProblemCode.POLICY_DUPLICATE_NAME);
    PAYERS.forEach(supplements::know);
  }

  /** The reform model: what holds when a version has no chain. */
  static List<Step> byDefault() {
    return DEFAULT;
  }

  /** The payers in their order. */
  List<Step> read(PolicyNode list) {
    List<Step> chain = new ArrayList<>();
    for (PolicyNode node : values.list(list, each -> each)) {
      chain.add(step(node));
    }
    if (list.kind() == PolicyNode.Kind.LIST) {
      checkOrder(list);
    }
    return List.copyOf(chain);
  }

  private static String payer(PolicyNode step) {
    PolicyNode payer = step.get("payer");
    return payer == null ? "" : payer.text();
  }

  private void checkOrder(PolicyNode list) {
    List<String> payers = list.items().stream().map(PolicyChainPart::payer).toList();
    long pools = payers.stream().filter("pool"::equals).count();
    if (pools != 1) {
      reading.report(ProblemCode.POLICY_POOLS, list.place(), Long.toString(pools));
    }
    if (payers.indexOf("cash") != payers.size() - 1 || payers.isEmpty()) {
      reading.report(ProblemCode.POLICY_CASH_LAST, list.place());
    }
  }

  private Step step(PolicyNode node) {
    return switch (payer(node)) {
      case "pool" -> new PoolStep(scope.source(scope.fields(node, "payer", "source")));
      case "own" -> own(scope.fields(node, "payer", "purses", "covers", "source"));
      case "supplement" -> supplement(node);
      case "family" -> {
        PolicyFields fields = scope.fields(node, "payer", "covers", "source");
        yield new FamilyStep(covers(fields), scope.source(fields));
      }
      case "cash" -> {
        scope.fields(node, "payer");
        yield new CashStep();
      }
      default -> {
        unknownPayer(node);
        yield new CashStep();
      }
    };
  }

  private void unknownPayer(PolicyNode node) {
    if (values.is(node, PolicyNode.Kind.OBJECT)) {
      PolicyNode payer = node.get("payer");
      if (payer == null) {
        reading.report(ProblemCode.POLICY_MISSING_KEY, node.place(), "payer");
      } else if (values.is(payer, PolicyNode.Kind.TEXT)) {
        values.notAmong(payer, PAYERS);
      }
    }
  }

  private OwnStep own(PolicyFields fields) {
    return new OwnStep(
        fields.optional("purses", PURSES, this::purses), covers(fields), scope.source(fields));
  }

  private List<Purse> purses(PolicyNode node) {
    if (node.kind() == PolicyNode.Kind.LIST && node.items().isEmpty()) {
      reading.report(ProblemCode.POLICY_EMPTY_LIST, node.place());
    }
    return values.differentItems(node, value -> values.oneOf(PURSES, value));
  }

  private SupplementStep supplement(PolicyNode node) {
    PolicyFields fields =
        scope.fields(
            node, "payer", "name", "covers", "rates", "limits", "period", "accumulator", "source");
    String name = fields.required("name", "", values::name);
    PolicyNode nameNode = fields.node("name");
    if (nameNode != null && PAYERS.contains(name)) {
      reading.report(ProblemCode.POLICY_RESERVED_NAME, nameNode.place(), name);
    } else if (nameNode != null && nameNode.kind() == PolicyNode.Kind.TEXT) {
      supplements.declare(name, nameNode.place());
    }
    String accumulator =
        rows.accumulator(fields, "supplement/" + name, PolicyCounters.Kind.SUPPLEMENT);
    return new SupplementStep(
        name,
        fields.required("covers", Cover.IN_SCOPE, this::cover),
        fields.required(
            "rates",
            List.of(),
            value ->
                rows.reachable(value, values.filledList(value, this::rate), RateRow::selector)),
        fields.optional(
            "limits",
            List.of(),
            value ->
                rows.reachable(
                    value, values.list(value, row -> limit(row, accumulator)), LimitRow::selector)),
        fields.optional("period", PeriodKind.YEAR, rows::period),
        scope.source(fields));
  }

  private RateRow rate(PolicyNode node) {
    PolicyFields fields = scope.fields(node, "group", "rate", "source");
    return new RateRow(groups(fields), rows.wholeRate(fields), scope.source(fields));
  }

  private LimitRow limit(PolicyNode node, String accumulator) {
    PolicyFields fields = scope.fields(node, "group", "limit", "source");
    return new LimitRow(
        groups(fields),
        fields.required("limit", 0L, values::money),
        accumulator,
        scope.source(fields));
  }

  private Selector groups(PolicyFields fields) {
    return new Selector(
        fields.optional(
            "group", List.of(), value -> values.oneOrMany(value, scope.groups()::refer)),
        List.of(),
        List.of());
  }

  private Cover covers(PolicyFields fields) {
    return fields.optional("covers", Cover.IN_SCOPE, this::cover);
  }

  private Cover cover(PolicyNode node) {
    if (node.kind() == PolicyNode.Kind.TEXT) {
      if (node.text().equals("all")) {
        return Cover.ALL;
      }
      if (!node.text().equals("in_scope")) {
        reading.report(ProblemCode.POLICY_BAD_COVER, node.place(), node.text());
      }
      return Cover.IN_SCOPE;
    }
    if (node.kind() == PolicyNode.Kind.LIST && node.items().isEmpty()) {
      reading.report(ProblemCode.POLICY_EMPTY_LIST, node.place());
    }
    return Cover.of(values.differentItems(node, value -> values.oneOf(COMPONENTS, value)));
  }
}
