package cohealth.cli;

import cohealth.io.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of a command line that is written in the plain way: each option once, alone, followed
 * by its values. Almost every line of a script is; it is read here because picocli needs longer to
 * begin than a small run takes. Whatever is not plain, wrong above all, is left to picocli, which
 * defines what a command line means.
 */
final class PlainWords {
  private static final int MOST_DIGITS = 18;

  /** In every command that has them. */
  private static final Map<String, String> LONG_NAMES =
      Map.of(
          "-H", "--households",
          "-C", "--claims",
          "-B", "--bindings",
          "-A", "--activities",
          "-p", "--policy",
          "-o", "--output",
          "-f", "--format");

  private final String[] words;
  private final Set<String> seen = new HashSet<>();
  private int next;

  /** What stands behind = in the word of the option, until it is taken. */
  private @Nullable String joined;

  private PlainWords(String[] words, int from) {
    this.words = words;
    this.next = from;
  }

  /**
   * Gives words to a command that was just made.
   *
   * @param from the first word after the command's name
   * @return false when the line is not plain; the command is of no use then
   */
  static boolean read(String[] words, int from, PlainCommand command) {
    PlainWords plain = new PlainWords(words, from);
    try {
      while (plain.next < words.length) {
        if (!command.take(plain.option(), plain) || plain.joined != null) {
          return false;
        }
      }
      return command.isComplete();
    } catch (NotPlain e) {
      return false;
    }
  }

  private String option() throws NotPlain {
    String option = words[next++];
    int equals = option.startsWith("--") ? option.indexOf('=') : -1;
    if (equals > 0) {
      joined = option.substring(equals + 1);
      option = option.substring(0, equals);
    }
    option = LONG_NAMES.getOrDefault(option, option);
    if (!seen.add(option)) {
      throw new NotPlain();
    }
    return option;
  }

  /** The option's value. */
  String value() throws NotPlain {
    String value = joined;
    joined = null;
    if (value == null && next < words.length) {
      value = words[next++];
    }
    if (value == null || !isValue(value)) {
      throw new NotPlain();
    }
    return value;
  }

  /** The option's values: all words up to the next option, at least one. */
  List<String> values() throws NotPlain {
    List<String> values = new ArrayList<>();
    values.add(value());
    while (next < words.length && isValue(words[next])) {
      values.add(words[next++]);
    }
    if (next < words.length && words[next].isEmpty()) {
      throw new NotPlain();
    }
    return values;
  }

  /** The one of the choices that the value names. */
  <T> T oneOf(T[] choices) throws NotPlain {
    String value = value();
    for (T choice : choices) {
      if (choice.toString().equals(value)) {
        return choice;
      }
    }
    throw new NotPlain();
  }

  Language language() throws NotPlain {
    Language language = LanguageChoice.parse(value());
    if (language == null) {
      throw new NotPlain();
    }
    return language;
  }

  Long number() throws NotPlain {
    String value = value();
    if (value.length() > MOST_DIGITS) {
      throw new NotPlain();
    }
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        throw new NotPlain();
      }
    }
    return Long.valueOf(value);
  }

  /** {@code -} is a file. */
  private static boolean isValue(String word) {
    return !word.isEmpty() && (word.charAt(0) != '-' || word.length() == 1);
  }

  /** The line is left to picocli. */
  static final class NotPlain extends Exception {
    private static final long serialVersionUID = 1;

    NotPlain() {
      super(null, null, false, false);
    }
  }
}
