package cohealth.io;

import cohealth.text.RowText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A manifest as JSON: a line for each file, and a last line with the checksum of all lines before
 * it. The same manifest gives the same bytes.
 */
public final class ManifestText {
  static final String HEAD = "{\"cohealth_manifest\":";
  static final String SEAL = "\"seal\":";

  private ManifestText() {}

  /** The document. */
  public static byte[] of(Manifest manifest) {
    RowText out = new RowText();
    out.append(HEAD).append(Manifest.VERSION).append(",\n");
    text(out, "program", manifest.program()).append(",\n");
    text(out, "command", manifest.command()).append(",\n");
    out.append("\"options\":");
    texts(out, manifest.options());
    list(out, "policies", manifest.policies(), ManifestText::policy);
    list(out, "inputs", manifest.inputs(), ManifestText::file);
    list(out, "outputs", manifest.outputs(), ManifestText::file);
    out.append(",\n\"control_totals\":");
    texts(out, manifest.totals().written());
    out.append(",\n");
    byte[] sealed = out.toString().getBytes(StandardCharsets.UTF_8);
    text(out, "seal", seal(sealed, sealed.length)).append("}\n");
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The checksum of the first bytes. */
  static String seal(byte[] bytes, int length) {
    MessageDigest digest = StateFile.digest();
    digest.update(bytes, 0, length);
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void policy(RowText out, Manifest.PolicyUsed policy) {
    text(out, "id", policy.id()).append(',');
    out.append("\"path\":");
    JsonText.appendOrNull(out, policy.path());
    text(out.append(','), "sha256", policy.sha256());
  }

  private static void file(RowText out, Manifest.FileUsed file) {
    text(out, "role", file.role()).append(',');
    text(out, "path", file.path()).append(',');
    text(out, "form", file.form().toString()).append(',');
    Fingerprint print = file.fingerprint();
    out.append("\"size\":").append(Long.toString(print.size())).append(",\"rows\":");
    out.append(print.rows() == Fingerprint.NO_ROWS ? "null" : Long.toString(print.rows()));
    text(out.append(','), "sha256", print.sha256());
  }

  private static <T> void list(
      RowText out, String name, List<T> items, BiConsumer<RowText, T> writer) {
    out.append(",\n\"").append(name).append("\":[");
    String separator = "\n{";
    for (T item : items) {
      out.append(separator);
      writer.accept(out, item);
      separator = "},\n{";
    }
    out.append(items.isEmpty() ? "]" : "}\n]");
  }

  private static void texts(RowText out, Map<String, String> texts) {
    out.append('{');
    Iterator<Map.Entry<String, String>> entries = texts.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<String, String> entry = entries.next();
      text(out, entry.getKey(), entry.getValue()).append(entries.hasNext() ? "," : "");
    }
    out.append('}');
  }

  private static RowText text(RowText out, String name, String value) {
    out.append('"').append(name).append("\":");
    JsonText.append(out, value);
    return out;
  }
}
