package cohealth.report;

import org.jspecify.annotations.Nullable;

/**
 * What there is to say of a problem code, in one language.
 *
 * @param code as written in messages
 * @param severity error, warning or note, in the language
 * @param line the line that tells it, with … for what is filled in
 * @param meaning the paragraph that explains it
 * @param example how it is met, if that can be shown
 */
public record CodeEntry(
    String code, String severity, String line, String meaning, @Nullable Example example) {
  /** Codes of one group begin with this many of the same characters. */
  private static final int GROUP = 2;

  /**
   * How a code is met.
   *
   * @param folder of the error gallery
   * @param row what stood in the input; perhaps blank
   * @param told what the user then saw
   */
  public record Example(String folder, String row, String told) {}

  /** The group of the code, as {@code E2}. */
  public String group() {
    return code.substring(0, GROUP);
  }

  /** What stands behind the semicolon of a line is the remedy. */
  String found() {
    return line.split("; |；", 2)[0];
  }
}
