package cohealth.cli;

import cohealth.event.Claim;
import cohealth.io.Messages;
import cohealth.io.RowFormat;
import cohealth.io.SettlementCsv;
import cohealth.io.SettlementJson;
import cohealth.report.Ids;
import cohealth.report.RunSummary;
import cohealth.report.SettlementColumn;
import cohealth.report.SettlementTable;
import cohealth.report.SummaryText;
import cohealth.report.WhoPays;
import cohealth.run.AnswerOut;
import cohealth.run.RunInputs;
import cohealth.run.SettlementRun;
import cohealth.run.WhatIf;
import cohealth.settlement.Settlement;
import cohealth.time.Moment;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** What a visit would cost and who would pay it: the row that {@code settle} would give. */
final class WhatIfAnswer {
  private final AnswerOptions options;
  private final Messages messages;
  private final boolean showNames;
  private final SettlementRun run;
  private final WhatIf visit;
  private final int day;
  private final Claim claim;
  private final RunSummary summary = new RunSummary(List.of());

  /**
   * A visit at the end of the day, to be settled after all that has happened until then.
   *
   * @param claim the visit as a row of the claims file
   */
  WhatIfAnswer(
      AnswerOptions options,
      Messages messages,
      boolean showNames,
      SettlementRun run,
      WhatIf visit,
      int day,
      Claim claim) {
    this.options = options;
    this.messages = messages;
    this.showNames = showNames;
    this.run = run;
    this.visit = visit;
    this.day = day;
    this.claim = claim;
  }

  /** Writes the row. */
  void write(OutputStream to) throws IOException {
    Settlement row = run.settleUpTo(day).settle(claim);
    summary.add(row);
    RunInputs inputs = run.inputs();
    Ids ids = visit.ids(claim.ordinal());
    Format format = options.format();
    if (format == Format.TABLE) {
      PersonLabel label = new PersonLabel(inputs.people(), showNames);
      SettlementTable table =
          new SettlementTable(ids, label::of, inputs.book().hasSupplement(), messages::get);
      AnswerOut<Settlement> out = AnswerOut.table(table.columns(), table::cells, to, 1);
      out.row(row);
      out.end();
      AnswerOut.lines(to, lines -> new WhoPays(row, label::of, messages::get).tell(lines));
      return;
    }
    List<SettlementColumn> columns = SettlementColumn.standard();
    RowFormat<Settlement> rows =
        format == Format.CSV
            ? new SettlementCsv(columns, ids)
            : new SettlementJson(columns, ids, format == Format.NDJSON);
    AnswerOut<Settlement> out = AnswerOut.formatted(rows, to, options.bom && format == Format.CSV);
    out.row(row);
    out.end();
  }

  /** Tells on standard error what was asked, and what the reasons mean. */
  void tell(Talk speaker) {
    speaker.say("");
    speaker.say(messages.get("quota.whatIf", Moment.text(claim.moment())));
    new SummaryText(summary, messages::get).reasons(speaker::say);
  }
}
