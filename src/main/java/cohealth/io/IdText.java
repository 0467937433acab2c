package cohealth.io;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What ids of people, households, claims and institutions may look like. */
final class IdText {
  static final int LONGEST = 64;
  private static final int IDENTITY_NUMBER_LENGTH = 18;
  private static final String FORMULA_STARTS = "=+-@＝＋－＠";
  private static final String SEPARATORS = "\",:;";
  private static final String CHECK_DIGITS = "10X98765432";
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  /** Why a text is no id, with what the message says. */
  record Fault(ProblemCode code, List<String> args) {
    static Fault of(ProblemCode code, String... args) {
      return new Fault(code, List.of(args));
    }
  }

  private IdText() {}

  /**
   * Why a text that is not blank cannot be an id, or null when it can. What still tells whose it is
   * is masked; a shortened number does not.
   */
  static @Nullable Fault fault(String id, boolean person, Shown shown) {
    int characters = 0;
    boolean numberLike = true;
    for (int i = 0; i < id.length(); characters++) {
      int c = id.codePointAt(i);
      if (c < '0' || c > '9') {
        numberLike &= c == '.' || c == '+' || c == '-' || c == 'E' || c == 'e';
        if (isForbidden(c)) {
          return Fault.of(ProblemCode.ID_CHARACTER, shown.id(id), name(c));
        }
      }
      i += Character.charCount(c);
    }
    if (characters > LONGEST) {
      return Fault.of(ProblemCode.ID_TOO_LONG, shown.id(id), Integer.toString(characters));
    }
    if (isFormula(id)) {
      return Fault.of(ProblemCode.ID_FORMULA, shown.id(id), id.substring(0, 1));
    }
    if (numberLike && isShortenedNumber(id)) {
      return Fault.of(ProblemCode.MANGLED_ID, Shown.cell(id));
    }
    return person && numberLike && isCutIdentityNumber(id)
        ? Fault.of(ProblemCode.MANGLED_PERSON_ID, shown.id(id))
        : null;
  }

  /** Whether a spreadsheet would take a text that is not empty for a formula. */
  static boolean isFormula(String text) {
    return FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
  }

  private static boolean isForbidden(int c) {
    return SEPARATORS.indexOf(c) >= 0
        || Characters.isHidden(c)
        || Characters.isBlank(c)
        || Characters.isVariation(c);
  }

  private static String name(int c) {
    return SEPARATORS.indexOf(c) >= 0 ? Character.toString(c) : Characters.escape(c);
  }

  /** A number as spreadsheets shorten it: 5.10E+17, digits with an exponent that has a sign. */
  private static boolean isShortenedNumber(String id) {
    int e = Math.max(id.indexOf('E'), id.indexOf('e'));
    if (e < 1 || e + 2 >= id.length() || (id.charAt(e + 1) != '+' && id.charAt(e + 1) != '-')) {
      return false;
    }
    int point = id.indexOf('.');
    return (point < 0 ? digits(id, 0, e) : digits(id, 0, point) && digits(id, point + 1, e))
        && digits(id, e + 2, id.length());
  }

  private static boolean digits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return from < to;
  }

  /** An identity number whose last digits became 000, so that its check digit is wrong. */
  private static boolean isCutIdentityNumber(String id) {
    if (id.length() != IDENTITY_NUMBER_LENGTH
        || !id.endsWith("000")
        || !digits(id, 0, IDENTITY_NUMBER_LENGTH)) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (id.charAt(i) - '0');
    }
    return CHECK_DIGITS.charAt(sum % CHECK_DIGITS.length()) != id.charAt(WEIGHTS.length);
  }
}
