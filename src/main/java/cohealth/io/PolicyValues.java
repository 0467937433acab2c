package cohealth.io;

import cohealth.money.AmountText;
import cohealth.money.BasisPoints;
import cohealth.person.Category;
import cohealth.policy.PolicyDocument.Text;
import cohealth.time.Day;
import cohealth.time.DayText;
import cohealth.time.YearStart;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The forms of values that docs/policies.md names. A value that is not of its form is reported, and
 * a harmless one stands in for it, so that reading goes on and finds the other problems.
 */
final class PolicyValues {
  /** The largest whole number in a document: of years, of members. */
  static final int LARGEST = 999;

  // What nobody sees, as Characters has it; docs/policy.schema.json has the same ranges.
  private static final String HIDDEN =
      "\\x00-\\x1f\\x7f-\\x9f\\xad\\u061c\\u115f\\u1160\\u180b-\\u180f\\u200b-\\u200f\\u2028-\\u202e"
          + "\\u2060-\\u206f\\u3164\\ud800-\\udfff\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb";
  private static final String WIDE_BLANKS = "\\xa0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000";
  private static final String NEVER = ",;:\"" + HIDDEN + WIDE_BLANKS;
  private static final Pattern NAME = Pattern.compile("(?![=+@-])[^ /'" + NEVER + "]{1,64}");
  private static final Pattern ACCUMULATOR = Pattern.compile("(?![=+@-])[^ '" + NEVER + "]{1,64}");
  private static final Pattern WORD = Pattern.compile("(?![ =+@-])[^" + NEVER + "]{1,64}(?<! )");
  private static final Pattern TEXT = Pattern.compile("[^" + HIDDEN + "]*");
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final Pattern REGION = Pattern.compile("[1-9][0-9]{5}");
  private static final Pattern CLOCK = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
  private static final Pattern YEAR = Pattern.compile("[1-9][0-9]{3}");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private final PolicyReading reading;

  /** Values of the document that the reading is of. */
  PolicyValues(PolicyReading reading) {
    this.reading = reading;
  }

  /** Whether the value is of the kind; reported when not. */
  boolean is(PolicyNode node, PolicyNode.Kind kind) {
    if (node.kind() != kind) {
      reading.report(ProblemCode.POLICY_WRONG_KIND, node.place(), kind.name(), node.kind().name());
    }
    return node.kind() == kind;
  }

  /** Text for people, with something in it and nothing hidden. */
  String text(PolicyNode node) {
    if (is(node, PolicyNode.Kind.TEXT)) {
      String text = node.text();
      if (text.codePoints().allMatch(c -> Characters.isBlank(c) || Characters.isHidden(c))) {
        reading.report(ProblemCode.POLICY_EMPTY_TEXT, node.place());
      } else if (!TEXT.matcher(text).matches()) {
        reading.report(ProblemCode.HIDDEN_CHARACTER, node.place(), hidden(text));
      }
    }
    return node.text();
  }

