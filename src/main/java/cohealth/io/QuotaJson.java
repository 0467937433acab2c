package cohealth.io;

import cohealth.report.Ids;
import cohealth.report.QuotaColumn;
import cohealth.report.QuotaRow;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.function.IntFunction;

/**
 * What people have left as JSON, in the form of {@link SettlementJson}.
 *
 * @param name of a person, empty when it is not to be shown
 * @param byLine one object on each line, each with the schema version
 */
public record QuotaJson(Ids ids, IntFunction<String> name, boolean byLine)
    implements RowFormat<QuotaRow> {
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
    return new JsonRows("quota", byLine);
  }

  @Override
  public void append(StringBuilder out, QuotaRow row) {
    out.append(byLine ? "{" + JsonRows.VERSION + "," : "{");
    StringBuilder cell = new StringBuilder();
    for (QuotaColumn column : QuotaColumn.all()) {
      cell.setLength(0);
      if (column == QuotaColumn.NAME) {
        cell.append(name.apply(row.person()));
      } else {
        column.append(cell, row, ids);
      }
      out.append(column == QuotaColumn.PERSON_ID ? "\"" : ",\"")
          .append(column.header())
          .append("\":");
      appendValue(out, column, cell);
    }
    out.append('}');
  }

  private static void appendValue(StringBuilder out, QuotaColumn column, CharSequence cell) {
    if (cell.isEmpty()) {
      out.append("null");
    } else if (column.isNumber()) {
      out.append(cell);
    } else {
      out.append('"');
      JsonStringEncoder.getInstance().quoteAsString(cell, out);
      out.append('"');
    }
  }
}
