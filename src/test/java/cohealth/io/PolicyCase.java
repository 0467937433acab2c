package cohealth.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes of the resource {@code policy.json} and what must be found in the result, as {@code
 * policy-cases.txt} lists them and explains at its top.
 *
 * @param at the line of policy-cases.txt
 * @param who {@code both}, {@code loader} or {@code text}; empty when nothing is wrong
 * @param code null when nothing is wrong
 * @param line where the problem is; 0 when nothing is wrong
 * @param text the changed document
 */
record PolicyCase(
    int at, String who, @Nullable String code, String pointer, int line, int column, String text) {
  private static final char MARK = '«';

  /** The document that is changed. */
  static String document() {
    return resource("policy.json");
  }

  /** All cases. */
  static List<PolicyCase> all() {
    List<PolicyCase> cases = new ArrayList<>();
    List<String> lines = resource("policy-cases.txt").lines().toList();
    int i = 0;
    while (i < lines.size()) {
      if (!lines.get(i).matches("E\\d.*|OK")) {
        assertThat(lines.get(i)).matches("|#.*|== .*");
        i++;
        continue;
      }
      int header = i++;
      List<String> changed = new ArrayList<>(document().lines().toList());
      while (i < lines.size() && lines.get(i).startsWith("- ")) {
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        for (; i < lines.size() && lines.get(i).startsWith("- "); i++) {
          before.add(lines.get(i).substring(2));
        }
        for (; i < lines.size() && lines.get(i).startsWith("+ "); i++) {
          after.add(lines.get(i).substring(2));
        }
        replace(header + 1, changed, before, after);
      }
      cases.add(of(header + 1, lines.get(header).split(" ", -1), changed));
    }
    return cases;
  }

  private static void replace(int at, List<String> lines, List<String> before, List<String> after) {
    int start = find(at, lines, before);
    String indent = lines.get(start).replaceFirst("\\S.*", "");
    List<String> replaced = lines.subList(start, start + before.size());
    replaced.clear();
    replaced.addAll(after.stream().map(line -> indent + line).toList());
  }

  private static PolicyCase of(int at, String[] header, List<String> lines) {
    int line = 0;
    int column = 0;
    for (int i = 0; i < lines.size(); i++) {
      int mark = lines.get(i).indexOf(MARK);
      if (mark >= 0) {
        assertThat(line).as("one mark in the case at line %d", at).isZero();
        line = i + 1;
        column = mark + 1;
        lines.set(i, lines.get(i).replace(String.valueOf(MARK), ""));
      }
    }
    String text = String.join("\n", lines) + "\n";
    if (header.length == 1) {
      return new PolicyCase(at, "", null, "", line, column, text);
    }
    assertThat(header).as("line %d", at).hasSize(3);
    assertThat(line).as("a mark in the case at line %d", at).isPositive();
    return new PolicyCase(at, header[1], header[0], header[2], line, column, text);
  }

  private static int find(int at, List<String> lines, List<String> wanted) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i + wanted.size() <= lines.size(); i++) {
      List<String> here = lines.subList(i, i + wanted.size()).stream().map(String::strip).toList();
      if (here.equals(wanted)) {
        found.add(i);
      }
    }
    assertThat(found).as("places of the text of the case at line %d", at).hasSize(1);
    return found.get(0);
  }

  private static String resource(String name) {
    try (InputStream in = PolicyCase.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return "line %d: %s %s".formatted(at, code == null ? "OK" : code, pointer);
  }
}
