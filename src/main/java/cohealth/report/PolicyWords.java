package cohealth.report;

import cohealth.event.Component;
import cohealth.event.Cover;
import cohealth.event.StandardLevel;
import cohealth.event.StandardType;
import cohealth.policy.PolicyDocument.Band;
import cohealth.policy.PolicyDocument.Text;
import cohealth.policy.PolicyDocument.Version;
import cohealth.policy.PolicyDocument.Word;
import cohealth.time.Day;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The parts of policies in the words of a language.
 *
 * @param chinese which of the two texts of a document is shown
 */
public record PolicyWords(Phrases phrases, boolean chinese) {
  /** The sentence under {@code policy.KEY}. */
  String get(String key, Object... args) {
    return phrases.get("policy." + key, args);
  }

  /** A text of the document. */
  String of(Text text) {
    return chinese ? text.zh() : text.en();
  }

  /** A constant of the program: a category, a purse, a period. */
  String of(Enum<?> constant) {
    return get("word." + written(constant));
  }

  /** The same for several, joined. */
  String all(Collection<? extends Enum<?>> constants) {
    return join(constants.stream().map(this::of).toList());
  }

  /** A list. */
  String join(List<String> words) {
    return String.join(get("comma"), words);
  }

  /** Conditions that must all hold; none = anybody, anything. */
  String conditions(List<String> conditions) {
    return conditions.isEmpty() ? get("any") : String.join(get("semicolon"), conditions);
  }

  /** A claim type, with its title if the policy adds it. */
  String type(Version version, String type) {
    for (Word word : version.types()) {
      if (word.name().equals(type)) {
        return of(word.title());
      }
    }
    return standard("type.", StandardType.values(), type);
  }

  /** The levels of a band. */
  String levels(Band band) {
    return join(
        band.levels().stream()
            .map(level -> standard("level.", StandardLevel.values(), level))
            .toList());
  }

  /** Days from one to another; either may be open. */
  String days(int from, int to) {
    if (to == Day.OPEN_END) {
      return get("days.from", Day.text(from));
    }
    return from == Day.OPEN_START
        ? get("days.to", Day.text(to))
        : get("days.both", Day.text(from), Day.text(to));
  }

  /** The components that a payer may pay. */
  String cover(Cover cover) {
    if (cover.equals(Cover.ALL)) {
      return get("cover.all");
    }
    if (cover.equals(Cover.IN_SCOPE)) {
      return get("cover.inScope");
    }
    List<Component> covered = new ArrayList<>(List.of(Component.values()));
    covered.removeIf(component -> !cover.has(component));
    return all(covered);
  }

  /** Yes or no. */
  String yes(boolean yes) {
    return get(yes ? "yes" : "no");
  }

  /** A sentence with the source of what it says, if that has one. */
  String sourced(String sentence, @Nullable String source) {
    return source == null ? sentence : get("sourced", sentence, source);
  }

  /** What stands beside a value: its source, or that it has none. */
  static String source(@Nullable String source) {
    return source == null ? "-" : source;
  }

  private String standard(String prefix, Enum<?>[] words, String word) {
    return Arrays.stream(words).map(PolicyWords::written).anyMatch(word::equals)
        ? get(prefix + word)
        : word;
  }

  private static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
