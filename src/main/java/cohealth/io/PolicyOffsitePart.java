package cohealth.io;

import cohealth.money.BasisPoints;
import cohealth.policy.PolicyDocument.Offsite;
import cohealth.policy.PolicyDocument.OffsiteEffect;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rules for unfiled care in another region. */
final class PolicyOffsitePart {
  private static final List<OffsiteEffect> EFFECTS = Arrays.asList(OffsiteEffect.values());
  private static final String SAME = "same";
  private static final String OTHER = "other";

  private record When(@Nullable Boolean sameProvince, List<String> types, List<String> benefits) {}

  private final PolicyScope scope;
  private final PolicyReading reading;
  private final PolicyValues values;

  PolicyOffsitePart(PolicyScope scope) {
    this.scope = scope;
    this.reading = scope.reading();
    this.values = scope.values();
  }

  /** The rules in their order. */
  List<Offsite> read(PolicyNode list) {
    return values.list(list, this::rule);
  }

  private Offsite rule(PolicyNode node) {
    PolicyFields fields =
        scope.fields(node, "when", "then", "points", "factor", "familyMoney", "source");
    When when = fields.optional("when", new When(null, List.of(), List.of()), this::when);
    OffsiteEffect effect =
        fields.required("then", OffsiteEffect.REDUCE, value -> values.oneOf(EFFECTS, value));
    PolicyNode then = fields.node("then");
    if (then != null && then.text().equals(PolicyValues.written(effect))) {
      checkReduction(fields, effect, then);
    }
    return new Offsite(
        when.sameProvince(),
        when.types(),
        when.benefits(),
        effect,
        fields.optional("points", 0, values::points),
        fields.optional("factor", BasisPoints.ONE, values::rate),
        fields.required("familyMoney", false, values::yesOrNo),
        scope.source(fields));
  }

  private void checkReduction(PolicyFields fields, OffsiteEffect effect, PolicyNode then) {
    if (effect == OffsiteEffect.REDUCE && !fields.has("points") && !fields.has("factor")) {
      reading.report(ProblemCode.POLICY_NO_REDUCTION, then.place());
    }
    for (String key : List.of("points", "factor")) {
      PolicyNode value = fields.node(key);
      if (effect != OffsiteEffect.REDUCE && value != null) {
        reading.report(ProblemCode.POLICY_IDLE_REDUCTION, value.place(), key, then.text());
      }
    }
  }

  private When when(PolicyNode node) {
    PolicyFields fields = scope.fields(node, "province", "type", "benefit");
    return new When(
        fields.maybe("province", this::sameProvince),
        fields.optional("type", List.of(), value -> values.oneOrMany(value, scope.types()::refer)),
        fields.optional(
            "benefit", List.of(), value -> values.oneOrMany(value, scope.benefits()::refer)));
  }

  private boolean sameProvince(PolicyNode node) {
    if (values.is(node, PolicyNode.Kind.TEXT)
        && !node.text().equals(SAME)
        && !node.text().equals(OTHER)) {
      values.notAmong(node, List.of(SAME, OTHER));
    }
    return node.text().equals(SAME);
  }
}
