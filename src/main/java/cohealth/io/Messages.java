package cohealth.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/** The texts that people read, in one language. */
public final class Messages {
  private final Language language;
  private final Properties texts = new Properties();

  /** The texts of a language, from the program's resources. */
  public Messages(Language language) {
    this.language = language;
    String resource =
        "/cohealth/messages_" + language.name().toLowerCase(Locale.ROOT) + ".properties";
    try (InputStream in = Messages.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing in the program: " + resource);
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The language of these texts. */
  public Language language() {
    return language;
  }

  /**
   * The line that tells a problem: {@code claims.csv:1042:31: error[E207] total: '12.345' has more
   * than two decimals; write 12.35}. Line and column are left out when they are 0.
   */
  public String text(Problem problem) {
    StringBuilder out = new StringBuilder(120);
    out.append(Shown.escaped(problem.file())).append(':');
    if (problem.line() > 0) {
      out.append(problem.line()).append(':');
      if (problem.column() > 0) {
        out.append(problem.column()).append(':');
      }
    }
    out.append(' ')
        .append(get("severity." + problem.code().severity()))
        .append('[')
        .append(problem.code().code())
        .append("] ");
    if (problem.field() != null) {
      out.append(Shown.escaped(problem.field())).append(": ");
    }
    fillSentence(out, problem);
    return out.toString();
  }

  /** What the problem is and what to write instead, without place and code. */
  public String sentence(Problem problem) {
    StringBuilder out = new StringBuilder(100);
    fillSentence(out, problem);
    return out.toString();
  }

  /** The line of a code, with … for everything that is filled in. */
  public String line(ProblemCode code) {
    return template(code.code()).replaceAll("\\{[0-9]}", "…");
  }

  private void fillSentence(StringBuilder out, Problem problem) {
    List<String> args = problem.args();
    if (problem.code() == ProblemCode.POLICY_WRONG_KIND) {
      args = args.stream().map(kind -> template("kind." + kind)).toList();
    }
    fill(out, template(problem.code().code()), args);
  }

  /** The paragraph that explains a code. */
  public String help(ProblemCode code) {
    return get(code.code() + ".help");
  }

  /**
   * The text under a key with {0}, {1} … replaced.
   *
   * @throws IllegalArgumentException for a key that there is not
   */
  public String get(String key, Object... args) {
    StringBuilder out = new StringBuilder(80);
    fill(out, template(key), List.of(args));
    return out.toString();
  }

  Set<String> keys() {
    return texts.stringPropertyNames();
  }

  private String template(String key) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("no text for " + key + " in " + language);
    }
    return text;
  }

  /** Replaces {digit}; every other brace stays as it is. */
  private static void fill(StringBuilder out, String template, List<?> args) {
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      if (c == '{' && i + 2 < template.length() && template.charAt(i + 2) == '}') {
        int place = template.charAt(i + 1) - '0';
        if (place >= 0 && place < args.size()) {
          out.append(args.get(place));
          i += 2;
          continue;
        }
      }
      out.append(c);
    }
  }
}
