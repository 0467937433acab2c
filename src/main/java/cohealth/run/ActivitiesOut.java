package cohealth.run;

import cohealth.io.RowFormat;
import cohealth.settlement.ActivityResult;
import cohealth.text.RowText;
import java.io.IOException;
import java.util.List;

/** What became of the activities, one row each. */
final class ActivitiesOut {
  private final RowFormat<ActivityResult> format;
  private final TextOut out;

  ActivitiesOut(RowFormat<ActivityResult> format, TextOut out, String start) throws IOException {
    this.format = format;
    this.out = out;
    out.write(start);
    out.write(format.before());
  }

  void write(List<ActivityResult> results) throws IOException {
    RowText line = new RowText();
    for (ActivityResult result : results) {
      line.clear();
      format.append(line, result);
      out.write(line);
      out.write(format.between());
    }
    out.flush();
  }
}
