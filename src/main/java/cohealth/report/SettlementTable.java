package cohealth.report;

import cohealth.money.Fen;
import cohealth.report.TextTable.Column;
import cohealth.settlement.Payments;
import cohealth.settlement.Settlement;
import cohealth.settlement.Status;
import cohealth.time.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * Results as a table for people: who paid how much, what is left, and why not more.
 *
 * @param person how a person is shown: the id, and perhaps a masked name
 * @param withSupplement whether any policy of the run has a supplementary fund
 */
public record SettlementTable(
    Ids ids, IntFunction<String> person, boolean withSupplement, Words words) {
  private static final int MINUTES = 16;

  /** The columns. */
  public List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(left("table.claim"));
    columns.add(left("table.person"));
    columns.add(left("table.time"));
    columns.add(right("table.total"));
    columns.add(right("table.pool"));
    if (withSupplement) {
      columns.add(right("table.supplement"));
    }
    columns.add(right("table.own"));
    columns.add(right("table.family"));
    columns.add(right("table.cash"));
    columns.add(right("table.balance"));
    columns.add(left("table.reasons"));
    return List.copyOf(columns);
  }

  /** The cells of one row. */
  public List<String> cells(Settlement row) {
    Payments payments = row.payments();
    List<String> cells = new ArrayList<>();
    cells.add(ids.claim(row.ordinal()));
    cells.add(person.apply(row.person()));
    cells.add(Moment.text(row.moment()).substring(0, MINUTES).replace('T', ' '));
    cells.add(Fen.text(row.totalFen()));
    cells.add(Fen.text(payments.poolFen()));
    if (withSupplement) {
      cells.add(Fen.text(payments.supplementFen()));
    }
    cells.add(Fen.text(payments.ownFen()));
    cells.add(Fen.text(payments.familyFen()));
    cells.add(Fen.text(payments.cashFen()));
    cells.add(Fen.text(row.ownBalanceFen()));
    cells.add(remark(row));
    return List.copyOf(cells);
  }

  /** The reason codes; before them the status where it is not the usual one. */
  private String remark(Settlement row) {
    String reasons = row.reasons().text();
    if (row.status() == Status.SETTLED) {
      return reasons;
    }
    String status = words.get("status." + row.status().name().toLowerCase(Locale.ROOT));
    return reasons.isEmpty() ? status : status + ": " + reasons;
  }

  private Column left(String key) {
    return new Column(words.get(key), false);
  }

  private Column right(String key) {
    return new Column(words.get(key), true);
  }
}
