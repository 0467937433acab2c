package cohealth.run;

import cohealth.io.Messages;
import cohealth.io.Problem;
import cohealth.io.SpreadsheetText;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The rows that were not settled, as CSV: one line for each row, with the place and code of its
 * first problem and the sentences of all.
 */
final class RejectsCsv {
  /** The code of a row that waits for an earlier refused one of its family. */
  static final String BLOCKED = "BLOCKED";

  private final TextOut out;
  private final Messages messages;
  private final UnaryOperator<Problem> told;
  private long refused;
  private long blocked;

  RejectsCsv(TextOut out, Messages messages, String start) throws IOException {
    this(out, messages, start, UnaryOperator.identity());
  }

  /** Tells problems otherwise than they were found. */
  RejectsCsv(TextOut out, Messages messages, String start, UnaryOperator<Problem> told)
      throws IOException {
    this.out = out;
    this.messages = messages;
    this.told = told;
    out.write(start);
    out.write("file,line,column,field,code,message\n");
  }

  void refused(List<Problem> problems) throws IOException {
    refused++;
    Problem first = told.apply(problems.get(0));
    String sentences =
        problems.stream().map(told).map(messages::sentence).collect(Collectors.joining("; "));
    row(first, first.code().code(), sentences);
  }

  void blocked(Problem place) throws IOException {
    blocked++;
    row(told.apply(place), BLOCKED, messages.get("reason." + BLOCKED));
  }

  void end() throws IOException {
    out.flush();
  }

  long refusedCount() {
    return refused;
  }

  long blockedCount() {
    return blocked;
  }

  private void row(Problem place, String code, String message) throws IOException {
    out.write(quoted(SpreadsheetText.ofFile(place.file())));
    out.write("," + place.line() + "," + place.column() + ",");
    out.write(place.field() == null ? "" : place.field());
    out.write("," + code + "," + quoted(message) + "\n");
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
