package cohealth.io;

import cohealth.time.Day;
import cohealth.time.DayText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change of policies as written on the command line: {@code
 * 510400/employee@2025-06-01/general/deductible/active=300.00} (docs/compare.md).
 *
 * @param text as written
 * @param place region and insurance, as {@code 510400/employee}
 * @param day on which the version that is meant is in force; {@link Day#UNKNOWN} = all versions
 * @param words the steps from the version on
 */
record PolicySetting(String text, String place, int day, List<String> words, String value) {
  /** Before the text in messages. */
  private static final String OPTION = "--set ";

  private static final int PLACE_WORDS = 2;

  /** Keys under which one word or several may stand. */
  private static final Set<String> ONE_OR_MANY =
      Set.of("group", "band", "disease", "type", "category", "plan", "benefit");

  /** Words that stand alone where otherwise a list does. */
  private static final Set<String> ALONE = Set.of("any", "in_scope", "all");

  /** The change, or null when the text has another form. */
  static @Nullable PolicySetting of(String text) {
    int equals = text.indexOf('=');
    List<String> steps =
        equals < 0 ? List.of() : Arrays.asList(text.substring(0, equals).split("/", -1));
    if (steps.size() <= PLACE_WORDS || steps.stream().anyMatch(String::isBlank)) {
      return null;
    }
    String insurance = steps.get(1);
    int at = insurance.indexOf('@');
    int day = at < 0 ? Day.UNKNOWN : DayText.day(insurance.substring(at + 1));
    if (at >= 0 && day == DayText.INVALID_DAY) {
      return null;
    }
    return new PolicySetting(
        text,
        steps.get(0) + "/" + (at < 0 ? insurance : insurance.substring(0, at)),
        day,
        List.copyOf(steps.subList(PLACE_WORDS, steps.size())),
        text.substring(equals + 1).strip());
  }

  /** What messages name as the file. */
  static String shown(String text) {
    return OPTION + text;
  }

  /** A problem with the change as a whole. */
  Problem problem(ProblemCode code, String... args) {
    return Problem.at(code, shown(text), 0, 0, null, args);
  }

  /** The path as it was written. */
  String path() {
    return text.substring(0, text.indexOf('='));
  }

  /** Whether it asks for every value that fits. */
  boolean asksForSeveral() {
    return words.contains(PolicyLeaf.ANY);
  }

  /** Whether it is about the version, or about what all versions share. */
  boolean isAbout(PolicyLeaf leaf, PolicyNode root) {
    if (day == Day.UNKNOWN) {
      return true;
    }
    for (PolicyNode version : versions(root)) {
      PolicyNode to = version.get("to");
      String from = PolicyLeaves.from(version);
      if (from.equals(leaf.from())
          && DayText.day(from) <= day
          && (to == null || day <= DayText.day(to.text()))) {
        return true;
      }
    }
    return false;
  }

  static List<PolicyNode> versions(PolicyNode root) {
    PolicyNode versions = root.get("versions");
    return versions == null ? List.of() : versions.items();
  }

  /**
   * What is to stand there instead. It has no column, but tells whose it is.
   *
   * @param number of this change, from 0
   */
  PolicyNode instead(PolicyNode old, int number) {
    PolicyPlace was = old.place();
    PolicyPlace place = new PolicyPlace(was.line(), -1 - number, was.parent(), was.step());
    String key = was.step();
    boolean list =
        switch (old.kind()) {
          case LIST -> !ALONE.contains(value);
          case TEXT ->
              (ONE_OR_MANY.contains(key) && value.indexOf(',') >= 0)
                  || (ALONE.contains(old.text()) && !ALONE.contains(value));
          default -> false;
        };
    if (list) {
      List<PolicyNode> items = new ArrayList<>();
      for (String item : value.isEmpty() ? new String[0] : value.split(",", -1)) {
        items.add(
            new PolicyNode(
                PolicyNode.Kind.TEXT,
                item.strip(),
                new PolicyPlace(place.line(), place.column(), place, "" + items.size()),
                List.of(),
                List.of()));
      }
      return new PolicyNode(PolicyNode.Kind.LIST, "", place, List.of(), List.copyOf(items));
    }
    PolicyNode.Kind kind =
        switch (old.kind()) {
          case NUMBER -> PolicyNode.Kind.NUMBER;
          case YES_OR_NO ->
              value.equals("true") || value.equals("false")
                  ? PolicyNode.Kind.YES_OR_NO
                  : PolicyNode.Kind.TEXT;
          default -> PolicyNode.Kind.TEXT;
        };
    return new PolicyNode(kind, value, place, List.of(), List.of());
  }

  /** The number of the change that put the value there, or -1. */
  static int number(@Nullable PolicyNode node) {
    return node == null || node.place().column() >= 0 ? -1 : -1 - node.place().column();
  }
}
