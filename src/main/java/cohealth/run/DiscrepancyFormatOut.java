package cohealth.run;

import cohealth.io.RowFormat;
import cohealth.report.Discrepancy;
import cohealth.text.RowText;
import java.io.IOException;
import java.util.List;

/** Differences in a format for machines. */
final class DiscrepancyFormatOut implements DiscrepancyOut {
  private final RowFormat<Discrepancy> format;
  private final TextOut out;
  private boolean any;

  DiscrepancyFormatOut(RowFormat<Discrepancy> format, TextOut out, String start)
      throws IOException {
    this.format = format;
    this.out = out;
    out.write(start);
    out.write(format.before());
  }

  @Override
  public void render(RowText text, List<Discrepancy> ofClaim) {
    for (int i = 0; i < ofClaim.size(); i++) {
      text.append(i == 0 ? "" : format.between());
      format.append(text, ofClaim.get(i));
    }
  }

  @Override
  public void emit(byte[] ofClaim, int from, int length) throws IOException {
    if (length == 0) {
      return;
    }
    if (any) {
      out.write(format.between());
    }
    any = true;
    out.write(ofClaim, from, length);
  }

  @Override
  public void end() throws IOException {
    out.write(format.after(any));
    out.flush();
  }
}
