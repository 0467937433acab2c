package cohealth.report;

import cohealth.money.Fen;
import cohealth.report.TextTable.Column;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * What people have left as a table for people.
 *
 * @param person how a person is shown: the id, and perhaps a masked name
 */
public record QuotaTable(IntFunction<String> person, Words words) {
  /** The columns. */
  public List<Column> columns() {
    return List.of(
        new Column(words.get("table.person"), false),
        new Column(words.get("quota.what"), false),
        new Column(words.get("quota.benefit"), false),
        new Column(words.get("quota.of"), false),
        new Column(words.get("quota.period"), false),
        new Column(words.get("quota.limit"), true),
        new Column(words.get("quota.used"), true),
        new Column(words.get("quota.remaining"), true),
        new Column(words.get("quota.remark"), false));
  }

  /** The cells of one row. */
  public List<String> cells(QuotaRow row) {
    QuotaRow.Kind kind = row.kind();
    return List.of(
        person.apply(row.person()),
        kind == null ? "" : words.get("quota.kind." + kind.name().toLowerCase(Locale.ROOT)),
        row.benefit(),
        name(row),
        row.period().isEmpty() ? "" : words.get("quota.period." + row.period()),
        amount(row.limitFen()),
        amount(row.usedFen()),
        amount(row.leftFen()),
        row.remark());
  }

  private String name(QuotaRow row) {
    if (row.payer() != QuotaRow.NOBODY) {
      return person.apply(row.payer());
    }
    return row.kind() == QuotaRow.Kind.OWN_BALANCE
        ? words.get("quota.purse." + row.name())
        : row.name();
  }

  private static String amount(long fen) {
    return fen == Fen.NONE ? "" : Fen.text(fen);
  }
}
