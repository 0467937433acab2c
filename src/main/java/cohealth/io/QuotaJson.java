package cohealth.io;

import cohealth.report.Ids;
import cohealth.report.QuotaColumn;
import cohealth.report.QuotaRow;
import cohealth.text.RowText;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What people have left as JSON, in the form of {@link SettlementJson}.
 *
 * @param name of a person, empty when it is not to be shown
 * @param byLine one object on each line, each with the schema version
 */
public record QuotaJson(Ids ids, IntFunction<String> name, boolean byLine)
    implements RowFormat<QuotaRow> {
  private static final List<QuotaColumn> COLUMNS = QuotaColumn.all();

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
  public void append(RowText out, QuotaRow row) {
    out.append(byLine ? "{" + JsonRows.VERSION + "," : "{");
    for (QuotaColumn column : COLUMNS) {
      out.append(column == QuotaColumn.PERSON_ID ? "\"" : ",\"");
      out.append(column.header()).append("\":");
      if (column == QuotaColumn.NAME) {
        JsonText.appendOrNull(out, name.apply(row.person()));
      } else if (column.isNumber()) {
        int start = out.size();
        column.append(out, row, ids);
        if (out.size() == start) {
          out.append("null");
        }
      } else {
        int start = JsonText.open(out);
        column.append(out, row, ids);
        JsonText.closeOrNull(out, start);
      }
    }
    out.append('}');
  }
}
