package cohealth.report;

import cohealth.money.AmountText;
import cohealth.money.Fen;

/**
 * One value that a real system gave for a claim, beside the one that was computed, both in the same
 * form.
 *
 * @param name of the column, as the real system's file has it
 */
public record ComparedCell(SettledField field, String name, String expected, String actual) {
  /** Whether the two agree. */
  boolean agrees() {
    return expected.equals(actual);
  }

  /** The computed amount in fen; a blank one is none. */
  long expectedFen() {
    return fen(expected);
  }

  /** The real system's amount in fen; a blank one is none. */
  long actualFen() {
    return fen(actual);
  }

  /** By how much the real system's amount is more. */
  long deltaFen() {
    return Math.subtractExact(actualFen(), expectedFen());
  }

  /** Whether there is an amount on both sides, so that a difference can be told in yuan. */
  boolean hasDelta() {
    return field.isMoney() && !expected.isEmpty() && !actual.isEmpty();
  }

  /** The difference in yuan; empty when it is none. */
  String delta() {
    return hasDelta() ? Fen.text(deltaFen()) : "";
  }

  private static long fen(String text) {
    return text.isEmpty() ? 0 : AmountText.signedFen(text);
  }
}
