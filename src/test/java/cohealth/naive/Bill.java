package cohealth.naive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is still to be paid of a claim, by component. */
final class Bill {
  /** The components, in the order in which a payer takes them. */
  enum Component {
    ELIGIBLE,
    DEDUCTIBLE,
    COPAY,
    OVER_CAP,
    DENIED,
    FIRST_SELF_PAY,
    OVER_LIMIT,
    SELF_FUNDED
  }

  private static final Set<Component> IN_SCOPE =
      EnumSet.range(Component.ELIGIBLE, Component.FIRST_SELF_PAY);

  private final Map<Component, Long> left = new EnumMap<>(Component.class);

  Bill(Claim claim) {
    for (Component component : Component.values()) {
      left.put(component, 0L);
    }
    left.put(Component.ELIGIBLE, claim.eligible());
    left.put(Component.FIRST_SELF_PAY, claim.firstSelfPay());
    left.put(Component.OVER_LIMIT, claim.overLimit());
    left.put(Component.SELF_FUNDED, claim.selfFunded());
  }

  static Set<Component> all() {
    return EnumSet.allOf(Component.class);
  }

  /** The components that a payer of the chain covers. */
  static Set<Component> covers(JsonNode stage) {
    JsonNode covers = stage.path("covers");
    if (covers.isArray()) {
      List<Component> named = new ArrayList<>();
      for (JsonNode word : covers) {
        named.add(Component.valueOf(word.asText().toUpperCase(Locale.ROOT)));
      }
      return EnumSet.copyOf(named);
    }
    return covers.asText("in_scope").equals("all") ? all() : IN_SCOPE;
  }

  long left(Component component) {
    return left.getOrDefault(component, 0L);
  }

  long left(Set<Component> components) {
    long sum = 0;
    for (Component component : components) {
      sum += left(component);
    }
    return sum;
  }

  void put(Component component, long fen) {
    left.put(component, fen);
  }

  /** Takes an amount from some components, in the order of the components. */
  void take(Set<Component> components, long fen) {
    long rest = fen;
    for (Component component : Arrays.asList(Component.values())) {
      if (components.contains(component)) {
        long part = Math.min(rest, left(component));
        left.put(component, left(component) - part);
        rest -= part;
      }
    }
    if (rest != 0) {
      throw new IllegalStateException("more was taken than was left");
    }
  }
}
