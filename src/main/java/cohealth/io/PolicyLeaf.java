package cohealth.io;

import java.util.ArrayList;
import java.util.List;

/**
 * A value of a policy document that has a path of its own.
 *
 * @param from the first day of its version as written; empty for what all versions share
 * @param steps from the version, or from the document
 * @param node the value: a text, a number, a word, or a list of those
 */
record PolicyLeaf(String from, List<Step> steps, PolicyNode node) {
  /** Stands for any one name in a path: of a group, a band, a benefit; not for a key. */
  static final String ANY = "*";

  /**
   * A part of the path in the ways in which it may be written, each as so many words; the first is
   * the usual one.
   *
   * @param named it is the name of an item, not a key
   */
  record Step(List<List<String>> ways, boolean named) {
    /** A key with several words for the same. */
    static Step of(String... words) {
      List<List<String>> ways = new ArrayList<>();
      for (String word : words) {
        ways.add(word.isEmpty() ? List.of() : List.of(word));
      }
      return new Step(List.copyOf(ways), false);
    }
  }

  /** Whether the words, of which some may be {@value #ANY}, name this value. */
  boolean isNamed(List<String> words) {
    return isNamed(words, 0);
  }

  private boolean isNamed(List<String> words, int step) {
    if (step == steps.size()) {
      return words.isEmpty();
    }
    for (List<String> way : steps.get(step).ways()) {
      if (begins(words, way, steps.get(step).named())
          && isNamed(words.subList(way.size(), words.size()), step + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean begins(List<String> words, List<String> way, boolean named) {
    if (words.size() < way.size()) {
      return false;
    }
    for (int i = 0; i < way.size(); i++) {
      boolean any = named && words.get(i).equals(ANY);
      if (!any && !words.get(i).equals(way.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The usual path. */
  String path() {
    List<String> words = new ArrayList<>();
    steps.forEach(step -> words.addAll(step.ways().get(0)));
    return String.join("/", words);
  }

  /** The path that no other value of the document has: items of lists by their number. */
  String exactPath() {
    List<String> words = new ArrayList<>();
    steps.forEach(step -> words.addAll(step.ways().get(step.ways().size() - 1)));
    return String.join("/", words);
  }
}
