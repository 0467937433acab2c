package cohealth.report;

import cohealth.report.TextTable.Column;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Differences as a table for people.
 *
 * @param person how a person's id is shown, perhaps with a masked name
 */
public record DiscrepancyTable(UnaryOperator<String> person, Words words) {
  /** The columns. */
  public List<Column> columns() {
    return List.of(
        column("table.claim", false),
        column("table.person", false),
        column("reconcile.column", false),
        column("reconcile.expected", true),
        column("reconcile.actual", true),
        column("reconcile.difference", true),
        column("reconcile.cause", false),
        column("reconcile.follows", false));
  }

  /** The cells of one row. */
  public List<String> cells(Discrepancy row) {
    return List.of(
        row.claim(),
        person.apply(row.person()),
        row.column(),
        row.expected(),
        row.actual(),
        row.difference(),
        row.cause().name(),
        row.follows());
  }

  private Column column(String key, boolean right) {
    return new Column(words.get(key), right);
  }
}
