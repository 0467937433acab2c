package cohealth.report;

import cohealth.money.Fen;

/**
 * One difference between what a real system settled and what was computed.
 *
 * @param claim its id
 * @param person the patient's id; empty when nobody is known
 * @param column its name in the real system's file, or an identity, as {@code total=pool+cash}
 * @param expected what was computed; empty when there is nothing
 * @param actual what the real system says; empty when there is nothing
 * @param difference by how many yuan the real system's amount is more; empty when it is no amount
 * @param kind of the values
 * @param follows the claim from whose difference this one can follow; empty for none
 */
public record Discrepancy(
    String claim,
    String person,
    String column,
    String expected,
    String actual,
    String difference,
    Kind kind,
    DifferenceCause cause,
    String follows) {

  /** What the two values are. */
  public enum Kind {
    /** Amounts in yuan, or nothing. */
    AMOUNT,
    /** Ids, or texts that hold ids. */
    IDS,
    /** Other texts. */
    TEXT
  }

  /** A claim that the real system's file does not have. */
  public static Discrepancy missing(String claim, String person, String column) {
    return new Discrepancy(
        claim, person, column, claim, "", "", Kind.IDS, DifferenceCause.MISSING, "");
  }

  /** A claim that only the real system's file has. */
  public static Discrepancy extra(String claim, String person, String column) {
    return new Discrepancy(
        claim, person, column, "", claim, "", Kind.IDS, DifferenceCause.EXTRA, "");
  }

  /** A value that differs. */
  public static Discrepancy of(
      String claim, String person, ComparedCell cell, DifferenceCause cause, String follows) {
    Kind kind =
        cell.field().isMoney() ? Kind.AMOUNT : cell.field().holdsIds() ? Kind.IDS : Kind.TEXT;
    return new Discrepancy(
        claim,
        person,
        cell.name(),
        cell.expected(),
        cell.actual(),
        cell.delta(),
        kind,
        cause,
        follows);
  }

  /** An identity that does not hold: what the parts add up to, and what the column says. */
  public static Discrepancy of(String claim, String person, SettledIdentities.Broken identity) {
    return new Discrepancy(
        claim,
        person,
        identity.name(),
        Fen.text(identity.partsFen()),
        Fen.text(identity.sumFen()),
        Fen.text(identity.sumFen() - identity.partsFen()),
        Kind.AMOUNT,
        DifferenceCause.IDENTITY,
        "");
  }
}
