package cohealth.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The values of a document that decide how claims are settled, each with its path: the keys of the
 * document, with names for the items of lists (docs/compare.md).
 */
final class PolicyLeaves {
  /** Keys that say which document it is, or that people read: no claim is settled by them. */
  private static final Set<String> SILENT =
      Set.of(
          "$schema",
          "format",
          "id",
          "region",
          "insurance",
          "title",
          "sources",
          "notes",
          "proof",
          "unknown",
          "source",
          "name");

  private static final String BENEFITS = "benefits";
  private static final String VERSIONS = "versions";
  private static final String RATES = "rates";
  private static final String LIMITS = "limits";
  private static final String CHAIN = "chain";
  private static final String BANDS = "bands";

  private final List<PolicyLeaf> leaves = new ArrayList<>();
  private final List<PolicyLeaf.Step> path = new ArrayList<>();
  private String from = "";

  private PolicyLeaves() {}

  /** All of them, in the order of the document. */
  static List<PolicyLeaf> of(PolicyNode root) {
    PolicyLeaves walk = new PolicyLeaves();
    for (PolicyNode.Field field : root.fields()) {
      if (field.key().equals(VERSIONS)) {
        for (PolicyNode version : field.value().items()) {
          walk.from = from(version);
          walk.fields(version, VERSIONS);
        }
        walk.from = "";
      } else if (!isSilent(field.key())) {
        walk.value(field.key(), field.value(), "");
      }
    }
    return List.copyOf(walk.leaves);
  }

  /** Whether nothing below the key settles a claim. */
  static boolean isSilent(String key) {
    return SILENT.contains(key);
  }

  /** The first day of a version, as written. */
  static String from(PolicyNode version) {
    PolicyNode from = version.get("from");
    return from == null ? "" : from.text();
  }

  /** How the items of a list of objects are called; none when they have only numbers. */
  static List<String> names(String list, PolicyNode item) {
    List<String> keys =
        switch (list) {
          case VERSIONS -> List.of("from");
          case "groups", "types", BENEFITS, "caps" -> List.of("name");
          case CHAIN -> List.of(item.get("name") == null ? "payer" : "name");
          case "premium" -> List.of("planYear");
          case "amounts", RATES, LIMITS -> List.of("group", "band", "disease");
          case "accrual" -> List.of("group", "category");
          default -> List.of();
        };
    List<String> names = new ArrayList<>();
    for (String key : keys) {
      PolicyNode value = item.get(key);
      if (value != null) {
        names.add(
            value.kind() == PolicyNode.Kind.LIST
                ? String.join("+", value.items().stream().map(PolicyNode::text).toList())
                : value.text());
      }
    }
    return names;
  }

  /** Whether {@link #names} knows the items; a row for everybody has a name of no words. */
  static boolean hasNames(String list) {
    return switch (list) {
      case VERSIONS,
          "groups",
          "types",
          BENEFITS,
          "caps",
          CHAIN,
          "premium",
          "amounts",
          RATES,
          LIMITS,
          "accrual" ->
          true;
      default -> false;
    };
  }

  /** Whether the value is one that {@code --set} gives as a whole. */
  static boolean isWhole(PolicyNode node) {
    return switch (node.kind()) {
      case OBJECT -> false;
      case LIST -> node.items().stream().allMatch(item -> item.kind() != PolicyNode.Kind.OBJECT);
      default -> true;
    };
  }

  /**
   * Walks the fields of an object.
   *
   * @param owner the key under which the object stands, or the list of which it is an item
   */
  private void fields(PolicyNode object, String owner) {
    for (PolicyNode.Field field : object.fields()) {
      if (!isSilent(field.key())) {
        value(field.key(), field.value(), owner);
      }
    }
  }

  private void value(String key, PolicyNode value, String owner) {
    PolicyLeaf.Step step = step(key, owner);
    boolean emptyList = value.kind() == PolicyNode.Kind.LIST && value.items().isEmpty();
    if (emptyList && step.ways().get(0).isEmpty()) {
      step = PolicyLeaf.Step.of(key); // nothing follows that could say itself
    } else if (owner.equals(BANDS)) {
      step = new PolicyLeaf.Step(step.ways(), true);
    }
    path.add(step);
    if (isWhole(value)) {
      leaves.add(new PolicyLeaf(from, List.copyOf(path), value));
    } else if (value.kind() == PolicyNode.Kind.LIST) {
      for (int i = 0; i < value.items().size(); i++) {
        PolicyNode item = value.items().get(i);
        String number = Integer.toString(i + 1);
        List<List<String>> ways = new ArrayList<>();
        if (hasNames(key)) {
          ways.add(names(key, item));
        }
        ways.add(List.of(number));
        path.add(new PolicyLeaf.Step(List.copyOf(ways), true));
        fields(item, key);
        path.remove(path.size() - 1);
      }
    } else {
      fields(value, key);
    }
    path.remove(path.size() - 1);
  }

  /** How a key may be written in a path: what says itself may be left out. */
  static PolicyLeaf.Step step(String key, String owner) {
    return switch (owner + "/" + key) {
      case "/" + VERSIONS,
          VERSIONS + "/" + BENEFITS,
          "deductible/amounts",
          "ceiling/amounts",
          "caps/limits" ->
          PolicyLeaf.Step.of("", key);
      case "amounts/amount", "limits/limit", "rates/rate" -> PolicyLeaf.Step.of("", key);
      case BENEFITS + "/" + RATES, CHAIN + "/" + RATES -> PolicyLeaf.Step.of("rate", key);
      case BENEFITS + "/caps" -> PolicyLeaf.Step.of("cap", key);
      case CHAIN + "/" + LIMITS -> PolicyLeaf.Step.of("limit", key);
      default -> PolicyLeaf.Step.of(key);
    };
  }
}
