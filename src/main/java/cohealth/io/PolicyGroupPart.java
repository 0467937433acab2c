package cohealth.io;

import cohealth.policy.PolicyDocument.Condition;
import cohealth.policy.PolicyDocument.Group;
import cohealth.policy.PolicyDocument.Text;
import cohealth.time.Day;
import java.util.List;
import java.util.Set;

/** Reads the groups of a version. */
final class PolicyGroupPart {
  private static final int ANY_AGE = -1;
  private static final Condition EVERYBODY =
      new Condition(
          Set.of(),
          ANY_AGE,
          ANY_AGE,
          Day.OPEN_START,
          Day.OPEN_END,
          Day.OPEN_START,
          Day.OPEN_END,
          List.of(),
          null);

  private final PolicyScope scope;
  private final PolicyValues values;

  PolicyGroupPart(PolicyScope scope) {
    this.scope = scope;
    this.values = scope.values();
  }

  /** The groups in their order. */
  List<Group> read(PolicyNode list) {
    List<Group> groups = values.filledList(list, this::group);
    for (int i = 0; i < groups.size() - 1; i++) {
      PolicyNode when = list.items().get(i).get("when");
      boolean everybody = when == null || when.fields().isEmpty();
      if (everybody && groups.get(i).when().equals(EVERYBODY)) {
        scope
            .reading()
            .report(
                ProblemCode.POLICY_GROUP_NEVER,
                list.items().get(i + 1).place(),
                groups.get(i).name(),
                Integer.toString(list.items().get(i).place().line()));
        break;
      }
    }
    return groups;
  }

  private Group group(PolicyNode node) {
    PolicyFields fields = scope.fields(node, "name", "title", "when", "source");
    return new Group(
        scope.declare(fields, scope.groups()),
        fields.required("title", new Text("", ""), values::bothLanguages),
        fields.optional("when", EVERYBODY, this::condition),
        scope.source(fields));
  }

  private Condition condition(PolicyNode node) {
    PolicyFields fields =
        scope.fields(
            node,
            "category",
            "ageFrom",
            "ageBelow",
            "bornFrom",
            "bornTo",
            "retiredFrom",
            "retiredTo",
            "plan",
            "contracted");
    Condition condition =
        new Condition(
            fields.optional("category", Set.of(), values::categories),
            fields.optional("ageFrom", ANY_AGE, values::whole),
            fields.optional("ageBelow", ANY_AGE, values::whole),
            fields.optional("bornFrom", Day.OPEN_START, values::day),
            fields.optional("bornTo", Day.OPEN_END, values::day),
            fields.optional("retiredFrom", Day.OPEN_START, values::day),
            fields.optional("retiredTo", Day.OPEN_END, values::day),
            fields.optional("plan", List.of(), value -> values.oneOrMany(value, values::word)),
            fields.maybe("contracted", values::yesOrNo));
    PolicyReading reading = scope.reading();
    reading.fromTo(
        fields.node("bornFrom"), condition.bornFrom(), fields.node("bornTo"), condition.bornTo());
    reading.fromTo(
        fields.node("retiredFrom"),
        condition.retiredFrom(),
        fields.node("retiredTo"),
        condition.retiredTo());
    PolicyNode below = fields.node("ageBelow");
    if (below != null && condition.ageBelow() <= condition.ageFrom()) {
      reading.report(
          ProblemCode.POLICY_NO_AGE,
          below.place(),
          Integer.toString(condition.ageFrom()),
          below.text());
    }
    return condition;
  }
}
