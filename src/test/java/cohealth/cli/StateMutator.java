package cohealth.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Changes a state file as somebody would who knows its form and computes its checksum anew: values,
 * elements of lists, keys and whole lines.
 */
final class StateMutator {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> TEXTS =
      List.of(
          "",
          "x",
          "=1+1",
          "a b",
          "a\u0001",
          "\u202e",
          "2025-02-30",
          "0001-01-01",
          "9999-12-31",
          "2025-06-30T12:00:00",
          "pool",
          "family",
          "wallet",
          "settled",
          "rejected",
          "reversed_out",
          "employee",
          "resident",
          "none",
          "year",
          "visit",
          "x".repeat(70));
  private static final List<Long> NUMBERS =
      List.of(
          -1L,
          0L,
          1L,
          2L,
          100L,
          -100L,
          10_001L,
          1_000_000L,
          1L << 31,
          1L << 32,
          Long.MAX_VALUE,
          Long.MAX_VALUE / 2,
          Long.MIN_VALUE);

  private final Random random;
  private final List<String> lines;

  /**
   * A mutator of one state.
   *
   * @param state the file, whose last line is the checksum
   */
  StateMutator(String state, Random random) {
    this.random = random;
    List<String> all = state.lines().toList();
    this.lines = all.subList(0, all.size() - 1);
  }

  /** Another state with a checksum that fits. */
  byte[] next() {
    List<String> changed = new ArrayList<>(lines);
    for (int i = 1 + random.nextInt(random.nextInt(4) == 0 ? 6 : 1); i > 0; i--) {
      change(changed);
    }
    return sealed(changed);
  }

  /** The lines with a checksum that fits. */
  static byte[] sealed(List<String> lines) {
    String text = String.join("\n", lines) + "\n";
    String sum = ManifestTest.sha256(text.getBytes(StandardCharsets.UTF_8));
    return (text + "{\"end\":true,\"sha256\":\"" + sum + "\"}\n").getBytes(StandardCharsets.UTF_8);
  }

  private void change(List<String> changed) {
    int at = random.nextInt(changed.size());
    switch (random.nextInt(12)) {
      case 0 -> changed.remove(at);
      case 1 -> changed.add(random.nextInt(changed.size() + 1), changed.get(at));
      case 2 -> changed.add(changed.remove(at));
      default -> changed.set(at, changed(changed.get(at)));
    }
    if (changed.isEmpty()) {
      changed.add(lines.get(0));
    }
  }

  private String changed(String line) {
    try {
      JsonNode tree = MAPPER.readTree(line);
      change(tree, 0);
      return MAPPER.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Changes one element of an object or list, or goes into it. */
  private void change(JsonNode tree, int depth) {
    if (tree instanceof ObjectNode object && !object.isEmpty()) {
      List<String> keys = new ArrayList<>();
      object.fieldNames().forEachRemaining(keys::add);
      String key = keys.get(random.nextInt(keys.size()));
      JsonNode value = object.get(key);
      if (random.nextInt(8) == 0) {
        object.remove(key);
      } else if (value.isContainerNode() && random.nextInt(6) > 0) {
        change(value, depth + 1);
      } else {
        object.set(key, value(value, key));
      }
    } else if (tree instanceof ArrayNode array && !array.isEmpty()) {
      int at = random.nextInt(array.size());
      JsonNode value = array.get(at);
      switch (random.nextInt(8)) {
        case 0 -> array.remove(at);
        case 1 -> array.insert(random.nextInt(array.size() + 1), value.deepCopy());
        default -> {
          if (value.isContainerNode() && random.nextInt(6) > 0) {
            change(value, depth + 1);
          } else {
            array.set(at, value(value, ""));
          }
        }
      }
    }
  }

  private JsonNode value(JsonNode was, String key) {
    int kind = random.nextInt(10);
    if (kind == 0) {
      return NullNode.getInstance();
    }
    if (kind < 3 && !key.isEmpty()) {
      JsonNode other = other(key);
      return other == null ? was : other;
    }
    if (was.isNumber() ? kind < 9 : kind == 9) {
      return switch (random.nextInt(8)) {
        case 0 -> new BigIntegerNode(BigInteger.ONE.shiftLeft(80));
        case 1 -> new DoubleNode(1.5);
        case 2, 3, 4 -> new LongNode(was.asLong() + random.nextInt(5) - 2);
        default -> new LongNode(NUMBERS.get(random.nextInt(NUMBERS.size())));
      };
    }
    if (was.isBoolean()) {
      return BooleanNode.valueOf(!was.booleanValue());
    }
    return new TextNode(
        random.nextInt(3) == 0 ? someText() : TEXTS.get(random.nextInt(TEXTS.size())));
  }

  /** What another line has under a key; null when it has none. */
  private JsonNode other(String key) {
    try {
      return MAPPER.readTree(lines.get(random.nextInt(lines.size()))).get(key);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A text that stands somewhere in the state. */
  private String someText() {
    String[] parts = lines.get(random.nextInt(lines.size())).split("\"", -1);
    return parts.length < 2 ? "" : parts[1 + 2 * random.nextInt(parts.length / 2)];
  }
}
