package cohealth.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a code is met: what stood in an input, and what the user then saw. The examples are taken
 * from the folders of {@code samples/errors} by {@code scripts/update-samples}; a test compares.
 *
 * @param folder the folder's name
 * @param row what stands at the place; blank when there is none, or none that can be shown
 * @param en the line in English
 * @param zh the line in Chinese
 */
public record ProblemExample(String folder, String row, String en, String zh) {
  private static final String RESOURCE = "/cohealth/error-examples.txt";

  /** Four lines for each: the code and the folder, the row, the line in English, in Chinese. */
  private static final int LINES = 4;

  /** The examples by their codes; not every code has one. */
  public static Map<String, ProblemExample> all() throws IOException {
    try (InputStream in = ProblemExample.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("missing in the program: " + RESOURCE);
      }
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      Map<String, ProblemExample> examples = new HashMap<>();
      for (int i = 0; i + LINES <= lines.size(); i += LINES) {
        String[] first = lines.get(i).split(" ", 2);
        examples.put(
            first[0],
            new ProblemExample(first[1], lines.get(i + 1), lines.get(i + 2), lines.get(i + 3)));
      }
      return examples;
    }
  }

  /** The line that the user saw. */
  public String told(Language language) {
    return language == Language.ZH ? zh : en;
  }
}
