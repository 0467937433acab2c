package cohealth.io;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a state that lies in a folder, each of them a state of some families ({@link
 * StateFile}). Nobody may go on from some parts alone without being told: the people of the others
 * would begin anew.
 *
 * @param checksums of the parts by the names of their files
 */
public record StateParts(SortedMap<String, String> checksums) {
  /** The file in the folder that says so. */
  public static final String FILE = "_state.json";

  private static final int VERSION = 1;
  private static final String HEAD = "cohealth_state_parts";
  private static final Pattern NAME = Pattern.compile("part-[0-9]{5,10}\\.state\\.json");
  private static final Pattern CHECKSUM = Pattern.compile("[0-9a-f]{64}");
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Keeps a copy. */
  public StateParts {
    checksums = new TreeMap<>(checksums);
  }

  /** How the file of a part is called. */
  public static String name(int part) {
    return "part-%05d.state.json".formatted(part);
  }

  /** The file's text. */
  public byte[] text() {
    ObjectNode parts = MAPPER.createObjectNode();
    checksums.forEach(parts::put);
    ObjectNode all = MAPPER.createObjectNode().put(HEAD, VERSION);
    all.set("parts", parts);
    return (all.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads what {@link #text} has written.
   *
   * @param name how messages call it
   * @param problems takes why it is refused
   * @return null when it is refused
   */
  public static @Nullable StateParts read(byte[] text, String name, Problems problems) {
    try {
      JsonNode all = MAPPER.readTree(text);
      JsonNode version = all.path(HEAD);
      if (!version.isInt() || version.intValue() < 1) {
        return refused(ProblemCode.STATE_FOREIGN, name, problems);
      }
      if (version.intValue() > VERSION) {
        return refused(
            ProblemCode.STATE_NEWER, name, problems, version.asText(), Integer.toString(VERSION));
      }
      SortedMap<String, String> checksums = new TreeMap<>();
      for (Map.Entry<String, JsonNode> part : all.path("parts").properties()) {
        boolean fits =
            NAME.matcher(part.getKey()).matches()
                && part.getValue().isTextual()
                && CHECKSUM.matcher(part.getValue().textValue()).matches();
        if (!fits) {
          return refused(ProblemCode.STATE_DAMAGED, name, problems);
        }
        checksums.put(part.getKey(), part.getValue().textValue());
      }
      return checksums.isEmpty()
          ? refused(ProblemCode.STATE_DAMAGED, name, problems)
          : new StateParts(checksums);
    } catch (JacksonException e) {
      return refused(ProblemCode.STATE_FOREIGN, name, problems);
    } catch (IOException e) {
      throw new IllegalStateException("bytes that are all there", e);
    }
  }

  private static @Nullable StateParts refused(
      ProblemCode code, String name, Problems problems, String... args) {
    problems.add(Problem.at(code, name, 0, 0, null, args));
    return null;
  }
}
