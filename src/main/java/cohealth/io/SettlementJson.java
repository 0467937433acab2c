package cohealth.io;

import cohealth.money.Fen;
import cohealth.report.Ids;
import cohealth.report.SettledColumn;
import cohealth.settlement.FamilyDraw;
import cohealth.settlement.Settlement;
import cohealth.text.RowText;
import java.util.List;

/**
 * Results as JSON: one document with all rows, or one object on each line. Names are those of the
 * CSV columns; amounts are numbers with two decimals, what is blank in CSV is null, lists are
 * arrays.
 */
public final class SettlementJson implements RowFormat<Settlement> {
  /** Raised when a reader of the old form could misread the new one. */
  public static final int SCHEMA_VERSION = 1;

  private final SettledColumn[] columns;
  private final String[] keys;
  private final Ids ids;
  private final JsonRows frame;

  /**
   * Rows with some columns.
   *
   * @param byLine one object on each line, each with the schema version
   */
  public SettlementJson(List<? extends SettledColumn> columns, Ids ids, boolean byLine) {
    this.columns = columns.toArray(SettledColumn[]::new);
    this.ids = ids;
    this.frame = new JsonRows("settlements", byLine);
    this.keys = new String[this.columns.length];
    for (int i = 0; i < keys.length; i++) {
      String start = i > 0 ? "," : byLine ? "{" + JsonRows.VERSION + "," : "{";
      keys[i] = start + '"' + this.columns[i].header() + "\":";
    }
  }

  @Override
  public String before() {
    return frame.before();
  }

  @Override
  public String between() {
    return frame.between();
  }

  @Override
  public String after(boolean any) {
    return frame.after(any);
  }

  @Override
  public void append(RowText out, Settlement row) {
    for (int i = 0; i < columns.length; i++) {
      out.append(keys[i]);
      append(out, row, columns[i]);
    }
    out.append('}');
  }

  private void append(RowText out, Settlement row, SettledColumn column) {
    switch (column.kind()) {
      case TEXT -> {
        int start = JsonText.open(out);
        column.append(out, row, ids);
        JsonText.closeOrNull(out, start);
      }
      case NUMBER -> {
        int start = out.size();
        column.append(out, row, ids);
        if (out.size() == start) {
          out.append("null");
        }
      }
      case LIST -> appendList(out, row, column);
      case FAMILY -> appendDraws(out, row.familyDraws());
    }
  }

  private void appendDraws(RowText out, List<FamilyDraw> draws) {
    out.append('[');
    for (int i = 0; i < draws.size(); i++) {
      out.append(i == 0 ? "{\"payer_id\":" : ",{\"payer_id\":");
      int start = JsonText.open(out);
      ids.appendPerson(out, draws.get(i).payer());
      JsonText.close(out, start);
      out.append(",\"amount\":");
      Fen.append(out, draws.get(i).amountFen());
      out.append('}');
    }
    out.append(']');
  }

  private void appendList(RowText out, Settlement row, SettledColumn column) {
    out.append('[');
    int start = out.size();
    column.append(out, row, ids);
    if (out.size() > start) {
      String joined = out.text(start);
      out.cut(start);
      String separator = "";
      for (String part : joined.split(";", -1)) {
        out.append(separator);
        JsonText.append(out, part);
        separator = ",";
      }
    }
    out.append(']');
  }
}
