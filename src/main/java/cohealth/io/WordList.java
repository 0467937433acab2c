package cohealth.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words that a column takes and what they mean. ASCII letters may be written in either case.
 *
 * @param <T> what a word means
 */
final class WordList<T> {
  private static final int MOST_SHOWN = 12;
  private static final int LONGEST_CODE = 6;

  private final Map<String, T> meanings = new HashMap<>();
  private final List<String> shown = new ArrayList<>();
  private final Map<String, T> codes = new HashMap<>();

  /** Adds a word that messages offer, with other words for the same. */
  WordList<T> add(T meaning, String word, String... others) {
    shown.add(word);
    meanings.put(word, meaning);
    for (String other : others) {
      meanings.putIfAbsent(other, meaning);
    }
    return this;
  }

  /** Adds national codes: all numbers that begin with these digits and are not words themselves. */
  WordList<T> addCodes(T meaning, String start) {
    codes.put(start, meaning);
    return this;
  }

  /** What the text means, or null. */
  @Nullable T find(String text) {
    T meaning = meanings.get(text);
    if (meaning != null) {
      return meaning;
    }
    meaning = meanings.get(text.toLowerCase(Locale.ROOT));
    return meaning == null && !codes.isEmpty() && isCode(text) ? codes.get(start(text)) : meaning;
  }

  /** The words to offer instead of a text: the nearest ones, or the first of all. */
  String offer(String text) {
    List<String> near = Spelling.near(text.toLowerCase(Locale.ROOT), shown);
    List<String> offered = near.isEmpty() ? shown : near;
    String joined = String.join(", ", offered.subList(0, Math.min(MOST_SHOWN, offered.size())));
    return offered.size() > MOST_SHOWN ? joined + ", …" : joined;
  }

  /**
   * How a text that is none of the words is shown. What is written in other characters than they
   * are, at least by half, may be a name in the wrong column.
   */
  String shown(String text) {
    String known = String.join("", meanings.keySet());
    int[] characters = text.codePoints().filter(c -> c > 0x7F).toArray();
    long meant = Arrays.stream(characters).filter(c -> known.indexOf(c) >= 0).count();
    return 2 * meant >= characters.length ? Shown.cell(text) : Shown.figure(text);
  }

  private static boolean isCode(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return text.length() <= LONGEST_CODE;
  }

  private String start(String code) {
    for (int length = code.length(); length > 0; length--) {
      if (codes.containsKey(code.substring(0, length))) {
        return code.substring(0, length);
      }
    }
    return code;
  }
}
