package cohealth.run;

import cohealth.io.RowFormat;
import cohealth.report.Discrepancy;
import cohealth.report.DiscrepancyTable;
import cohealth.text.RowText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Where differences go: first made text, claim by claim, then out, in the order of the files. */
public interface DiscrepancyOut {
  /** Differences in a format for machines; {@code mark} begins them with a byte order mark. */
  static DiscrepancyOut formatted(RowFormat<Discrepancy> format, OutputStream out, boolean mark)
      throws IOException {
    return new DiscrepancyFormatOut(format, new TextOut(out), RunOutputs.start(mark));
  }

  /** Differences as a table of the first {@code limit} rows; nothing when there are none. */
  static DiscrepancyOut table(DiscrepancyTable view, OutputStream out, long limit) {
    return new DiscrepancyTableOut(view, new TextOut(out), limit);
  }

  /** Makes the differences of one claim text. */
  void render(RowText text, List<Discrepancy> ofClaim);

  /** The next claim's text as {@code length} bytes; none when it has no differences. */
  void emit(byte[] ofClaim, int from, int length) throws IOException;

  /** There are no more. */
  void end() throws IOException;
}
