package cohealth.io;

import cohealth.money.Fen;
import cohealth.report.Ids;
import cohealth.report.SettledColumn;
import cohealth.settlement.FamilyDraw;
import cohealth.settlement.Settlement;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;

/**
 * Results as JSON: one document with all rows, or one object on each line. Names are those of the
 * CSV columns; amounts are numbers with two decimals, what is blank in CSV is null, lists are
 * arrays.
 *
 * @param byLine one object on each line, each with the schema version
 */
public record SettlementJson(List<? extends SettledColumn> columns, Ids ids, boolean byLine)
    implements RowFormat<Settlement> {
  /** Raised when a reader of the old form could misread the new one. */
  public static final int SCHEMA_VERSION = 1;

  @Override
  public String before() {
    return frame().before();
  }

  @Override
  public String between() {
    return frame().between();
  }

  @Override
  public String after(boolean any) {
    return frame().after(any);
  }

  private JsonRows frame() {
    return new JsonRows("settlements", byLine);
  }

  @Override
  public void append(StringBuilder out, Settlement row) {
    out.append('{');
    if (byLine) {
      out.append(JsonRows.VERSION).append(',');
    }
    StringBuilder cell = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      SettledColumn column = columns.get(i);
      out.append(i == 0 ? "\"" : ",\"").append(column.header()).append("\":");
      if (column.kind() == SettledColumn.Kind.FAMILY) {
        appendDraws(out, row.familyDraws());
        continue;
      }
      cell.setLength(0);
      column.append(cell, row, ids);
      appendValue(out, column.kind(), cell);
    }
    out.append('}');
  }

  private void appendDraws(StringBuilder out, List<FamilyDraw> draws) {
    out.append('[');
    for (int i = 0; i < draws.size(); i++) {
      out.append(i == 0 ? "{\"payer_id\":" : ",{\"payer_id\":");
      appendText(out, ids.person(draws.get(i).payer()));
      out.append(",\"amount\":");
      Fen.append(out, draws.get(i).amountFen());
      out.append('}');
    }
    out.append(']');
  }

  private static void appendValue(StringBuilder out, SettledColumn.Kind kind, CharSequence cell) {
    if (kind == SettledColumn.Kind.LIST) {
      appendList(out, cell);
    } else if (cell.isEmpty()) {
      out.append("null");
    } else if (kind == SettledColumn.Kind.NUMBER) {
      out.append(cell);
    } else {
      appendText(out, cell);
    }
  }

  private static void appendList(StringBuilder out, CharSequence joined) {
    out.append('[');
    if (!joined.isEmpty()) {
      String separator = "";
      for (String part : joined.toString().split(";", -1)) {
        out.append(separator);
        appendText(out, part);
        separator = ",";
      }
    }
    out.append(']');
  }

  private static void appendText(StringBuilder out, CharSequence text) {
    out.append('"');
    JsonStringEncoder.getInstance().quoteAsString(text, out);
    out.append('"');
  }
}
