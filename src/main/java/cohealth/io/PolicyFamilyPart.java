package cohealth.io;

import cohealth.person.Purse;
import cohealth.person.Relation;
import cohealth.policy.PolicyDocument.CrossRegion;
import cohealth.policy.PolicyDocument.Family;
import cohealth.policy.PolicyDocument.FamilyOrder;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the family rules. */
final class PolicyFamilyPart {
  private static final int CONFIRM_AGE = 16;
  private static final int NO_LIMIT = Integer.MAX_VALUE;
  private static final List<Purse> PURSES = Arrays.asList(Purse.values());
  private static final List<FamilyOrder> ORDERS = Arrays.asList(FamilyOrder.values());
  private static final List<Relation> RELATIONS =
      List.of(
          Relation.SPOUSE,
          Relation.PARENT,
          Relation.CHILD,
          Relation.SIBLING,
          Relation.GRANDPARENT,
          Relation.GRANDCHILD,
          Relation.OTHER);
  private static final Set<Relation> NEAR =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Relation.SELF, Relation.OTHER)));
  private static final Set<Purse> ALL_PURSES =
      Collections.unmodifiableSet(EnumSet.allOf(Purse.class));
  private static final CrossRegion NEVER = new CrossRegion(false, false, false);

  /** What holds when a version has no family rules, and without any policy. */
  static final Family DEFAULT =
      new Family(
          NEAR,
          NO_LIMIT,
          Map.of(),
          CONFIRM_AGE,
          true,
          0,
          NEVER,
          NO_LIMIT,
          ALL_PURSES,
          FamilyOrder.CONFIGURED,
          Map.of());

  private record Members(int max, Map<Relation, Integer> perRelation) {}

  private record Shareable(boolean current, long reserveFen) {}

  private final PolicyScope scope;
  private final PolicyReading reading;
  private final PolicyValues values;
  private final Map<String, String> sources = new LinkedHashMap<>();

  PolicyFamilyPart(PolicyScope scope) {
    this.scope = scope;
    this.reading = scope.reading();
    this.values = scope.values();
  }

  /** The rules with all defaults. */
  Family read(PolicyNode node) {
    PolicyFields fields =
        scope.fields(
            node,
            "relations",
            "members",
            "confirmation",
            "shareable",
            "crossRegion",
            "payers",
            "ownEmptyFirst",
            "order");
    Set<Relation> relations = fields.optional("relations", NEAR, this::relations);
    Members members = fields.optional("members", new Members(NO_LIMIT, Map.of()), this::members);
    int confirmAge =
        fields.optional(
            "confirmation",
            CONFIRM_AGE,
            value -> rule("confirmation", value, "age").required("age", 0, values::whole));
    Shareable shareable = fields.optional("shareable", new Shareable(true, 0), this::shareable);
    CrossRegion crossRegion = fields.optional("crossRegion", NEVER, this::crossRegion);
    int maxPayers =
        fields.optional(
            "payers",
            NO_LIMIT,
            value -> rule("payers", value, "max").required("max", 0, values::whole));
    Set<Purse> emptyFirst = fields.optional("ownEmptyFirst", ALL_PURSES, this::ownEmptyFirst);
    FamilyOrder order =
        fields.optional(
            "order",
            FamilyOrder.CONFIGURED,
            value ->
                rule("order", value, "by")
                    .required("by", FamilyOrder.CONFIGURED, by -> values.oneOf(ORDERS, by)));
    return new Family(
        relations,
        members.max(),
        members.perRelation(),
        confirmAge,
        shareable.current(),
        shareable.reserveFen(),
        crossRegion,
        maxPayers,
        emptyFirst,
        order,
        Collections.unmodifiableMap(sources));
  }

  /** The fields of one rule, whose source is kept. */
  private PolicyFields rule(String rule, PolicyNode node, String... keys) {
    String[] allowed = Arrays.copyOf(keys, keys.length + 1);
    allowed[keys.length] = "source";
    PolicyFields fields = scope.fields(node, allowed);
    String source = scope.source(fields);
    if (source != null) {
      sources.put(rule, source);
    }
    return fields;
  }

  private Set<Relation> relations(PolicyNode node) {
    List<Relation> allowed =
        rule("relations", node, "allow")
            .required(
                "allow",
                List.of(),
                list -> values.differentItems(list, item -> values.oneOf(RELATIONS, item)));
    EnumSet<Relation> relations = EnumSet.noneOf(Relation.class);
    relations.addAll(allowed);
    return Collections.unmodifiableSet(relations);
  }

  private Members members(PolicyNode node) {
    PolicyFields fields = rule("members", node, "max", "perRelation");
    return new Members(
        fields.optional("max", NO_LIMIT, values::whole),
        fields.optional("perRelation", Map.of(), this::perRelation));
  }

  private Map<Relation, Integer> perRelation(PolicyNode node) {
    PolicyFields fields =
        scope.fields(node, RELATIONS.stream().map(PolicyValues::written).toArray(String[]::new));
    Map<Relation, Integer> most = new EnumMap<>(Relation.class);
    for (Relation relation : RELATIONS) {
      Integer max = fields.maybe(PolicyValues.written(relation), values::whole);
      if (max != null) {
        most.put(relation, max);
      }
    }
    return Collections.unmodifiableMap(most);
  }

  private Shareable shareable(PolicyNode node) {
    PolicyFields fields = rule("shareable", node, "purses", "reserve");
    return new Shareable(
        fields.optional("purses", true, this::sharesCurrent),
        fields.optional("reserve", 0L, values::money));
  }

  private boolean sharesCurrent(PolicyNode node) {
    List<String> purses = values.list(node, PolicyNode::text);
    boolean both = purses.equals(List.of("prior", "current"));
    if (!both && !purses.equals(List.of("prior")) && node.kind() == PolicyNode.Kind.LIST) {
      reading.report(ProblemCode.POLICY_SHAREABLE, node.place());
    }
    return both;
  }

  private CrossRegion crossRegion(PolicyNode node) {
    return rule("crossRegion", node, "allow").required("allow", NEVER, this::regionsAllowed);
  }

  private CrossRegion regionsAllowed(PolicyNode node) {
    if (node.kind() == PolicyNode.Kind.TEXT) {
      if (!node.text().equals("any")) {
        reading.report(ProblemCode.POLICY_CROSS_REGION, node.place(), node.text());
      }
      return new CrossRegion(true, false, false);
    }
    List<String> allowed = values.differentItems(node, this::regionWord);
    return new CrossRegion(false, allowed.contains("same_province"), allowed.contains("wallet"));
  }

  private String regionWord(PolicyNode node) {
    if (values.is(node, PolicyNode.Kind.TEXT)
        && !node.text().equals("same_province")
        && !node.text().equals("wallet")) {
      reading.report(ProblemCode.POLICY_CROSS_REGION, node.place(), node.text());
    }
    return node.text();
  }

  private Set<Purse> ownEmptyFirst(PolicyNode node) {
    List<Purse> named =
        rule("ownEmptyFirst", node, "purses")
            .required(
                "purses",
                List.of(),
                list -> values.differentItems(list, item -> values.oneOf(PURSES, item)));
    EnumSet<Purse> purses = EnumSet.noneOf(Purse.class);
    purses.addAll(named);
    return Collections.unmodifiableSet(purses);
  }
}
