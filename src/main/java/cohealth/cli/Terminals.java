package cohealth.cli;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Small things about terminals. */
final class Terminals {
  private Terminals() {}

  static PrintWriter writer(OutputStream out) {
    return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
  }

  /** Where private copies of the standard streams are kept during a run. */
  static Path temporaryFolder() {
    return Path.of(System.getProperty("java.io.tmpdir", "."));
  }

  /** The locale by the rules of the shell: the first of these that is set. */
  static String locale(Map<String, String> environment) {
    for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = environment.get(name);
      if (value != null && !value.isEmpty()) {
        return value;
      }
    }
    return "C";
  }
}
