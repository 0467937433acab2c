package cohealth.report;

import cohealth.money.Fen;
import cohealth.report.TextTable.Column;
import cohealth.settlement.Payments;
import cohealth.settlement.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The summary of a run for people: who paid how much, and which reasons occurred. */
public record SummaryText(RunSummary summary, Words words) {
  /** Tells the lines. */
  public void tell(TextTable.Lines lines) {
    payers(lines);
    reasons(lines);
  }

  private void payers(TextTable.Lines lines) {
    Payments payments = summary.payments();
    TextTable table =
        new TextTable(
            List.of(column("run.summary.payer", false), column("run.summary.amount", true)), lines);
    payer(table, "run.summary.pool", payments.poolFen());
    if (payments.supplementFen() != 0) {
      payer(table, "run.summary.supplement", payments.supplementFen());
    }
    payer(table, "run.summary.own", payments.ownFen());
    payer(table, "run.summary.family", payments.familyFen());
    payer(table, "run.summary.cash", payments.cashFen());
    payer(table, "run.summary.total", summary.totalFen());
    table.end();
  }

  /** Tells which reasons occurred and what they mean; nothing when there are none. */
  public void reasons(TextTable.Lines lines) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Reason reason : Reason.values()) {
      if (summary.count(reason) > 0) {
        counts.put(reason.name(), summary.count(reason));
      }
    }
    new ReasonText(counts, "run.summary.count", words).tell(lines);
  }

  private void payer(TextTable table, String key, long fen) {
    table.row(List.of(words.get(key), Fen.text(fen)));
  }

  private Column column(String key, boolean right) {
    return new Column(words.get(key), right);
  }
}
