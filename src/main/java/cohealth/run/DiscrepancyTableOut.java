package cohealth.run;

import cohealth.report.Discrepancy;
import cohealth.report.DiscrepancyTable;
import cohealth.report.TextTable;
import cohealth.text.RowText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Differences as a table for people. */
final class DiscrepancyTableOut implements DiscrepancyOut {
  /** Stands between the cells of a row that is kept as text; no cell can hold it, nor the next. */
  private static final String UNIT_SEPARATOR = "\u001F";

  /** Stands between such rows. */
  private static final String RECORD_SEPARATOR = "\u001E";

  private final DiscrepancyTable view;
  private final TextOut out;
  private final TextTable table;
  private final long limit;
  private long shown;

  DiscrepancyTableOut(DiscrepancyTable view, TextOut out, long limit) {
    this.view = view;
    this.out = out;
    this.limit = limit;
    this.table = new TextTable(view.columns(), this::line);
  }

  @Override
  public void render(RowText text, List<Discrepancy> ofClaim) {
    for (int i = 0; i < ofClaim.size(); i++) {
      text.append(i == 0 ? "" : RECORD_SEPARATOR);
      text.append(String.join(UNIT_SEPARATOR, view.cells(ofClaim.get(i))));
    }
  }

  @Override
  public void emit(byte[] ofClaim, int from, int length) throws IOException {
    if (length == 0) {
      return;
    }
    try {
      String text = new String(ofClaim, from, length, StandardCharsets.UTF_8);
      for (String row : text.split(RECORD_SEPARATOR, -1)) {
        if (shown < limit) {
          shown++;
          table.row(List.of(row.split(UNIT_SEPARATOR, -1)));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void end() throws IOException {
    try {
      if (shown > 0) {
        table.end();
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    out.flush();
  }

  private void line(String line) {
    try {
      out.write(line);
      out.write("\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
