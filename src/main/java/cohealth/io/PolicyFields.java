package cohealth.io;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of one JSON object, read by key; keys that are not known or missing are reported. */
final class PolicyFields {
  private final PolicyNode node;
  private final PolicyReading reading;
  private final boolean readable;

  private PolicyFields(PolicyNode node, PolicyReading reading, boolean readable) {
    this.node = node;
    this.reading = reading;
    this.readable = readable;
  }

  /** The fields of the object, which may have these keys; without fields when it is no object. */
  static PolicyFields of(PolicyNode node, PolicyReading reading, String... keys) {
    boolean readable = new PolicyValues(reading).is(node, PolicyNode.Kind.OBJECT);
    List<String> known = List.of(keys);
    for (PolicyNode.Field field : node.fields()) {
      if (!known.contains(field.key())) {
        List<String> near = Spelling.near(field.key(), known);
        if (near.isEmpty()) {
          reading.report(
              ProblemCode.POLICY_UNKNOWN_KEY, field.place(), field.key(), String.join(", ", known));
        } else {
          reading.report(ProblemCode.POLICY_MISSPELT_KEY, field.place(), field.key(), near.get(0));
        }
      }
    }
    return new PolicyFields(node, reading, readable);
  }

  /** The place of the object. */
  PolicyPlace place() {
    return node.place();
  }

  /** Whether it is an object at all. */
  boolean isReadable() {
    return readable;
  }

  /** Whether the object has the key. */
  boolean has(String key) {
    return node.get(key) != null;
  }

  /** The value of the key, or null. */
  @Nullable PolicyNode node(String key) {
    return node.get(key);
  }

  /** What the value says; a missing one is reported and replaced. */
  <T> T required(String key, T replacement, Function<PolicyNode, T> read) {
    PolicyNode value = node.get(key);
    if (value != null) {
      return read.apply(value);
    }
    if (readable) {
      reading.report(ProblemCode.POLICY_MISSING_KEY, node.place(), key);
    }
    return replacement;
  }

  /** What the value says; the default when there is none. */
  <T> T optional(String key, T byDefault, Function<PolicyNode, T> read) {
    PolicyNode value = node.get(key);
    return value == null ? byDefault : read.apply(value);
  }

  /** What the value says, or null when there is none. */
  <T> @Nullable T maybe(String key, Function<PolicyNode, T> read) {
    PolicyNode value = node.get(key);
    return value == null ? null : read.apply(value);
  }
}
