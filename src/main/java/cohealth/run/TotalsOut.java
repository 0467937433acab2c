package cohealth.run;

import cohealth.report.Totals;
import java.io.IOException;
import java.util.List;

/** Sums by keys as CSV, written when the run is over. No value has to be quoted. */
record TotalsOut(Totals totals, TextOut out, String start) {
  void end() throws IOException {
    out.write(start);
    line(totals.columns());
    for (List<String> row : totals.rows()) {
      line(row);
    }
    out.flush();
  }

  private void line(List<String> cells) throws IOException {
    out.write(String.join(",", cells));
    out.write("\n");
  }
}
