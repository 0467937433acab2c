package cohealth.run;

import cohealth.io.JournalText;
import cohealth.io.Messages;
import cohealth.io.PostingsCsv;
import cohealth.io.Problem;
import cohealth.io.ResultSpool;
import cohealth.io.RowFormat;
import cohealth.ledger.BrokenInvariant;
import cohealth.ledger.Invariant;
import cohealth.ledger.Ledger;
import cohealth.person.People;
import cohealth.report.Ids;
import cohealth.report.RunSummary;
import cohealth.report.SettlementTable;
import cohealth.report.Totals;
import cohealth.settlement.ActivityResult;
import cohealth.settlement.Explanation;
import cohealth.settlement.Settlement;
import cohealth.settlement.SettlementEngine;
import cohealth.settlement.SettlementEngine.PostingListener;
import cohealth.settlement.Watcher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a run writes, into streams that the caller opened and puts in place or drops. Machine
 * formats and tables are chosen here; everything else about files is the caller's.
 */
public final class RunOutputs {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final RowOut rows;
  private final List<TotalsOut> totals = new ArrayList<>();
  private @Nullable PostingsOut postings;
  private @Nullable JournalOut journal;
  private @Nullable PostingListener told;
  private @Nullable RejectsCsv rejects;
  private @Nullable ActivitiesOut activities;
  private @Nullable Closing closing;
  private Explanation.@Nullable Listener explanations;
  private @Nullable Watcher watcher;
  private int leftOut = SettlementRun.NOTHING_LEFT_OUT;

  private RunOutputs(RowOut rows) {
    this.rows = rows;
  }

  /** Results in a format for machines; {@code mark} begins them with a byte order mark. */
  public static RunOutputs formatted(RowFormat<Settlement> format, OutputStream out, boolean mark)
      throws IOException {
    return new RunOutputs(new FormatOut(format, new TextOut(out), start(mark)));
  }

  /** Rows for the program itself, settled without one claim. */
  static RunOutputs kept(RowOut rows, int leftOut) {
    RunOutputs outputs = new RunOutputs(rows);
    outputs.leftOut = leftOut;
    return outputs;
  }

  /** No results, but how some rows came to be settled as they were. */
  public static RunOutputs explained(Explanation.Listener explanations) {
    RunOutputs outputs = new RunOutputs(new NoRows());
    outputs.explanations = explanations;
    return outputs;
  }

  /** Results as a table of the first {@code limit} rows. */
  public static RunOutputs table(SettlementTable view, OutputStream out, long limit) {
    return new RunOutputs(new TableOut(view, new TextOut(out), limit));
  }

  /** Results are compared, and nothing else is written. */
  static RunOutputs compared(Reconciliation comparison) {
    return new RunOutputs(comparison);
  }

  /** Nothing is written. */
  static RunOutputs nothing() {
    return new RunOutputs(new NoRows());
  }

  /** Nothing is written, but somebody looks at everything that happens. */
  static RunOutputs watched(Watcher watcher) {
    RunOutputs outputs = nothing();
    outputs.watcher = watcher;
    return outputs;
  }

  /** The ledger, too. */
  public RunOutputs withPostings(OutputStream out, Ids ids, boolean mark) throws IOException {
    postings = new PostingsOut(new PostingsCsv(ids), new TextOut(out), start(mark));
    return this;
  }

  /** Movements of money are told to others, too. */
  public RunOutputs withPostings(PostingListener listener) {
    told = listener;
    return this;
  }

  /** The ledger as a plain-text journal, too. */
  public RunOutputs withJournal(OutputStream out, Ids ids) {
    journal = new JournalOut(new JournalText(ids), new TextOut(out));
    return this;
  }

  /** Sums by keys, too. */
  public RunOutputs withTotals(Totals sums, OutputStream out, boolean mark) {
    totals.add(new TotalsOut(sums, new TextOut(out), start(mark)));
    return this;
  }

  /** What became of the activities, too. */
  public RunOutputs withActivities(RowFormat<ActivityResult> format, OutputStream out, boolean mark)
      throws IOException {
    activities = new ActivitiesOut(format, new TextOut(out), start(mark));
    return this;
  }

  /** The refused rows, too. */
  public RunOutputs withRejects(OutputStream out, Messages messages, boolean mark)
      throws IOException {
    return withRejects(out, messages, mark, UnaryOperator.identity());
  }

  /**
   * The refused rows, too.
   *
   * @param told how each problem is told: rows may have been taken out of the files that people
   *     know
   */
  public RunOutputs withRejects(
      OutputStream out, Messages messages, boolean mark, UnaryOperator<Problem> told)
      throws IOException {
    rejects = new RejectsCsv(new TextOut(out), messages, start(mark), told);
    return this;
  }

  /**
   * The state for a later run, too.
   *
   * @param spool keeps the claims until all has happened; the caller closes it
   */
  public RunOutputs withClosing(OutputStream out, ResultSpool spool) {
    closing = new Closing(out, spool, spool::copyTo);
    return this;
  }

  /** The state of some families, too, whose claims are kept in memory until all has happened. */
  public RunOutputs withClosing(OutputStream out) {
    ByteArrayOutputStream claims = new ByteArrayOutputStream();
    closing = new Closing(out, claims, claims::writeTo);
    return this;
  }

  /**
   * Where a state goes.
   *
   * @param claims keeps its claims
   * @param kept copies them when all of them are there
   */
  record Closing(OutputStream out, OutputStream claims, Kept kept) {
    /** Copies what was kept. */
    interface Kept {
      void copyTo(OutputStream target) throws IOException;
    }
  }

  @Nullable ClosingState closing(RunInputs inputs, BindingKeys keys) throws IOException {
    return closing == null ? null : new ClosingState(inputs, keys, closing);
  }

  Explanation.@Nullable Listener explanations() {
    return explanations;
  }

  /** Who looks at everything that happens, or null. */
  @Nullable Watcher watcher() {
    return watcher;
  }

  /** The ordinal of the claim that is settled as if it were not there. */
  int leftOut() {
    return leftOut;
  }

  RowOut rows() {
    return rows;
  }

  /** Who wants to hear of movements of money, or null. */
  @Nullable PostingListener listener() {
    PostingListener second = journal;
    PostingListener first = postings == null ? told : postings;
    return first == null ? second : second == null ? first : new BothListeners(first, second);
  }

  /** The sums by keys that every row is added to. */
  List<Totals> totals() {
    return totals.stream().map(TotalsOut::totals).toList();
  }

  /** The run begins with what the ledger holds now. */
  void opened(People people, Ledger ledger, int openingDay) {
    if (journal != null) {
      journal.opened(people, ledger, openingDay);
    }
  }

  @Nullable ActivitiesOut activities() {
    return activities;
  }

  @Nullable RejectsCsv rejects() {
    return rejects;
  }

  /** What must hold of the whole run (rules: section 10). */
  void check(SettlementEngine engine, RunSummary summary) {
    engine.check(summary.payments(), summary.totalFen(), summary.count());
    if (rows instanceof FormatOut written && written.rows() != summary.count()) {
      throw new BrokenInvariant(Invariant.ROWS_COMPLETE);
    }
  }

  void end() throws IOException {
    rows.end();
    if (postings != null) {
      postings.end();
    }
    if (journal != null) {
      journal.end();
    }
    for (TotalsOut each : totals) {
      each.end();
    }
    if (rejects != null) {
      rejects.end();
    }
  }

  /** What a file begins with. */
  static String start(boolean mark) {
    return mark ? BYTE_ORDER_MARK : "";
  }
}
