package cohealth.io;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ManifestText} has written, and nothing else. */
public final class ManifestFile {
  private static final int LARGEST = 1 << 24;
  private static final int HEX_DIGITS = 64;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ManifestFile() {}

  /**
   * Reads a manifest.
   *
   * @param name how messages call the file
   * @param problems takes why it is refused
   * @return null when it is refused
   */
  public static @Nullable Manifest read(Path path, String name, Problems problems)
      throws UnreadableFile {
    byte[] bytes;
    try {
      FileStamp.of(path, name);
      try (InputStream in = Files.newInputStream(path)) {
        bytes = in.readNBytes(LARGEST);
      }
    } catch (UnreadableFile e) {
      throw e;
    } catch (IOException e) {
      throw UnreadableFile.of(name, e);
    }
    String[] why = new String[0];
    ProblemCode code = ProblemCode.MANIFEST_FOREIGN;
    byte[] head = ManifestText.HEAD.getBytes(StandardCharsets.US_ASCII);
    if (Arrays.equals(Arrays.copyOf(bytes, Math.min(bytes.length, head.length)), head)) {
      int version = version(bytes, head.length);
      if (version > Manifest.VERSION) {
        code = ProblemCode.MANIFEST_NEWER;
        why = new String[] {Integer.toString(version), Integer.toString(Manifest.VERSION)};
      } else if (version > 0) {
        code = ProblemCode.MANIFEST_DAMAGED;
        try {
          checkSeal(bytes);
          return manifest(new StateNode(MAPPER.readTree(bytes)));
        } catch (StateFault | IOException e) {
          // told below
        }
      }
    }
    problems.add(Problem.at(code, name, 0, 0, null, why));
    return null;
  }

  private static int version(byte[] bytes, int from) {
    int version = 0;
    for (int i = from; i < bytes.length && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
      version = Math.min(100_000, 10 * version + bytes[i] - '0');
    }
    return version;
  }

  /** The last line has the checksum of all before it. */
  private static void checkSeal(byte[] bytes) throws StateFault {
    int length = ManifestText.SEAL.length() + 2 + HEX_DIGITS + 2;
    int start = bytes.length - length;
    if (start < 1) {
      throw new StateFault("it is cut");
    }
    String seal = ManifestText.SEAL + '"' + ManifestText.seal(bytes, start) + "\"}\n";
    String found = new String(bytes, start, length, StandardCharsets.ISO_8859_1);
    if (!found.equals(seal)) {
      throw new StateFault("the checksum");
    }
  }

  private static Manifest manifest(StateNode node) throws StateFault {
    return new Manifest(
        node.text("program"),
        node.text("command"),
        texts(node.get("options").json()),
        list(node, "policies", ManifestFile::policy),
        list(node, "inputs", ManifestFile::file),
        list(node, "outputs", ManifestFile::file),
        totals(node.get("control_totals")));
  }

  private static <T> List<T> list(StateNode node, String key, StateNode.Element<T> element)
      throws StateFault {
    node.get(key);
    return node.list(key, element);
  }

  private static Map<String, String> texts(JsonNode json) throws StateFault {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      texts.put(name, new StateNode(json).text(name));
    }
    return texts;
  }

  private static Manifest.PolicyUsed policy(StateNode node) throws StateFault {
    String path = node.textOrNull("path");
    return new Manifest.PolicyUsed(
        node.text("id"), path == null ? "" : path, hash(node.text("sha256")));
  }

  private static Manifest.FileUsed file(StateNode node) throws StateFault {
    boolean counted = !node.get("rows").json().isNull();
    return new Manifest.FileUsed(
        node.text("role"),
        node.text("path"),
        node.word("form", FileForm.class),
        new Fingerprint(
            node.get("size").amount(),
            counted ? node.get("rows").amount() : Fingerprint.NO_ROWS,
            hash(node.text("sha256"))));
  }

  private static String hash(String text) throws StateFault {
    if (!text.matches("[0-9a-f]{64}")) {
      throw new StateFault("a checksum");
    }
    return text;
  }

  private static ResultTotals totals(StateNode node) throws StateFault {
    return new ResultTotals(
        count(node, "settled"),
        count(node, "rejected"),
        count(node, "reversed_out"),
        fen(node, "total"),
        fen(node, "pool"),
        fen(node, "supplement"),
        fen(node, "own_prior"),
        fen(node, "own_current"),
        fen(node, "own_wallet"),
        fen(node, "family"),
        fen(node, "cash"));
  }

  private static long count(StateNode node, String key) throws StateFault {
    String text = node.text(key);
    if (!text.matches("[0-9]{1,18}")) {
      throw new StateFault(key);
    }
    return Long.parseLong(text);
  }

  private static long fen(StateNode node, String key) throws StateFault {
    String text = node.text(key);
    boolean negative = text.startsWith("-");
    String digits = text.substring(negative ? 1 : 0).replace(".", "");
    if (!text.matches("-?[0-9]{1,17}\\.[0-9]{2}")) {
      throw new StateFault(key);
    }
    return negative ? -Long.parseLong(digits) : Long.parseLong(digits);
  }
}
