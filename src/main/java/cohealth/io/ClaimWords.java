package cohealth.io;

import cohealth.event.StandardLevel;
import cohealth.event.StandardType;
import cohealth.event.Vocabulary;
import java.util.Locale;

/** The words for claim types and facility levels as numbers of a {@link Vocabulary}. */
final class ClaimWords {
  private final WordList<Integer> types = new WordList<>();
  private final WordList<Integer> levels = new WordList<>();

  ClaimWords(Vocabulary vocabulary) {
    for (StandardType type : StandardType.values()) {
      types.add(
          type.ordinal(),
          type.name().toLowerCase(Locale.ROOT),
          switch (type) {
            case GENERAL -> new String[] {type.nationalCode(), "普通门诊"};
            case EMERGENCY -> new String[] {type.nationalCode(), "急诊"};
            case CHRONIC -> new String[] {type.nationalCode(), "门诊慢特病"};
            case PHARMACY -> new String[] {type.nationalCode(), "定点药店购药", "药店购药"};
            case TWO_DISEASE -> new String[] {type.nationalCode(), "门诊两病", "两病"};
            case SPECIAL_DRUG -> new String[] {type.nationalCode(), "特药"};
          });
    }
    for (StandardLevel level : StandardLevel.values()) {
      levels.add(
          level.ordinal(),
          level.name().toLowerCase(Locale.ROOT),
          switch (level) {
            case VILLAGE -> new String[] {"村卫生室"};
            case COMMUNITY -> new String[] {"社区"};
            case PRIMARY -> new String[] {"一级"};
            case SECONDARY -> new String[] {"二级"};
            case TERTIARY -> new String[] {"三级"};
            case TERTIARY_A -> new String[] {"三级甲", "三级甲等"};
            case TERTIARY_B -> new String[] {"三级乙", "三级乙等"};
            case TERTIARY_C -> new String[] {"三级丙", "三级丙等"};
            case PHARMACY -> new String[] {"药店", "零售药店"};
          });
    }
    addOthers(types, vocabulary.types(), StandardType.values().length);
    addOthers(levels, vocabulary.levels(), StandardLevel.values().length);
  }

  WordList<Integer> types() {
    return types;
  }

  WordList<Integer> levels() {
    return levels;
  }

  /** The words of policies stand after the standard ones. */
  private static void addOthers(WordList<Integer> list, Vocabulary.Words words, int standardWords) {
    for (int number = standardWords; number < words.size(); number++) {
      list.add(number, words.word(number));
    }
  }
}
