package cohealth.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which values of a document stand without a source, where a source may stand. */
final class PolicyUnsourced {
  private static final Set<String> LISTS =
      Set.of("groups", "amounts", "rates", "limits", "offsite", "accrual", "premium");
  private static final Set<String> OBJECTS =
      Set.of("pharmacy", "visits", "rounding", "tierBasis", "wallet");
  private static final Set<String> MAPS = Set.of("bands", "binding");
  private static final List<String> DEFAULT_CHAIN = List.of("pool", "own", "family", "cash");

  private final List<PolicyNode> found = new ArrayList<>();

  private PolicyUnsourced() {}

  /** The values of all versions, in no certain order. */
  static List<PolicyNode> of(PolicyNode root) {
    PolicyUnsourced unsourced = new PolicyUnsourced();
    PolicyNode versions = root.get("versions");
    if (versions != null) {
      versions.items().forEach(unsourced::look);
    }
    return List.copyOf(unsourced.found);
  }

  private void look(PolicyNode node) {
    for (PolicyNode.Field field : node.fields()) {
      PolicyNode value = field.value();
      if (MAPS.contains(field.key())) {
        value.fields().forEach(entry -> check(entry.value())); // their keys are names
        continue;
      }
      if (LISTS.contains(field.key())) {
        value.items().forEach(this::check);
      } else if (OBJECTS.contains(field.key())) {
        check(value);
      } else if (field.key().equals("chain")) {
        chain(value.items());
      }
      look(value);
    }
    node.items().forEach(this::look);
  }

  private void check(PolicyNode value) {
    if (value.get("source") == null) {
      found.add(value);
    }
  }

  /**
   * A chain is written as a whole, so a step needs no source that says no more than the default
   * chain does: the payer alone, in the place that it has by default.
   */
  private void chain(List<PolicyNode> steps) {
    int last = -1;
    for (PolicyNode step : steps) {
      if (step.get("source") != null) {
        continue;
      }
      PolicyNode payer = step.get("payer");
      int place = payer == null ? -1 : DEFAULT_CHAIN.indexOf(payer.text());
      if (step.fields().size() > 1 || place <= last) {
        found.add(step);
      }
      last = Math.max(last, place);
    }
  }
}
