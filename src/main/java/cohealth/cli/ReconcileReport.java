package cohealth.cli;

import cohealth.io.JunitXml;
import cohealth.io.JunitXml.Check;
import cohealth.io.JunitXml.Outcome;
import cohealth.io.Messages;
import cohealth.io.Shown;
import cohealth.report.Discrepancy;
import cohealth.report.ReconcileSummary;
import cohealth.report.ReconcileText;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of a reconciliation: lines for people, and checks for a build server, which show no ids
 * of people and claims.
 */
final class ReconcileReport {
  /** A build server is not made to show more. */
  static final int MOST_CLAIMS = 10_000;

  private static final String SUITE = "cohealth reconcile";

  private final Messages messages;
  private final Shown shown;
  private final List<Check> checks = new ArrayList<>();
  private long claims;

  ReconcileReport(Messages messages, Shown shown) {
    this.messages = messages;
    this.shown = shown;
  }

  /** One claim differs. */
  void add(List<Discrepancy> ofClaim) {
    claims++;
    if (claims <= MOST_CLAIMS) {
      String name = claims + " " + shown.id(ofClaim.get(0).claim());
      List<String> details = ofClaim.stream().map(this::detail).toList();
      checks.add(new Check(name, Outcome.FAILURE, details));
    }
  }

  private String detail(Discrepancy row) {
    boolean hidden = row.kind() == Discrepancy.Kind.IDS && !shown.showIds();
    String what =
        hidden
            ? row.column() + " (" + row.cause() + ")"
            : messages.get(
                "reconcile.line", row.column(), row.expected(), row.actual(), row.cause());
    return row.follows().isEmpty()
        ? what
        : what + messages.get("reconcile.line.follows", shown.id(row.follows()));
  }

  /** The report for a build server: a test case for each claim that differs, and the summary. */
  String junit(ReconcileSummary summary) {
    List<String> lines = new ArrayList<>(counts(summary));
    if (claims > MOST_CLAIMS) {
      lines.add(messages.get("reconcile.junit.more", MOST_CLAIMS));
    }
    new ReconcileText(summary, messages::get).tell(lines::add);
    List<Check> all = new ArrayList<>(checks);
    all.add(new Check("summary", summary.isClean() ? Outcome.OK : Outcome.FAILURE, lines));
    return JunitXml.of(SUITE, all);
  }

  /** How many claims agree, and how many do not. */
  List<String> counts(ReconcileSummary summary) {
    List<String> lines = new ArrayList<>();
    lines.add(
        messages.get(
            "reconcile.summary",
            summary.agreeing() + summary.differing(),
            summary.agreeing(),
            summary.differing(),
            summary.missing(),
            summary.extra()));
    if (summary.settledEarlier() > 0) {
      lines.add(messages.get("reconcile.earlier", summary.settledEarlier()));
    }
    return lines;
  }
}
