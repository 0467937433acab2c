package cohealth.report;

import cohealth.money.Fen;
import cohealth.report.TextTable.Column;
import java.util.List;

/** What came of a reconciliation, for people: totals by cause. */
public record ReconcileText(ReconcileSummary summary, Words words) {
  /** Tells the lines; none when nothing differs. */
  public void tell(TextTable.Lines lines) {
    if (summary.isClean()) {
      return;
    }
    TextTable table =
        new TextTable(
            List.of(
                column("reconcile.cause", false),
                column("run.summary.count", true),
                column("reconcile.following", true),
                column("run.summary.amount", true),
                column("run.summary.meaning", false)),
            lines);
    for (DifferenceCause cause : DifferenceCause.values()) {
      if (summary.claims(cause) > 0) {
        table.row(
            List.of(
                cause.name(),
                Long.toString(summary.claims(cause)),
                Long.toString(summary.following(cause)),
                Fen.text(summary.fen(cause)),
                words.get("cause." + cause.name())));
      }
    }
    lines.line("");
    table.end();
  }

  private Column column(String key, boolean right) {
    return new Column(words.get(key), right);
  }
}
