package cohealth.comparison;

import cohealth.event.StandardLevel;
import cohealth.money.Fen;
import cohealth.report.Phrases;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the parts of a comparison are called, for people. */
public record ComparisonWords(Phrases phrases) {
  private static final int NUMBERED = 4;

  /** An amount within bounds. */
  public String band(AmountBand band) {
    String above = Fen.text(band.aboveFen());
    return band.upToFen() == Long.MAX_VALUE
        ? get("band.above", above)
        : get("band", above, Fen.text(band.upToFen()));
  }

  /** The part of a dimension with the key. */
  public String slice(Dimension dimension, String key) {
    if (key.isEmpty()) {
      return get("unknown");
    }
    return switch (dimension) {
      case GROUP ->
          Arrays.stream(key.split("/", -1))
              .map(word -> phrases.get("policy.word." + word))
              .collect(Collectors.joining(phrases.get("policy.comma")));
      case FACILITY_LEVEL ->
          Arrays.stream(StandardLevel.values())
                  .anyMatch(level -> level.name().toLowerCase(Locale.ROOT).equals(key))
              ? phrases.get("policy.level." + key)
              : key;
      default -> key;
    };
  }

  /** Changes by their numbers. */
  public String numbers(List<Integer> numbers) {
    return numbers.size() <= NUMBERED
        ? Measures.key(numbers)
        : get("alone.several", numbers.get(0), numbers.get(numbers.size() - 1), numbers.size());
  }

  private String get(String key, Object... args) {
    return phrases.get("compare." + key, args);
  }
}
