package cohealth.report;

import cohealth.report.TextTable.Column;
import cohealth.report.TextTable.Lines;
import java.util.List;
import java.util.Map;

/**
 * Codes that occurred, how often, and what they mean, for people.
 *
 * @param counts by code, in the order in which they are told
 * @param counted the key of the word for what is counted
 */
record ReasonText(Map<String, Long> counts, String counted, Words words) {
  /** Tells the lines, the first of them blank; nothing when there are no codes. */
  void tell(Lines lines) {
    if (counts.isEmpty()) {
      return;
    }
    TextTable table =
        new TextTable(
            List.of(
                new Column(words.get("run.summary.reason"), false),
                new Column(words.get(counted), true),
                new Column(words.get("run.summary.meaning"), false)),
            lines);
    counts.forEach(
        (code, count) ->
            table.row(List.of(code, Long.toString(count), words.get("reason." + code))));
    lines.line("");
    table.end();
  }
}
