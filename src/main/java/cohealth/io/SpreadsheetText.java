package cohealth.io;

/** Text that may stand in a cell of CSV without being run by the spreadsheet that opens it. */
public final class SpreadsheetText {
  private SpreadsheetText() {}

  /** The text, with an apostrophe before what a spreadsheet would take for a formula. */
  public static String of(String text) {
    return !text.isEmpty() && IdText.isFormula(text) ? "'" + text : text;
  }

  /** The name of a file, which may be anything; {@code -} alone is a standard stream. */
  public static String ofFile(String name) {
    return name.equals(ResultSpool.NAME) ? name : of(Shown.escaped(name));
  }
}
