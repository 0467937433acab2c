package cohealth.io;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names of one kind that a document declares: no name twice, no reference into nothing. */
final class PolicyNames {
  private final PolicyReading reading;
  private final ProblemCode unknown;
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private boolean anything;

  /** No names yet; references to others are reported under the code. */
  PolicyNames(PolicyReading reading, ProblemCode unknown) {
    this.reading = reading;
    this.unknown = unknown;
  }

  /** Adds a name that needs no declaration. */
  void know(String name) {
    lines.put(name, 0);
  }

  /** From now on takes any name for declared: the declarations cannot be read. */
  void knowAnything() {
    anything = true;
  }

  /** Adds the name that stands at the place. */
  void declare(String name, PolicyPlace place) {
    Integer first = lines.putIfAbsent(name, place.line());
    if (first != null) {
      reading.report(ProblemCode.POLICY_DUPLICATE_NAME, place, name, Integer.toString(first));
    }
  }

  /** Whether the name is declared. */
  boolean has(String name) {
    return lines.containsKey(name);
  }

  /** The name that the value refers to. */
  String refer(PolicyNode node) {
    boolean text = new PolicyValues(reading).is(node, PolicyNode.Kind.TEXT);
    if (text && !anything && !lines.containsKey(node.text())) {
      List<String> near = Spelling.near(node.text(), lines.keySet());
      reading.report(
          unknown,
          node.place(),
          node.text(),
          String.join(", ", near.isEmpty() ? lines.keySet() : near));
    }
    return node.text();
  }
}
