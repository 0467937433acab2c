package cohealth.report;

import cohealth.report.TextTable.Column;
import cohealth.report.TextTable.Lines;
import cohealth.time.Day;
import java.util.List;
import java.util.stream.Stream;

/** Policy documents as a table for people. */
public record PolicyList(PolicyWords words) {
  private static final List<String> COLUMNS =
      List.of("id", "region", "place", "insurance", "from", "to", "versions", "grade", "proven");

  /** Tells the lines of the table. */
  public void tell(Stream<PolicySummary> rows, int width, Lines lines) {
    List<Column> columns =
        COLUMNS.stream()
            .map(key -> new Column(words.get("column." + key), key.equals("versions")))
            .toList();
    FittedTable table = new FittedTable(columns, width);
    rows.forEach(row -> table.row(cells(row)));
    table.tell(lines);
  }

  private List<String> cells(PolicySummary row) {
    return List.of(
        row.id(),
        Integer.toString(row.region()),
        words.of(row.title()),
        words.of(row.insurance()),
        Day.text(row.from()),
        row.to() == Day.OPEN_END ? words.get("open") : Day.text(row.to()),
        Integer.toString(row.versions()),
        row.best().equals(row.worst()) ? row.best() : row.best() + "–" + row.worst(),
        words.yes(row.proven()));
  }
}
