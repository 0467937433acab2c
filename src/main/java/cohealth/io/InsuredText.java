package cohealth.io;

import cohealth.money.Fen;
import cohealth.person.Attribute;
import cohealth.person.Category;
import cohealth.person.Insurance;
import cohealth.person.Insured;
import cohealth.time.Day;
import cohealth.time.DayText;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a person is insured, attribute by attribute, as the program writes it for itself: the words
 * of the households file, null for what is not given or open.
 */
final class InsuredText {
  private InsuredText() {}

  /** One attribute's value. */
  static @Nullable String of(Attribute attribute, Insured insured) {
    return switch (attribute) {
      case INSURANCE -> word(insured.insurance());
      case CATEGORY -> word(insured.category());
      case PLAN -> insured.plan().isEmpty() ? null : insured.plan();
      case CONTRACTED -> yes(insured.contracted());
      case REGION -> Integer.toString(insured.region());
      case STATUS -> insured.suspended() ? "suspended" : "normal";
      case BENEFIT_FROM -> day(insured.benefitFrom(), Day.OPEN_START);
      case BENEFIT_TO -> day(insured.benefitTo(), Day.OPEN_END);
      case RETIRED_ON -> day(insured.retiredOn(), Day.UNKNOWN);
      case DISEASES -> diseases(insured.diseases());
      case WALLET -> yes(insured.walletOpened());
      case CONTRIBUTION_BASE ->
          insured.contributionBaseFen() == Fen.NONE
              ? null
              : Long.toString(insured.contributionBaseFen());
    };
  }

  /**
   * Nobody with the value in the attribute.
   *
   * @throws IllegalArgumentException when it is no such value
   */
  static Insured read(Attribute attribute, @Nullable String value) {
    Insured nothing = Insured.NOTHING;
    if (value == null) {
      return nothing;
    }
    boolean yes = value.equals("yes");
    return new Insured(
        attribute == Attribute.INSURANCE ? Insurance.valueOf(upper(value)) : nothing.insurance(),
        attribute == Attribute.CATEGORY ? Category.valueOf(upper(value)) : null,
        attribute == Attribute.PLAN ? value : "",
        attribute == Attribute.CONTRACTED && yes,
        attribute == Attribute.REGION ? Integer.parseInt(value) : 0,
        attribute == Attribute.STATUS && value.equals("suspended"),
        attribute == Attribute.BENEFIT_FROM ? readDay(value) : Day.OPEN_START,
        attribute == Attribute.BENEFIT_TO ? readDay(value) : Day.OPEN_END,
        attribute == Attribute.RETIRED_ON ? readDay(value) : Day.UNKNOWN,
        attribute == Attribute.DISEASES ? HouseholdRow.diseasesOf(value) : null,
        attribute == Attribute.WALLET && yes,
        attribute == Attribute.CONTRIBUTION_BASE ? Long.parseLong(value) : Fen.NONE);
  }

  /** The day, or null where it is the open one. */
  static @Nullable String day(int day, int open) {
    return day == open ? null : Day.text(day);
  }

  /** A day that the program wrote. */
  static int readDay(String text) {
    int day = DayText.day(text);
    if (day == DayText.INVALID_DAY) {
      throw new IllegalArgumentException("a day");
    }
    return day;
  }

  /** An enum's value as a word, or null. */
  static @Nullable String word(@Nullable Enum<?> value) {
    return value == null ? null : value.name().toLowerCase(Locale.ROOT);
  }

  /** A word as an enum's name. */
  static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }

  private static @Nullable String diseases(@Nullable Set<String> diseases) {
    return diseases == null ? null : String.join(";", new TreeSet<>(diseases));
  }

  private static String yes(boolean value) {
    return value ? "yes" : "no";
  }
}
