package cohealth.io;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Which sources the parts of a document name. */
final class PolicySources {
  private static final String SOURCE = "source";
  private static final String PROOF = "proof";

  private PolicySources() {}

  /** The sources of all values, in their order. */
  static Set<String> ofValues(PolicyNode root) {
    Set<String> sources = new LinkedHashSet<>();
    for (PolicyNode.Field field : root.fields()) {
      if (!field.key().equals(PROOF)) {
        collect(field.value(), sources);
      }
    }
    return sources;
  }

  /** Whether anything names the source: a value, a proof, or the text of a note. */
  static boolean isNamed(PolicyNode root, String id) {
    Set<String> sources = new LinkedHashSet<>();
    collect(root, sources);
    return sources.contains(id) || isInText(root, word(id));
  }

  /** Whether the text of a note has the word. */
  static boolean isInNote(PolicyNode root, String word) {
    PolicyNode notes = root.get("notes");
    return notes != null && isInText(notes, word(word));
  }

  private static Pattern word(String word) {
    return Pattern.compile("(?<![A-Za-z0-9-])" + Pattern.quote(word) + "(?![A-Za-z0-9-])");
  }

  private static void collect(PolicyNode node, Set<String> sources) {
    for (PolicyNode.Field field : node.fields()) {
      if (field.key().equals(SOURCE) && field.value().kind() == PolicyNode.Kind.TEXT) {
        sources.add(field.value().text());
      }
      collect(field.value(), sources);
    }
    node.items().forEach(item -> collect(item, sources));
  }

  /** Of a text in two languages, either may name it. */
  private static boolean isInText(PolicyNode node, Pattern word) {
    for (PolicyNode.Field field : node.fields()) {
      boolean text = field.key().equals("zh") || field.key().equals("en");
      if ((text && word.matcher(field.value().text()).find()) || isInText(field.value(), word)) {
        return true;
      }
    }
    return node.items().stream().anyMatch(item -> isInText(item, word));
  }
}
