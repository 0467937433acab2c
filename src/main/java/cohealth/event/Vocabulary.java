package cohealth.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words of claims as small numbers: types, levels and diseases. The standard words come first,
 * in the order of {@link StandardType} and {@link StandardLevel}; then the words of the policies.
 * Filled while policies are loaded, only read afterwards.
 */
public final class Vocabulary {
  /** No such word; for levels and diseases also: not given. */
  public static final int NONE = -1;

  private final Words types = new Words();
  private final Words levels = new Words();
  private final Words diseases = new Words();

  /** The standard words alone. */
  public Vocabulary() {
    for (StandardType type : StandardType.values()) {
      types.add(type.name().toLowerCase(Locale.ROOT));
    }
    for (StandardLevel level : StandardLevel.values()) {
      levels.add(level.name().toLowerCase(Locale.ROOT));
    }
  }

  /** Claim types. */
  public Words types() {
    return types;
  }

  /** Facility levels. */
  public Words levels() {
    return levels;
  }

  /** Diseases that a policy names; all others need no number. */
  public Words diseases() {
    return diseases;
  }

  /** One kind of words, numbered from 0 in the order in which they were added. */
  public static final class Words {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    /** The number of the word, which is added when it is new. */
    public int add(String word) {
      Integer known = numbers.putIfAbsent(word, words.size());
      if (known != null) {
        return known;
      }
      words.add(word);
      return words.size() - 1;
    }

    /** The number of the word, or {@link #NONE}. */
    public int find(String word) {
      return numbers.getOrDefault(word, NONE);
    }

    /** The word of a number. */
    public String word(int number) {
      return words.get(number);
    }

    /** How many there are. */
    public int size() {
      return words.size();
    }
  }
}
