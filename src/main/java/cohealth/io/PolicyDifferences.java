package cohealth.io;

import cohealth.money.AmountText;
import cohealth.money.BasisPoints;
import cohealth.money.Fen;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Walks through two documents at once and asks at each place where they differ which of the two
 * counts: to list the differences, or to make the document between them that has some of these.
 */
final class PolicyDifferences {
  private static final String VERSIONS = "versions";
  private static final String SOURCES = "sources";

  /** Money is the same with and without decimals. */
  private static final Set<String> MONEY =
      Set.of("amount", "later", "limit", "upTo", "reserve", "maxAmount");

  private static final Set<String> RATES = Set.of("rate", "points", "factor");

  /** What is to be done where the documents differ. */
  interface Choice {
    /** Whether the later document counts here. */
    boolean takesAfter(Place place);
  }

  /**
   * A place where they differ.
   *
   * @param from the first day of its version as written; empty for what all versions share
   * @param path from the version, or from the document
   * @param before null = only the later document has it
   * @param after null = only the earlier document has it
   */
  record Place(
      String from,
      String path,
      String key,
      @Nullable PolicyNode before,
      @Nullable PolicyNode after) {
    String textBefore() {
      return before == null ? "" : text(key, before);
    }

    String textAfter() {
      return after == null ? "" : text(key, after);
    }
  }

  private final Choice choice;
  private final List<String> path = new ArrayList<>();
  private String from = "";

  private PolicyDifferences(Choice choice) {
    this.choice = choice;
  }

  /** All places where they differ, in the order of the documents. */
  static List<Place> of(PolicyNode before, PolicyNode after) {
    List<Place> places = new ArrayList<>();
    new PolicyDifferences(
            place -> {
              places.add(place);
              return true;
            })
        .document(before, after);
    return List.copyOf(places);
  }

  /** The earlier document with what the choice takes from the later one. */
  static PolicyNode between(PolicyNode before, PolicyNode after, Choice choice) {
    return new PolicyDifferences(choice).document(before, after);
  }

  private PolicyNode document(PolicyNode before, PolicyNode after) {
    List<PolicyNode.Field> fields = new ArrayList<>();
    for (PolicyNode.Field field : before.fields()) {
      PolicyNode other = after.get(field.key());
      switch (field.key()) {
        case SOURCES -> fields.add(with(field, allSources(field.value(), other)));
        case "proof" -> {} // of the document as a whole
        default -> add(fields, field, one(field.key(), "", field.value(), other));
      }
    }
    addNew(fields, before, after, "");
    return object(before, fields);
  }

  /** A value that may be in one of the documents only; null when it is left out. */
  private @Nullable PolicyNode one(
      String key, String owner, @Nullable PolicyNode before, @Nullable PolicyNode after) {
    if (PolicyLeaves.isSilent(key)) {
      return before == null ? after : before;
    }
    path.addAll(PolicyLeaves.step(key, owner).ways().get(0));
    int length = path.size();
    PolicyNode taken = value(key, before, after);
    path.subList(length - PolicyLeaves.step(key, owner).ways().get(0).size(), length).clear();
    return taken;
  }

  private @Nullable PolicyNode value(
      String key, @Nullable PolicyNode before, @Nullable PolicyNode after) {
    if (before == null || after == null) {
      return taken(key, before, after);
    }
    if (PolicyLeaves.isWhole(before)
        || PolicyLeaves.isWhole(after)
        || before.kind() != after.kind()) {
      return text(key, before).equals(text(key, after)) ? before : taken(key, before, after);
    }
    return before.kind() == PolicyNode.Kind.LIST
        ? list(key, before, after)
        : fields(key, before, after);
  }

  private PolicyNode fields(String owner, PolicyNode before, PolicyNode after) {
    List<PolicyNode.Field> fields = new ArrayList<>();
    for (PolicyNode.Field field : before.fields()) {
      add(fields, field, one(field.key(), owner, field.value(), after.get(field.key())));
    }
    addNew(fields, before, after, owner);
    return object(before, fields);
  }

  private void addNew(
      List<PolicyNode.Field> fields, PolicyNode before, PolicyNode after, String owner) {
    for (PolicyNode.Field field : after.fields()) {
      if (before.get(field.key()) == null && !field.key().equals("proof")) {
        add(fields, field, one(field.key(), owner, null, field.value()));
      }
    }
  }

  private @Nullable PolicyNode list(String key, PolicyNode before, PolicyNode after) {
    Map<String, PolicyNode> first = named(key, before);
    Map<String, PolicyNode> second = named(key, after);
    if ((first == null || second == null) && before.items().size() == after.items().size()) {
      first = numbered(before);
      second = numbered(after);
    }
    if (first == null || second == null || !sameOrder(first.keySet(), second.keySet())) {
      return text(key, before).equals(text(key, after)) ? before : taken(key, before, after);
    }
    List<PolicyNode> items = new ArrayList<>();
    for (String name : inOrder(first.keySet(), second.keySet())) {
      PolicyNode item = item(key, name, first.get(name), second.get(name));
      if (item != null) {
        items.add(item);
      }
    }
    return new PolicyNode(before.kind(), "", before.place(), List.of(), List.copyOf(items));
  }

