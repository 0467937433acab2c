package cohealth.cli;

import cohealth.event.Vocabulary;
import cohealth.io.Messages;
import cohealth.io.QuotaCsv;
import cohealth.io.QuotaJson;
import cohealth.person.People;
import cohealth.report.QuotaRow;
import cohealth.report.QuotaRows;
import cohealth.report.QuotaSummary;
import cohealth.report.QuotaTable;
import cohealth.run.AnswerOut;
import cohealth.run.RunInputs;
import cohealth.run.SettlementRun;
import cohealth.settlement.SettlementEngine;
import cohealth.time.Day;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people have left at the end of a day. Names are shown in tables masked, elsewhere not. */
final class LimitsAnswer {
  private final AnswerOptions options;
  private final Messages messages;
  private final boolean showNames;
  private final long rowLimit;
  private final SettlementRun run;
  private final int day;
  private final QuotaSummary summary;
  private long rows;

  /**
   * No rows yet.
   *
   * @param rowLimit rows of a table to show
   * @param underFen payment caps with less left are counted
   */
  LimitsAnswer(
      AnswerOptions options,
      Messages messages,
      boolean showNames,
      long rowLimit,
      SettlementRun run,
      int day,
      long underFen) {
    this.options = options;
    this.messages = messages;
    this.showNames = showNames;
    this.rowLimit = rowLimit;
    this.run = run;
    this.day = day;
    this.summary = new QuotaSummary(underFen);
  }

  /** Writes the rows of the people, given by their indexes. */
  void write(List<Integer> chosen, OutputStream to) throws IOException {
    SettlementEngine engine = run.settleUpTo(day);
    Vocabulary.Words diseases = run.inputs().claimContext().vocabulary().diseases();
    QuotaRows quota = new QuotaRows(diseases);
    AnswerOut<QuotaRow> out = out(to);
    for (int person : chosen) {
      List<QuotaRow> found = quota.of(engine.standings().of(person, day, diseases));
      summary.add(found);
      for (QuotaRow row : found) {
        if (options.format() == Format.TABLE || !row.isRemark()) {
          out.row(row);
        }
      }
    }
    out.end();
    rows = out.rows();
  }

  private AnswerOut<QuotaRow> out(OutputStream to) throws IOException {
    RunInputs inputs = run.inputs();
    Format format = options.format();
    if (format == Format.TABLE) {
      PersonLabel label = new PersonLabel(inputs.people(), showNames);
      QuotaTable table = new QuotaTable(label::of, messages::get);
      return AnswerOut.table(table.columns(), table::cells, to, rowLimit);
    }
    return AnswerOut.formatted(
        format == Format.CSV
            ? new QuotaCsv(inputs.ids(), this::name)
            : new QuotaJson(inputs.ids(), this::name, format == Format.NDJSON),
        to,
        options.bom && format == Format.CSV);
  }

  /** Names are for people: machines get them only when the user says so. */
  private String name(int person) {
    People people = run.inputs().people();
    @Nullable String name = showNames ? people.get(person).name() : null;
    return name == null ? "" : name;
  }

  /** Tells on standard error what was written. */
  void tell(Talk speaker, String underAmount) {
    if (options.format() == Format.TABLE && rows > rowLimit) {
      speaker.say(
          messages.get("run.table.more", Long.toString(rows - rowLimit), Long.toString(rows)));
    }
    speaker.say("");
    speaker.say(messages.get("quota.summary", Day.text(day), summary.people(), rows));
    if (summary.under() > 0) {
      speaker.say(messages.get("quota.under", summary.under(), underAmount));
    }
    summary.tellRemarks(messages::get, speaker::say);
  }

  /** Whether some payment cap has less left than asked for. */
  boolean isUnder() {
    return summary.under() > 0;
  }
}
