package cohealth.io;

import cohealth.report.Ids;
import cohealth.report.QuotaColumn;
import cohealth.report.QuotaRow;
import cohealth.text.RowText;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * What people have left as CSV. Only names may need quotes; one that a spreadsheet would run as a
 * formula begins with an apostrophe.
 *
 * @param name of a person, empty when it is not to be shown
 */
public record QuotaCsv(Ids ids, IntFunction<String> name) implements RowFormat<QuotaRow> {
  private static final List<QuotaColumn> COLUMNS = QuotaColumn.all();

  @Override
  public String before() {
    return COLUMNS.stream().map(QuotaColumn::header).collect(Collectors.joining(",")) + "\n";
  }

  @Override
  public void append(RowText out, QuotaRow row) {
    for (int i = 0; i < COLUMNS.size(); i++) {
      out.append(i == 0 ? "" : ",");
      if (COLUMNS.get(i) == QuotaColumn.NAME) {
        out.append(cell(name.apply(row.person())));
      } else {
        COLUMNS.get(i).append(out, row, ids);
      }
    }
  }

  @Override
  public String between() {
    return "\n";
  }

  @Override
  public String after(boolean any) {
    return any ? "\n" : "";
  }

  private static String cell(String text) {
    String safe = SpreadsheetText.of(text);
    return safe.contains(",") || safe.contains("\"")
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }
}