  private @Nullable PolicyNode item(
      String list, String name, @Nullable PolicyNode before, @Nullable PolicyNode after) {
    if (list.equals(VERSIONS)) {
      from = name;
      PolicyNode version = value(list, before, after);
      from = "";
      return version;
    }
    if (!name.isEmpty()) {
      path.add(name);
    }
    PolicyNode item = value(list, before, after);
    if (!name.isEmpty()) {
      path.remove(path.size() - 1);
    }
    return item;
  }

  private @Nullable PolicyNode taken(
      String key, @Nullable PolicyNode before, @Nullable PolicyNode after) {
    return choice.takesAfter(new Place(from, String.join("/", path), key, before, after))
        ? after
        : before;
  }

  /** The items by their numbers. */
  private static Map<String, PolicyNode> numbered(PolicyNode node) {
    Map<String, PolicyNode> items = new LinkedHashMap<>();
    node.items().forEach(item -> items.put(Integer.toString(items.size() + 1), item));
    return items;
  }

  /** The items by their names, else by their numbers; null when two have the same name. */
  private static @Nullable Map<String, PolicyNode> named(String list, PolicyNode node) {
    Map<String, PolicyNode> items = new LinkedHashMap<>();
    for (PolicyNode item : node.items()) {
      String name =
          PolicyLeaves.hasNames(list)
              ? String.join("/", PolicyLeaves.names(list, item))
              : Integer.toString(items.size() + 1);
      if (items.put(name, item) != null) {
        return null;
      }
    }
    return items;
  }

  /** Rows count in their order, so a list in another order is another list. */
  private static boolean sameOrder(Set<String> first, Set<String> second) {
    List<String> common = first.stream().filter(second::contains).toList();
    return common.equals(second.stream().filter(first::contains).toList());
  }

  /** The names of both: those of the second stand behind the one that they stand behind there. */
  private static List<String> inOrder(Set<String> first, Set<String> second) {
    List<String> order = new ArrayList<>(first);
    int at = 0;
    for (String name : second) {
      if (first.contains(name)) {
        at = order.indexOf(name) + 1;
      } else {
        order.add(at++, name);
      }
    }
    return order;
  }

  /** Values may name any source of either document. */
  private static PolicyNode allSources(PolicyNode before, @Nullable PolicyNode after) {
    List<PolicyNode> sources = new ArrayList<>(before.items());
    Set<String> ids = new HashSet<>();
    sources.forEach(source -> ids.add(id(source)));
    for (PolicyNode source : after == null ? List.<PolicyNode>of() : after.items()) {
      if (ids.add(id(source))) {
        sources.add(source);
      }
    }
    return new PolicyNode(before.kind(), "", before.place(), List.of(), List.copyOf(sources));
  }

  private static String id(PolicyNode source) {
    PolicyNode id = source.get("id");
    return id == null ? "" : id.text();
  }

  private static void add(
      List<PolicyNode.Field> fields, PolicyNode.Field field, @Nullable PolicyNode value) {
    // what is not known of cells that may be gone changes no amount
    if (value != null && !field.key().equals("unknown")) {
      fields.add(with(field, value));
    }
  }

  private static PolicyNode.Field with(PolicyNode.Field field, PolicyNode value) {
    return new PolicyNode.Field(field.key(), field.place(), value);
  }

  private static PolicyNode object(PolicyNode like, List<PolicyNode.Field> fields) {
    return new PolicyNode(like.kind(), "", like.place(), List.copyOf(fields), List.of());
  }

  /** A value for people, without what settles nothing; equal texts are equal values. */
  static String text(String key, PolicyNode node) {
    return switch (node.kind()) {
      case OBJECT -> {
        Set<String> parts = new LinkedHashSet<>();
        for (PolicyNode.Field field : node.fields()) {
          boolean silent = PolicyLeaves.isSilent(field.key()) && !field.key().equals("name");
          if (!silent) {
            parts.add(field.key() + " " + text(field.key(), field.value()));
          }
        }
        yield "{" + String.join(", ", parts) + "}";
      }
      case LIST -> {
        boolean whole = PolicyLeaves.isWhole(node);
        String items =
            node.items().stream().map(item -> text(key, item)).collect(Collectors.joining(", "));
        yield whole && !node.items().isEmpty() ? items : "[" + items + "]";
      }
      default -> scalar(key, node.text());
    };
  }

  private static String scalar(String key, String text) {
    if (MONEY.contains(key) && AmountText.fen(text) != AmountText.INVALID) {
      return Fen.text(AmountText.fen(text));
    }
    Integer rate = RATES.contains(key) ? BasisPoints.parse(text, true) : null;
    return rate == null ? text : BasisPoints.percent(rate);
  }
}
