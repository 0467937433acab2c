package cohealth.run;

import cohealth.report.SettlementTable;
import cohealth.report.TextTable;
import cohealth.settlement.Settlement;
import cohealth.text.RowText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows as a table for people. */
final class TableOut implements RowOut {
  /** Stands between the cells of a row that is kept as text; no cell can hold it. */
  private static final char UNIT_SEPARATOR = '\u001F';

  private final SettlementTable view;
  private final TextTable table;
  private final TextOut out;
  private final long limit;

  /**
   * A table of the first rows.
   *
   * @param limit how many rows at most
   */
  TableOut(SettlementTable view, TextOut out, long limit) {
    this.view = view;
    this.out = out;
    this.limit = limit;
    this.table = new TextTable(view.columns(), this::line);
  }

  @Override
  public boolean wants(int place) {
    return place < limit;
  }

  @Override
  public void render(RowText text, Settlement row) {
    text.append(String.join(String.valueOf(UNIT_SEPARATOR), view.cells(row)));
  }

  @Override
  public void emit(byte[] row, int from, int length) throws IOException {
    try {
      String text = new String(row, from, length, StandardCharsets.UTF_8);
      table.row(List.of(text.split(String.valueOf(UNIT_SEPARATOR), -1)));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void end() throws IOException {
    try {
      table.end();
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
