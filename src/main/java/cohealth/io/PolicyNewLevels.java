package cohealth.io;

import cohealth.event.StandardLevel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Words that a document adds to the facility levels although it uses standard ones, too: perhaps
 * slips of the hand, since any other word becomes a level of its own without a word.
 */
final class PolicyNewLevels {
  private static final List<String> STANDARD =
      Arrays.stream(StandardLevel.values())
          .map(level -> level.name().toLowerCase(Locale.ROOT))
          .toList();

  private PolicyNewLevels() {}

  /** Each word where it stands first, but for those that a note names. */
  static List<PolicyNode> of(PolicyNode root) {
    List<PolicyNode> levels = levels(root);
    if (levels.stream().noneMatch(level -> STANDARD.contains(level.text()))) {
      return List.of(); // levels of another kind altogether, as price classes
    }
    Set<String> told = new HashSet<>(STANDARD);
    return levels.stream()
        .filter(level -> told.add(level.text()) && !PolicySources.isInNote(root, level.text()))
        .toList();
  }

  /** The standard words that may be meant, or all of them. */
  static String offer(String word) {
    List<String> near = Spelling.near(word.toLowerCase(Locale.ROOT), STANDARD);
    return String.join(", ", near.isEmpty() ? STANDARD : near);
  }

  private static List<PolicyNode> levels(PolicyNode root) {
    List<PolicyNode> levels = new ArrayList<>();
    PolicyNode versions = root.get("versions");
    for (PolicyNode version : versions == null ? List.<PolicyNode>of() : versions.items()) {
      PolicyNode bands = version.get("bands");
      for (PolicyNode.Field band : bands == null ? List.<PolicyNode.Field>of() : bands.fields()) {
        PolicyNode words = band.value().get("levels");
        levels.addAll(words == null ? List.of() : words.items());
      }
    }
    return levels;
  }
}
