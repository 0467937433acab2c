package cohealth.io;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value that knows its place.
 *
 * @param text what a string says, or a number or word as written; empty for objects and lists
 * @param fields of an object, in their order, each key once; otherwise empty
 * @param items of a list; otherwise empty
 */
record PolicyNode(
    Kind kind, String text, PolicyPlace place, List<Field> fields, List<PolicyNode> items) {

  /** A key with its value; the key's place is where its quote stands. */
  record Field(String key, PolicyPlace place, PolicyNode value) {}

  /** The kinds of JSON values. */
  enum Kind {
    OBJECT,
    LIST,
    TEXT,
    NUMBER,
    YES_OR_NO,
    NULL
  }

  /** The value of the key, or null when the object has no such key. */
  @Nullable PolicyNode get(String key) {
    for (Field field : fields) {
      if (field.key().equals(key)) {
        return field.value();
      }
    }
    return null;
  }

  /** The value to which a JSON pointer points, or the nearest one around it. */
  PolicyNode at(String pointer) {
    PolicyNode node = this;
    for (String step : pointer.split("/", -1)) {
      PolicyNode next = step.isEmpty() ? node : node.step(step);
      if (next == null) {
        return node;
      }
      node = next;
    }
    return node;
  }

  private @Nullable PolicyNode step(String step) {
    if (kind != Kind.LIST) {
      return get(step.replace("~1", "/").replace("~0", "~"));
    }
    int index = Integer.parseInt(step);
    return index < items.size() ? items.get(index) : null;
  }
}
