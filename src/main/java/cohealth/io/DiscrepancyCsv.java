package cohealth.io;

import cohealth.report.Discrepancy;
import cohealth.text.RowText;
import java.util.List;

/** Differences as CSV. What stands in the real system's file is quoted where it has to be. */
public final class DiscrepancyCsv implements RowFormat<Discrepancy> {
  private static final String HEADER =
      "claim_id,person_id,column,expected,actual,difference,cause,follows\n";

  @Override
  public String before() {
    return HEADER;
  }

  @Override
  public void append(RowText out, Discrepancy row) {
    List<String> cells =
        List.of(
            row.claim(),
            row.person(),
            row.column(),
            value(row.expected(), row.kind()),
            value(row.actual(), row.kind()),
            row.difference(),
            row.cause().name(),
            row.follows());
    out.append(String.join(",", cells));
  }

  @Override
  public String between() {
    return "\n";
  }

  @Override
  public String after(boolean any) {
    return any ? "\n" : "";
  }

  /** No spreadsheet may take a text for a formula; amounts may begin with a minus sign. */
  private static String value(String text, Discrepancy.Kind kind) {
    String safe = kind == Discrepancy.Kind.AMOUNT ? text : SpreadsheetText.of(text);
    return safe.contains(",") || safe.contains("\"")
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }
}
