package cohealth.run;

import cohealth.advice.FamilyWorld;
import cohealth.event.Claim;
import cohealth.event.KeptClaims;
import cohealth.io.ActualRows;
import cohealth.io.ClaimFile;
import cohealth.io.InputText;
import cohealth.io.Problem;
import cohealth.io.ProblemCode;
import cohealth.io.Problems;
import cohealth.ledger.BrokenInvariant;
import cohealth.report.Discrepancy;
import cohealth.report.NationalProfile;
import cohealth.report.ReconcileSummary;
import cohealth.report.RefundEffect;
import cohealth.report.RunSummary;
import cohealth.settlement.Explanation;
import cohealth.settlement.Settlement;
import cohealth.settlement.SettlementEngine;
import cohealth.settlement.Watcher;
import cohealth.time.Day;
import cohealth.time.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One settlement from files to results. {@link #check} reads everything and finds every problem;
 * only when there is none (or rejects are wanted), {@link #settle} settles the claims: as they come
 * when the files are in order of time, else after sorting them in compact blocks. The first reading
 * keeps them; they are read once more when they need too much memory or rejects are wanted.
 */
public final class SettlementRun {
  /** No claim is left out. */
  static final int NOTHING_LEFT_OUT = -1;

  /**
   * How often claims are read: to check their encoding, to check them, and to settle them. When
   * they are kept, no file is read for the last, but it counts like the others ({@link KeptBytes}).
   */
  private static final int CLAIM_PASSES = 3;

  /** The time of a state in which nothing has happened. */
  private static final long BEGINNING = Moment.startOf(Day.of(LocalDate.of(1, 1, 1)));

  private final RunRequest request;
  private final RunInputs inputs;
  private final ClaimSurvey survey;
  private final @Nullable WholeRun whole;

  private SettlementRun(
      RunRequest request, RunInputs inputs, ClaimSurvey survey, @Nullable WholeRun whole) {
    this.request = request;
    this.inputs = inputs;
    this.survey = survey;
    this.whole = whole;
  }

  /**
   * Reads and checks all inputs.
   *
   * @return null when they are refused; the problems say why
   * @throws IOException when a file cannot be read
   */
  public static @Nullable SettlementRun check(RunRequest request, Problems problems)
      throws IOException {
    request.expectReading(CLAIM_PASSES);
    return check(request, RunInputs.read(request, problems), null, problems);
  }

  /**
   * The same for a part of a run: some connected families with all their rows.
   *
   * @param whole what the part must know of all of the run; the request's own policies are not read
   */
  public static @Nullable SettlementRun check(RunRequest request, WholeRun whole, Problems problems)
      throws IOException {
    return check(request, RunInputs.read(request, whole, problems), whole, problems);
  }

  private static @Nullable SettlementRun check(
      RunRequest request, @Nullable RunInputs inputs, @Nullable WholeRun whole, Problems problems)
      throws IOException {
    if (inputs == null) {
      return null;
    }
    ClaimSurvey survey = ClaimSurvey.of(request, inputs, problems);
    return problems.count() == 0 ? new SettlementRun(request, inputs, survey, whole) : null;
  }

  /** The time of the last event of this run alone; {@link Long#MIN_VALUE} without any. */
  public long lastEvent() {
    return survey.lastEvent();
  }

  /** Whether the claim with the ordinal was settled in an earlier run. */
  public boolean isEarlier(int ordinal) {
    return ordinal < survey.earlier();
  }

  /** What was read beside the claims. */
  public RunInputs inputs() {
    return inputs;
  }

  /** How the row with the ordinal comes to be settled as it is. */
  public Explanation explain(int ordinal) throws IOException {
    Explanation[] found = new Explanation[1];
    settle(
        RunOutputs.explained(
            new Explanation.Listener() {
              @Override
              public boolean wants(int row) {
                return row == ordinal;
              }

              @Override
              public void explained(Explanation explanation) {
                found[0] = explanation;
              }
            }));
    return Objects.requireNonNull(found[0], "a claim that was read and not settled");
  }

  /**
   * What taking the claim back would do; for this everything is settled twice, as it is and without
   * the claim.
   */
  public RefundEffect refund(int ordinal) throws IOException {
    FamilyRows asIs = FamilyRows.from(inputs.families(), ordinal);
    settle(RunOutputs.kept(asIs, NOTHING_LEFT_OUT));
    FamilyRows without = asIs.again();
    request.expectClaims(1);
    settle(RunOutputs.kept(without, ordinal));
    Settlement claim = Objects.requireNonNull(asIs.find(ordinal), "a claim that was not settled");
    List<RefundEffect.Change> otherwise = new ArrayList<>();
    for (Settlement row : asIs.kept()) {
      Settlement other = without.find(row.ordinal());
      if (other != null) {
        otherwise.add(new RefundEffect.Change(row, other));
      }
    }
    otherwise.removeIf(change -> !change.differs());
    return new RefundEffect(claim, List.copyOf(otherwise));
  }

  /** Settles all that may be settled; the outputs are complete then, but not yet in place. */
  public RunResult settle(RunOutputs outputs) throws IOException {
    RunSummary summary = new RunSummary(outputs.totals());
    BindingKeys keys = new BindingKeys(inputs.bindings(), inputs.people());
    ActivityPass activities;
    try {
      ClosingState closing = outputs.closing(inputs, keys);
      SettlementEngine engine = engine(keys, outputs, closing);
      outputs.opened(inputs.people(), engine.ledger(), openedOn());
      activities = new ActivityPass(inputs, survey.blocks(), engine, outputs);
      activities.rejectRefused();
      settleUntil(Long.MAX_VALUE, engine, activities, outputs, summary);
      outputs.check(engine, summary);
      if (closing != null) {
        closing.end(engine, survey, asOf(), activities.happened());
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (BrokenInvariant e) {
      throw inputs.shown(e, request.options().shown());
    }
    activities.writeResults();
    outputs.end();
    RejectsCsv rejects = outputs.rejects();
    return new RunResult(
        summary,
        activities.accepted(),
        activities.refused(),
        rejects == null ? 0 : rejects.refusedCount(),
        rejects == null ? 0 : rejects.blockedCount());
  }

  /**
   * Settles the claims and compares them with what a real system settled; the output is complete
   * then, but not yet in place.
   *
   * @param profile how the real system reads national fields
   * @param differing takes the differences of each claim that has some, in order of time, those of
   *     claims that only the real system has at the end
   */
  public ReconcileSummary reconcile(
      ActualRows actual,
      NationalProfile profile,
      DiscrepancyOut out,
      Consumer<List<Discrepancy>> differing)
      throws IOException {
    Reconciliation comparison = new Reconciliation(inputs, survey, actual, profile, out, differing);
    settle(RunOutputs.compared(comparison));
    return comparison.summary();
  }

  /**
   * Settles what happened up to the end of a day and lets the years pass until then; what happened
   * later is only checked.
   *
   * @return the engine as it stands at the end of the day
   */
  public SettlementEngine settleUpTo(int day) throws IOException {
    return settleUpTo(day, RunOutputs.nothing());
  }

  /**
   * Settles everything, for somebody who looks at it.
   *
   * @return the engine as it stands at the end of {@link #lastDay}
   */
  public SettlementEngine settle(Watcher watcher) throws IOException {
    return settleUpTo(lastDay(), RunOutputs.watched(watcher));
  }

  private SettlementEngine settleUpTo(int day, RunOutputs outputs) throws IOException {
    try {
      SettlementEngine engine =
          engine(new BindingKeys(inputs.bindings(), inputs.people()), outputs, null);
      Watcher watcher = outputs.watcher();
      if (watcher != null) {
        watcher.opened(engine);
      }
      ActivityPass activities = new ActivityPass(inputs, survey.blocks(), engine, outputs);
      RunSummary summary = new RunSummary(List.of());
      if (day != Day.UNKNOWN) {
        settleUntil(Moment.endOf(day), engine, activities, outputs, summary);
        outputs.check(engine, summary);
        engine.passTo(day, survey::openedOn);
      }
      return engine;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (BrokenInvariant e) {
      throw inputs.shown(e, request.options().shown());
    }
  }

  /**
   * A household and all who are connected with it, with their events.
   *
   * @param household the id of one that there is
   * @return null when it cannot be told what a plan would do; the problems say why
   */
  public @Nullable FamilyWorld family(String household, Problems problems) throws IOException {
    HouseholdFamily family = new HouseholdFamily(request, inputs, survey, household);
    KeptClaims kept = survey.kept();
    if (kept == null) {
      new ClaimPass(request, inputs, survey).read(new Sorting(family.claims(), null));
    } else {
      kept.inOrder(family.claims());
    }
    return family.world(problems);
  }

  /** The day of the last event, of this run or before; {@link Day#UNKNOWN} without any. */
  public int lastDay() {
    long asOf = asOf();
    return asOf == BEGINNING ? Day.UNKNOWN : Moment.day(asOf);
  }

  /** The day of the balances or of the state; {@link Day#UNKNOWN} when that is not known. */
  public int firstDay() {
    CarriedState state = inputs.state();
    int stateDay = state == null ? Day.UNKNOWN : Moment.day(state.file().head().asOf());
    return Math.max(stateDay, request.openingDay());
  }

  /** The first day of which something is known; {@link Day#UNKNOWN} when nothing is. */
  public int beginning() {
    int known = firstDay();
    long first = survey.firstEvent();
    return known != Day.UNKNOWN || first == Long.MAX_VALUE ? known : Moment.day(first);
  }

  /** The number that a claim after all others has. */
  public int nextOrdinal() {
    return survey.size();
  }

  private SettlementEngine engine(
      BindingKeys keys, RunOutputs outputs, @Nullable ClosingState closing) throws IOException {
    SettlementEngine engine =
        new SettlementEngine(
            inputs.roster(),
            inputs.bindings(),
            inputs.book(),
            CarriedOpening.of(request, inputs, survey, inputs.book(), keys),
            inputs.state() != null || request.closing(),
            survey.reversed(),
            outputs.listener(),
            closing);
    if (outputs.explanations() != null) {
      engine.explainTo(outputs.explanations());
    }
    return engine;
  }

  private void settleUntil(
      long last,
      SettlementEngine engine,
      ActivityPass activities,
      RunOutputs outputs,
      RunSummary summary)
      throws IOException {
    RowOut out = outputs.rows();
    KeptClaims kept = survey.kept();
    if (survey.isInOrder()) {
      RowPieces rows =
          new RowPieces(
              out,
              inputs.people(),
              inputs.workers(),
              (ordinal, row, from, length) -> out.emit(row, from, length));
      Settling settling =
          new Settling(last, engine, activities, outputs, summary, rows, Settling.IN_PLACE);
      if (kept == null) {
        new ClaimPass(request, inputs, survey).read(new Sorting(settling, outputs.rejects()));
      } else {
        KeptBytes bytes = keptBytes();
        kept.inOrder(bytes.counting(settling));
        bytes.end();
      }
      rows.end();
    } else {
      KeptClaims claims = kept == null ? readAgain(outputs) : kept;
      RejectsCsv rejects = outputs.rejects();
      long missing = rejects == null ? 0 : rejects.refusedCount() + rejects.blockedCount();
      RowArena arena = new RowArena(survey.size());
      RowPieces rows = new RowPieces(out, inputs.people(), inputs.workers(), arena::put);
      Settling settling =
          new Settling(
              last, engine, activities, outputs, summary, rows, survey.earlier() + missing);
      if (kept == null) {
        claims.inOrderOfTime(settling);
      } else {
        KeptBytes bytes = keptBytes();
        claims.inOrderOfTime(bytes.counting(settling));
        bytes.end();
      }
      rows.end();
      arena.forEach(out);
    }
    activities.applyUntil(last);
  }

  private KeptBytes keptBytes() {
    long all = inputs.claims().stream().mapToLong(InputText::size).sum();
    return new KeptBytes(request.options().bytes(), all, survey.size() - survey.earlier());
  }

  private KeptClaims readAgain(RunOutputs outputs) throws IOException {
    KeptClaims all = new KeptClaims(Long.MAX_VALUE);
    new ClaimPass(request, inputs, survey).read(new Sorting(all::add, outputs.rejects()));
    return all;
  }

  /** As of which day the opening balances are, as far as one day can tell it. */
  private int openedOn() {
    CarriedState state = inputs.state();
    return state == null ? request.openingDay() : Moment.day(state.file().head().asOf());
  }

  /** The time of the last event, of this run or before. */
  private long asOf() {
    CarriedState state = inputs.state();
    long before =
        state != null
            ? state.file().head().asOf()
            : request.openingDay() == Day.UNKNOWN
                ? BEGINNING
                : Moment.startOf(request.openingDay());
    long last = Math.max(before, survey.lastEvent());
    return whole == null ? last : Math.max(last, whole.lastEvent());
  }

  /** Rows that are not settled go to the rejects. */
  private record Sorting(KeptClaims.Taker<IOException> claims, @Nullable RejectsCsv rejects)
      implements ClaimPass.Rows {
    @Override
    public void claim(Claim claim) throws IOException {
      claims.take(claim);
    }

    @Override
    public void refused(List<Problem> problems) throws IOException {
      if (rejects == null) {
        throw new IllegalStateException("a row is refused now that was not before");
      }
      rejects.refused(problems);
    }

    @Override
    public void blocked(ClaimFile row) throws IOException {
      if (rejects == null) {
        throw new IllegalStateException("a row is blocked though none is refused");
      }
      rejects.blocked(row.at("claim_id", ProblemCode.REFUSED_WITHOUT_PERSON));
    }
  }

  /** Settles claims as they come. */
  private static final class Settling implements KeptClaims.Taker<IOException> {
    private static final long IN_PLACE = -1;

    private final long last;
    private final SettlementEngine engine;
    private final ActivityPass activities;
    private final RowOut out;
    private final RowPieces rows;
    private final RunSummary summary;
    private final int leftOut;
    private final @Nullable Watcher watcher;
    private final long before;
    private int settled;

    /**
     * Claims after the last moment are not wanted.
     *
     * @param before the claims come in order of time, and so many ordinals before them may be those
     *     of others; {@link #IN_PLACE} when they come in the order of the results
     */
    Settling(
        long last,
        SettlementEngine engine,
        ActivityPass activities,
        RunOutputs outputs,
        RunSummary summary,
        RowPieces rows,
        long before) {
      this.before = before;
      this.last = last;
      this.engine = engine;
      this.activities = activities;
      this.out = outputs.rows();
      this.leftOut = outputs.leftOut();
      this.watcher = outputs.watcher();
      this.summary = summary;
      this.rows = rows;
    }

    @Override
    public void coming(int person) {
      engine.announce(person);
    }

    @Override
    public void take(Claim claim) throws IOException {
      if (claim.moment() > last || claim.ordinal() == leftOut) {
        return;
      }
      activities.applyUntil(claim.moment());
      Settlement settlement = engine.settle(claim);
      summary.add(settlement);
      if (watcher != null) {
        watcher.settled(settlement, engine);
      }
      int place = settled++;
      if (before != IN_PLACE) {
        place = (int) Math.max(0, claim.ordinal() - before);
      }
      if (out.wants(place)) {
        rows.add(settlement);
      }
    }
  }
}