  private static String hidden(String text) {
    return text.codePoints()
        .filter(Characters::isHidden)
        .mapToObj(Characters::escape)
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /** A name in the document: of a group, a band, a benefit, a level, a type. */
  String name(PolicyNode node) {
    return form(node, NAME, ProblemCode.POLICY_BAD_NAME);
  }

  /** The name of an accumulator, which may hold slashes. */
  String accumulator(PolicyNode node) {
    return form(node, ACCUMULATOR, ProblemCode.POLICY_BAD_NAME);
  }

  /** A word of the household and claims files: a disease, a plan. */
  String word(PolicyNode node) {
    return form(node, WORD, ProblemCode.POLICY_BAD_NAME);
  }

  /** A document's id. */
  String id(PolicyNode node) {
    return form(node, ID, ProblemCode.POLICY_BAD_ID);
  }

  /** Six digits. */
  int region(PolicyNode node) {
    String text = form(node, REGION, ProblemCode.POLICY_BAD_REGION);
    return REGION.matcher(text).matches() ? Integer.parseInt(text) : 0;
  }

  /** Reports the place of a key that is no name. */
  String nameOfKey(PolicyNode.Field field) {
    if (!NAME.matcher(field.key()).matches()) {
      reading.report(ProblemCode.POLICY_BAD_NAME, field.place(), field.key());
    }
    return field.key();
  }

  /** An amount in fen. */
  long money(PolicyNode node) {
    if (is(node, PolicyNode.Kind.TEXT)) {
      long fen = AmountText.fen(node.text());
      if (fen != AmountText.INVALID) {
        return fen;
      }
      reading.report(ProblemCode.POLICY_BAD_MONEY, node.place(), node.text());
    }
    return 0;
  }

  /** Whether the value is an amount. */
  static boolean isMoney(PolicyNode node) {
    return node.kind() == PolicyNode.Kind.TEXT && AmountText.fen(node.text()) != AmountText.INVALID;
  }

  /** A rate in basis points. */
  int rate(PolicyNode node) {
    return rate(node, false, ProblemCode.POLICY_BAD_RATE);
  }

  /** A signed rate in basis points. */
  int points(PolicyNode node) {
    return rate(node, true, ProblemCode.POLICY_BAD_POINTS);
  }

  private int rate(PolicyNode node, boolean signed, ProblemCode code) {
    if (is(node, PolicyNode.Kind.TEXT)) {
      Integer basisPoints = BasisPoints.parse(node.text(), signed);
      if (basisPoints != null) {
        return basisPoints;
      }
      reading.report(code, node.place(), node.text());
    }
    return 0;
  }

  /** A day as {@code 2025-01-01}; {@link Day#UNKNOWN} when it is none. */
  int day(PolicyNode node) {
    if (is(node, PolicyNode.Kind.TEXT)) {
      int day = DAY.matcher(node.text()).matches() ? DayText.day(node.text()) : DayText.INVALID_DAY;
      if (day != DayText.INVALID_DAY) {
        return day;
      }
      reading.report(ProblemCode.POLICY_BAD_DAY, node.place(), node.text());
    }
    return Day.UNKNOWN;
  }

  /** A day of the year as {@code 07-01}. */
  YearStart yearStart(PolicyNode node) {
    if (is(node, PolicyNode.Kind.TEXT)) {
      // a common year, so that 29 February is not in it
      int day =
          node.text().length() == 5 ? DayText.day("2001-" + node.text()) : DayText.INVALID_DAY;
      if (day != DayText.INVALID_DAY) {
        return new YearStart(MonthDay.from(Day.date(day)));
      }
      reading.report(ProblemCode.POLICY_BAD_DAY_OF_YEAR, node.place(), node.text());
    }
    return YearStart.JANUARY;
  }

  /** A whole number from 0. */
  int whole(PolicyNode node) {
    if (is(node, PolicyNode.Kind.NUMBER)) {
      if (node.text().matches("[0-9]{1,3}")) {
        return Integer.parseInt(node.text());
      }
      reading.report(
          ProblemCode.POLICY_BAD_NUMBER, node.place(), node.text(), Integer.toString(LARGEST));
    }
    return 0;
  }

  /** A year of four digits; 0 when it is none. */
  int year(PolicyNode node) {
    if (is(node, PolicyNode.Kind.NUMBER)) {
      if (YEAR.matcher(node.text()).matches()) {
        return Integer.parseInt(node.text());
      }
      reading.report(ProblemCode.POLICY_BAD_YEAR, node.place(), node.text());
    }
    return 0;
  }

  /** A time of day as {@code 22:00}, in minutes; -1 when it is none. */
  int minute(PolicyNode node) {
    String text = form(node, CLOCK, ProblemCode.POLICY_BAD_CLOCK);
    return CLOCK.matcher(text).matches()
        ? Integer.parseInt(text.substring(0, 2)) * 60 + Integer.parseInt(text.substring(3))
        : -1;
  }

  /** {@code true} or {@code false}. */
  boolean yesOrNo(PolicyNode node) {
    return is(node, PolicyNode.Kind.YES_OR_NO) && node.text().equals("true");
  }

  /** One of the constants, written in small letters; the first stands in for what is none. */
  <E extends Enum<E>> E oneOf(Collection<E> allowed, PolicyNode node) {
    if (is(node, PolicyNode.Kind.TEXT)) {
      for (E constant : allowed) {
        if (written(constant).equals(node.text())) {
          return constant;
        }
      }
      notAmong(node, allowed.stream().map(PolicyValues::written).toList());
    }
    return allowed.iterator().next();
  }

  /** Categories of people, one or many. */
  Set<Category> categories(PolicyNode node) {
    List<Category> categories =
        oneOrMany(node, value -> oneOf(Arrays.asList(Category.values()), value));
    return categories.isEmpty()
        ? Set.of()
        : Collections.unmodifiableSet(EnumSet.copyOf(categories));
  }

  /** Reports a text that is none of the allowed ones. */
  void notAmong(PolicyNode node, Collection<String> allowed) {
    reading.report(
        ProblemCode.POLICY_BAD_WORD, node.place(), node.text(), String.join(", ", allowed));
  }

  /** How a constant is written in documents. */
  static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** A title or note in both languages. */
  Text bothLanguages(PolicyNode node) {
    PolicyFields fields = PolicyFields.of(node, reading, "zh", "en");
    return new Text(fields.required("zh", "", this::text), fields.required("en", "", this::text));
  }

  /** The items of a list, which may be empty. */
  <T> List<T> list(PolicyNode node, Function<PolicyNode, T> item) {
    return is(node, PolicyNode.Kind.LIST) ? node.items().stream().map(item).toList() : List.of();
  }

  /** The items of a list, which may not be empty. */
  <T> List<T> filledList(PolicyNode node, Function<PolicyNode, T> item) {
    if (node.kind() == PolicyNode.Kind.LIST && node.items().isEmpty()) {
      reading.report(ProblemCode.POLICY_EMPTY_LIST, node.place());
    }
    return list(node, item);
  }

  /** A list of different texts, which may be empty. */
  <T> List<T> differentItems(PolicyNode node, Function<PolicyNode, T> item) {
    Set<String> seen = new HashSet<>();
    List<T> values = new ArrayList<>();
    for (PolicyNode each : list(node, Function.identity())) {
      values.add(item.apply(each));
      if (!seen.add(each.text()) && each.kind() == PolicyNode.Kind.TEXT) {
        reading.report(ProblemCode.POLICY_REPEATED_ITEM, each.place(), each.text());
      }
    }
    return List.copyOf(values);
  }

  /** One text, or a list of different ones that is not empty. */
  <T> List<T> oneOrMany(PolicyNode node, Function<PolicyNode, T> item) {
    if (node.kind() != PolicyNode.Kind.LIST) {
      return List.of(item.apply(node));
    }
    if (node.items().isEmpty()) {
      reading.report(ProblemCode.POLICY_EMPTY_LIST, node.place());
    }
    return differentItems(node, item);
  }

  private String form(PolicyNode node, Pattern pattern, ProblemCode code) {
    if (is(node, PolicyNode.Kind.TEXT) && !pattern.matcher(node.text()).matches()) {
      reading.report(code, node.place(), node.text());
    }
    return node.text();
  }
}
