package cohealth.io;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Checks as a JUnit report, which build servers show. It holds no times, so that the same input
 * gives the same bytes.
 */
public final class JunitXml {
  private JunitXml() {}

  /** What became of a check. */
  public enum Outcome {
    /** It holds. */
    OK,
    /** It does not hold. */
    FAILURE,
    /** It could not be made. */
    ERROR
  }

  /**
   * One check.
   *
   * @param details what is wrong, line by line
   */
  public record Check(String name, Outcome outcome, List<String> details) {}

  /** The report. */
  public static String of(String suite, List<Check> checks) {
    StringBuilder out = new StringBuilder(256);
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<testsuite name=\"").append(escaped(suite));
    out.append("\" tests=\"").append(checks.size());
    out.append("\" failures=\"").append(count(checks, Outcome.FAILURE));
    out.append("\" errors=\"").append(count(checks, Outcome.ERROR)).append("\">\n");
    checks.forEach(check -> append(out, suite, check));
    return out.append("</testsuite>\n").toString();
  }

  private static void append(StringBuilder out, String suite, Check check) {
    out.append("  <testcase classname=\"").append(escaped(suite));
    out.append("\" name=\"").append(escaped(check.name()));
    if (check.outcome() == Outcome.OK) {
      out.append("\"/>\n");
      return;
    }
    String element = check.outcome() == Outcome.FAILURE ? "failure" : "error";
    String first = check.details().isEmpty() ? "" : check.details().get(0);
    out.append("\">\n    <").append(element);
    out.append(" message=\"").append(escaped(first)).append("\">");
    out.append(escaped(String.join("\n", check.details())));
    out.append("</").append(element).append(">\n  </testcase>\n");
  }

  private static long count(List<Check> checks, Outcome outcome) {
    return checks.stream().filter(check -> check.outcome() == outcome).count();
  }

  /** XML has no way to write most control characters; they are shown instead. */
  private static String escaped(String text) {
    return text.lines()
        .map(JunitXml::visible)
        .collect(Collectors.joining("\n"))
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String visible(String line) {
    StringBuilder out = new StringBuilder(line.length());
    Shown.escaped(line)
        .codePoints()
        .forEach(c -> out.append(isXml(c) ? Character.toString(c) : Characters.escape(c)));
    return out.toString();
  }

  private static boolean isXml(int c) {
    return c == '\t' || (c >= ' ' && c <= 0xD7FF) || (c >= 0xE000 && c != 0xFFFE && c != 0xFFFF);
  }
}
