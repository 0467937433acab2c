package cohealth.io;

import cohealth.money.Fen;
import cohealth.policy.PolicyDocument.AmountRow;
import cohealth.policy.PolicyDocument.Benefit;
import cohealth.policy.PolicyDocument.Cap;
import cohealth.policy.PolicyDocument.Ceiling;
import cohealth.policy.PolicyDocument.Deductible;
import cohealth.policy.PolicyDocument.RateRow;
import cohealth.policy.PolicyDocument.Selector;
import cohealth.policy.PolicyDocument.TierBasis;
import cohealth.policy.PolicyDocument.TierMeasure;
import cohealth.policy.PolicyDocument.When;
import cohealth.time.PeriodKind;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a benefit: its conditions, deductible and rates; caps are read by {@link PolicyCapPart}.
 */
final class PolicyBenefitPart {
  /** Default accumulators of supplements begin like those of a benefit of this name would. */
  private static final String RESERVED = "supplement";

  private static final When ALWAYS = new When(List.of(), List.of(), List.of(), List.of(), null);
  private static final List<TierMeasure> MEASURES = Arrays.asList(TierMeasure.values());

  private final PolicyScope scope;
  private final PolicyValues values;
  private final PolicyRowPart rows;

  PolicyBenefitPart(PolicyScope scope) {
    this.scope = scope;
    this.values = scope.values();
    this.rows = new PolicyRowPart(scope);
  }

  /** The benefit with its accumulators' default names. */
  Benefit read(PolicyNode node) {
    PolicyFields fields =
        scope.fields(
            node,
            "name",
            "title",
            "when",
            "needsApproval",
            "deductible",
            "rates",
            "tierBasis",
            "caps");
    String name = scope.declare(fields, scope.benefits());
    PolicyNode nameNode = fields.node("name");
    if (nameNode != null && name.equals(RESERVED)) {
      scope.reading().report(ProblemCode.POLICY_RESERVED_NAME, nameNode.place(), name);
    }
    List<RateRow> rates =
        fields.required(
            "rates",
            List.of(),
            value ->
                rows.reachable(
                    value, values.filledList(value, rows::benefitRate), RateRow::selector));
    checkTierBasis(fields);
    PolicyCapPart caps = new PolicyCapPart(scope, name);
    return new Benefit(
        name,
        fields.maybe("title", values::bothLanguages),
        fields.optional("when", ALWAYS, this::when),
        fields.optional("needsApproval", false, values::yesOrNo),
        fields.maybe("deductible", value -> deductible(value, name)),
        rates,
        fields.maybe("tierBasis", value -> tierBasis(value, name)),
        fields.optional("caps", List.<Cap>of(), caps::read));
  }

  private When when(PolicyNode node) {
    PolicyFields fields = scope.fields(node, "type", "disease", "group", "band", "selected");
    Selector selector = rows.selector(fields);
    return new When(
        fields.optional("type", List.of(), value -> values.oneOrMany(value, scope.types()::refer)),
        selector.diseases(),
        selector.groups(),
        selector.bands(),
        fields.maybe("selected", values::yesOrNo));
  }

  private Deductible deductible(PolicyNode node, String benefit) {
    PolicyFields fields = scope.fields(node, "period", "accumulator", "amounts", "ceiling");
    PeriodKind period = fields.required("period", PeriodKind.YEAR, rows::period);
    String accumulator =
        fields.optional("accumulator", benefit + "/deductible", values::accumulator);
    return new Deductible(
        period,
        fields.required(
            "amounts",
            List.of(),
            value -> amounts(value, accumulator, PolicyCounters.Kind.DEDUCTIBLE)),
        fields.maybe("ceiling", value -> ceiling(value, benefit)));
  }

  private Ceiling ceiling(PolicyNode node, String benefit) {
    PolicyFields fields = scope.fields(node, "accumulator", "amounts");
    String accumulator = fields.optional("accumulator", benefit + "/ceiling", values::accumulator);
    return new Ceiling(
        fields.required(
            "amounts",
            List.of(),
            value -> amounts(value, accumulator, PolicyCounters.Kind.CEILING)));
  }

  private List<AmountRow> amounts(PolicyNode list, String byDefault, PolicyCounters.Kind kind) {
    return rows.reachable(
        list, values.filledList(list, row -> amount(row, byDefault, kind)), AmountRow::selector);
  }

  private AmountRow amount(PolicyNode node, String byDefault, PolicyCounters.Kind kind) {
    PolicyFields fields =
        kind == PolicyCounters.Kind.DEDUCTIBLE
            ? scope.fields(
                node, "group", "band", "disease", "amount", "later", "accumulator", "source")
            : scope.fields(node, "group", "band", "disease", "amount", "accumulator", "source");
    return new AmountRow(
        rows.selector(fields),
        fields.required("amount", 0L, values::money),
        kind == PolicyCounters.Kind.DEDUCTIBLE
            ? fields.optional("later", Fen.NONE, values::money)
            : Fen.NONE,
        rows.accumulator(fields, byDefault, kind),
        scope.source(fields));
  }

  private void checkTierBasis(PolicyFields benefit) {
    PolicyNode rates = benefit.node("rates");
    if (rates == null || benefit.has("tierBasis")) {
      return;
    }
    for (PolicyNode row : rates.items()) {
      PolicyNode tiers = row.get("tiers");
      if (tiers != null) {
        scope.reading().report(ProblemCode.POLICY_NO_TIER_BASIS, tiers.place());
        return;
      }
    }
  }

  private @Nullable TierBasis tierBasis(PolicyNode node, String benefit) {
    PolicyFields fields = scope.fields(node, "on", "period", "accumulator", "source");
    TierMeasure measure =
        fields.required("on", TierMeasure.ELIGIBLE, value -> values.oneOf(MEASURES, value));
    return new TierBasis(
        measure,
        fields.optional("period", PeriodKind.YEAR, rows::period),
        rows.accumulator(fields, benefit + "/tiers", PolicyCounters.Kind.of(measure)),
        scope.source(fields));
  }
}
