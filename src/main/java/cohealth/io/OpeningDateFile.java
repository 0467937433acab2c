package cohealth.io;

import cohealth.time.Day;
import cohealth.time.DayText;
import java.io.BufferedReader;
import java.io.IOException;

/** Reads the day as of which balances are from a file that holds nothing else. */
public final class OpeningDateFile {
  private static final String EXAMPLE = "2025-03-14";

  private OpeningDateFile() {}

  /** The day; {@link Day#UNKNOWN} when the text is none, and then the problem is added. */
  public static int read(InputText text, Problems problems) throws UnreadableFile {
    String line;
    try (BufferedReader reader = new BufferedReader(text.reader())) {
      String first = reader.readLine();
      line = first == null ? "" : first.strip();
    } catch (IOException e) {
      throw text.failed(e);
    }
    text.checkUnchanged();
    int day = DayText.day(line);
    if (day != DayText.INVALID_DAY) {
      return day;
    }
    problems.add(
        Problem.at(ProblemCode.NOT_A_DATE, text.name(), 1, 1, null, Shown.cell(line), EXAMPLE));
    return Day.UNKNOWN;
  }
}
