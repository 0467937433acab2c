package cohealth.run;

import cohealth.io.RowFormat;
import cohealth.settlement.Settlement;
import cohealth.text.RowText;
import java.io.IOException;

/** Rows in a format for machines. */
final class FormatOut implements RowOut {
  private final RowFormat<Settlement> format;
  private final TextOut out;
  private long rows;

  FormatOut(RowFormat<Settlement> format, TextOut out, String start) throws IOException {
    this.format = format;
    this.out = out;
    out.write(start);
    out.write(format.before());
  }

  @Override
  public boolean wants(int place) {
    return true;
  }

  @Override
  public boolean rendersAnywhere() {
    return true;
  }

  @Override
  public void render(RowText text, Settlement row) {
    format.append(text, row);
  }

  @Override
  public void emit(byte[] row, int from, int length) throws IOException {
    if (rows > 0) {
      out.write(format.between());
    }
    rows++;
    out.write(row, from, length);
  }

  @Override
  public void end() throws IOException {
    out.write(format.after(rows > 0));
    out.flush();
  }

  /** How many rows have been written. */
  long rows() {
    return rows;
  }
}
