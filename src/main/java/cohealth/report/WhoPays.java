package cohealth.report;

import cohealth.money.Fen;
import cohealth.report.TextTable.Column;
import cohealth.settlement.FamilyDraw;
import cohealth.settlement.Payments;
import cohealth.settlement.Settlement;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Who pays how much of one claim, as a table for people.
 *
 * @param person how a person is shown
 */
public record WhoPays(Settlement row, IntFunction<String> person, Words words) {
  /** Tells the lines. */
  public void tell(TextTable.Lines lines) {
    Payments payments = row.payments();
    TextTable table =
        new TextTable(
            List.of(
                new Column(words.get("run.summary.payer"), false),
                new Column(words.get("run.summary.amount"), true)),
            lines);
    add(table, words.get("run.summary.pool"), payments.poolFen());
    add(table, words.get("run.summary.supplement"), payments.supplementFen());
    add(table, own("prior"), payments.ownPriorFen());
    add(table, own("current"), payments.ownCurrentFen());
    add(table, own("wallet"), payments.ownWalletFen());
    for (FamilyDraw draw : row.familyDraws()) {
      add(table, person.apply(draw.payer()), draw.amountFen());
    }
    add(table, words.get("run.summary.cash"), payments.cashFen());
    table.row(List.of(words.get("run.summary.total"), Fen.text(row.totalFen())));
    table.end();
  }

  private String own(String purse) {
    return words.get("run.summary.own") + ": " + words.get("quota.purse." + purse);
  }

  private static void add(TextTable table, String payer, long fen) {
    if (fen != 0) {
      table.row(List.of(payer, Fen.text(fen)));
    }
  }
}
