package cohealth.run;

import cohealth.event.Activity;
import cohealth.event.Claim;
import cohealth.event.KeptClaims;
import cohealth.event.TimelinePlace;
import cohealth.io.ActivityFile;
import cohealth.io.ClaimFile;
import cohealth.io.InputText;
import cohealth.io.Problem;
import cohealth.io.ProblemCode;
import cohealth.io.Problems;
import cohealth.io.RowIds;
import cohealth.io.UnreadableFile;
import cohealth.money.Fen;
import cohealth.person.Person;
import cohealth.policy.PolicyBook;
import cohealth.settlement.AccountYears;
import cohealth.time.Day;
import cohealth.time.Moment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first pass over the claims: finds every problem before anything is settled, and what the
 * second pass must know beforehand: whether the rows are in order of time, which claims are taken
 * back later, which rows are refused and whom that blocks.
 */
public final class ClaimSurvey {
  /** Up to this part of the memory the claims are kept, so that no file is read again. */
  private static final int PART_OF_MEMORY = 4;

  private final RunRequest request;
  private final RunInputs inputs;
  private final Problems problems;
  private final ClaimChecks checks;
  private final @Nullable ClaimChecks checksOfReform;
  private final Map<Integer, Problem> refusedLater = new HashMap<>();
  private final List<Reversal> reversals = new ArrayList<>();
  private final List<Integer> firstOrdinals = new ArrayList<>();
  private final BitSet reversed = new BitSet();
  private final Blocks blocks;
  private final EventDays days;
  private final int earlier;
  private final ClaimTotals totals = new ClaimTotals();
  private final @Nullable KeptClaims kept;
  private long lastMoment = Long.MIN_VALUE;
  private long firstEvent = Long.MAX_VALUE;
  private long lastEvent = Long.MIN_VALUE;
  private boolean inOrder = true;

  /** A row that takes another one back, to be resolved when all ids are known. */
  private record Reversal(
      int ordinal, int person, long moment, String target, long totalFen, Problem place) {}

  private ClaimSurvey(RunRequest request, RunInputs inputs, Problems problems) {
    this.request = request;
    this.inputs = inputs;
    this.problems = problems;
    this.checks = new ClaimChecks(inputs, inputs.book(), request);
    this.checksOfReform =
        inputs.otherBooks().isEmpty()
            ? null
            : new ClaimChecks(inputs, inputs.otherBooks().get(0), request);
    this.blocks = new Blocks(inputs.families());
    this.days = new EventDays(inputs.families(), inputs.people().size());
    CarriedState state = inputs.state();
    this.earlier = inputs.claimContext().ids().size();
    for (int i = 0; i < earlier && state != null; i++) {
      totals.put(i, state.totalFen(i));
    }
    // with rejects the second pass needs the rows themselves
    this.kept =
        request.rejects()
            ? null
            : new KeptClaims(Runtime.getRuntime().maxMemory() / PART_OF_MEMORY, totals::put);
  }

  /**
   * Surveys all claims files. Problems of rows are added to the problems, or, with rejects, refuse
   * their row only.
   */
  public static ClaimSurvey of(RunRequest request, RunInputs inputs, Problems problems)
      throws IOException {
    ClaimSurvey survey = new ClaimSurvey(request, inputs, problems);
    survey.noteActivities();
    for (InputText text : inputs.claims()) {
      survey.readFile(text);
    }
    survey.resolveReversals();
    survey.days.fold();
    if (inputs.sound()) {
      survey.checkAccountYears(inputs.book());
      for (PolicyBook book : inputs.otherBooks()) {
        if (problems.count() == 0) {
          survey.checkAccountYears(book);
        }
      }
    }
    return survey;
  }

  /** The ordinal after the last row. */
  public int size() {
    return inputs.claimContext().ids().size();
  }

  /** How many claims of earlier runs there are; the ordinals of rows begin after them. */
  int earlier() {
    return earlier;
  }

  /** The time of the last event; {@link Long#MIN_VALUE} without any. */
  long lastEvent() {
    return lastEvent;
  }

  /** The moment of the first event; {@link Long#MAX_VALUE} without any. */
  long firstEvent() {
    return firstEvent;
  }

  /**
   * As of which day the person's balances turned out to be: the known opening day, or that of the
   * family's first event, all of whose events are in one account year; {@link Day#UNKNOWN} =
   * neither.
   */
  int openedOn(int person) {
    int known = inputs.openedOn(person, request);
    if (known != Day.UNKNOWN) {
      return known;
    }
    return days.hasAny(person) ? days.first(person) : Day.UNKNOWN;
  }

  /** The claims, if no file need be read again for them. */
  @Nullable KeptClaims kept() {
    return kept == null || !kept.isComplete() ? null : kept;
  }

  /** Whether no row is earlier than the one before it. */
  public boolean isInOrder() {
    return inOrder;
  }

  /** The ordinals of the claims that some row wants to take back. */
  public BitSet reversed() {
    return reversed;
  }

  Blocks blocks() {
    return blocks;
  }

  /** The ordinal of the first row of a file. */
  int firstOrdinal(int file) {
    return firstOrdinals.get(file);
  }

  /** Why a row that could be read is refused all the same, by ordinal. */
  Map<Integer, Problem> refusedLater() {
    return refusedLater;
  }

  private void readFile(InputText text) throws IOException {
    firstOrdinals.add(size());
    try (ClaimFile file =
        ClaimFile.first(
            text, request.options(), inputs.claimContext(), problems, kept, this::coming)) {
      while (file != null && file.next()) {
        if (!file.isSound()) {
          refuse(file, file.problems());
          continue;
        }
        Problem fault = inputs.sound() ? fault(file) : null;
        if (fault == null) {
          note(file);
        } else {
          if (!request.rejects()) {
            noteTotal(file); // else its family is blocked, and its reversal with it
          }
          refusedLater.put(file.ordinal(), fault);
          refuse(file, List.of(fault));
        }
      }
    }
  }

  private @Nullable Problem fault(ClaimFile file) throws UnreadableFile {
    Problem fault = checks.fault(file);
    return fault == null && checksOfReform != null ? checksOfReform.fault(file) : fault;
  }

  private void coming(int person) {
    days.look(person);
    checks.coming(person);
  }

  private void noteActivities() {
    for (Activity activity : inputs.activities().inOrder()) {
      noteMoment(activity.person(), activity.moment());
    }
    for (ActivityList.Refused row : inputs.activities().refused()) {
      if (request.rejects() && row.person() == ActivityFile.NOBODY) {
        Problem first = row.problems().get(0);
        problems.add(
            Problem.at(
                ProblemCode.REFUSED_WITHOUT_PERSON, first.file(), first.line(), 1, "person_id"));
      } else {
        refuse(row.person(), row.place(), row.ordinal(), row.problems());
      }
    }
  }

  private void noteMoment(int person, long moment) {
    days.note(person, Moment.day(moment));
    firstEvent = Math.min(firstEvent, moment);
    lastEvent = Math.max(lastEvent, moment);
  }

  private void note(ClaimFile file) throws IOException {
    long moment = file.moment();
    inOrder &= moment >= lastMoment;
    lastMoment = moment;
    noteMoment(file.person(), moment);
    noteTotal(file);
    if (file.isReversal()) {
      reversal(file);
    }
  }

  /** A reversal cannot be taken back: its own total is compared with nothing. */
  private void noteTotal(ClaimFile file) {
    if (kept() == null) {
      totals.put(file.ordinal(), file.isReversal() ? Fen.NONE : file.totalFen());
    }
  }

  /** What a claim costs; 0 or less when that is not known, or it is a reversal. */
  private long totalFen(int ordinal) {
    KeptClaims all = kept();
    return all == null || ordinal < earlier ? totals.get(ordinal) : all.totalFen(ordinal);
  }

  /** Most claims were read before the row that takes them back. */
  private void reversal(ClaimFile file) throws IOException {
    String id = file.reversedId();
    int target = inputs.claimIds().find(id);
    boolean fits = target != RowIds.NONE && fits(file.totalFen(), totalFen(target));
    if (fits) {
      reversed.set(target);
    } else {
      reversals.add(
          new Reversal(
              file.ordinal(),
              file.person(),
              file.moment(),
              id,
              file.totalFen(),
              file.at("total", ProblemCode.REVERSAL_TOTAL)));
    }
    if (kept != null) {
      kept.reverses(file.ordinal(), fits ? target : Claim.UNKNOWN);
    }
  }

  /** A reversal's own total may be blank, and is then that of the claim. */
  private static boolean fits(long reversal, long original) {
    return reversal <= 0 || original <= 0 || reversal == original;
  }

  private void refuse(ClaimFile file, List<Problem> found) throws IOException {
    if (request.rejects() && file.person() == ClaimFile.NOBODY) {
      problems.add(file.at("person_id", ProblemCode.REFUSED_WITHOUT_PERSON));
      return;
    }
    refuse(file.person(), place(file.moment()), file.ordinal(), found);
  }

  private static TimelinePlace place(long moment) {
    return moment == ClaimFile.NO_MOMENT ? Blocks.EVERYTHING : TimelinePlace.ofClaim(moment);
  }

  private void refuse(int person, TimelinePlace place, int ordinal, List<Problem> found) {
    if (!request.rejects()) {
      found.forEach(problems::add);
    } else {
      blocks.refuse(person, place, ordinal);
    }
  }

  private void resolveReversals() {
    RowIds ids = inputs.claimContext().ids();
    for (Reversal reversal : reversals) {
      int target = ids.find(reversal.target());
      if (target == RowIds.NONE) {
        continue;
      }
      reversed.set(target);
      if (kept != null) {
        kept.reverses(reversal.ordinal(), target);
      }
      long original = totalFen(target);
      if (!fits(reversal.totalFen(), original)) {
        Problem at = reversal.place();
        Problem fault =
            Problem.at(
                at.code(),
                at.file(),
                at.line(),
                at.column(),
                at.field(),
                Fen.text(reversal.totalFen()),
                Fen.text(original));
        refusedLater.put(reversal.ordinal(), fault);
        refuse(reversal.person(), place(reversal.moment()), reversal.ordinal(), List.of(fault));
      }
    }
  }

  /** Opening balances belong to one account year of each person (rules: section 8). */
  private void checkAccountYears(PolicyBook book) {
    AccountYears years = new AccountYears(inputs.roster(), book);
    if (firstEvent > lastEvent
        || !years.mayStartBetween(Moment.day(firstEvent), Moment.day(lastEvent))) {
      return; // then nobody's need be counted
    }
    for (Person person : inputs.people().all()) {
      boolean known = inputs.openedOn(person.index(), request) != Day.UNKNOWN;
      if (known || !days.hasAny(person.index())) {
        continue;
      }
      int first = days.first(person.index());
      int last = days.last(person.index());
      if (years.startsBetween(person.index(), first, last) > 0) {
        problems.add(
            Problem.at(
                ProblemCode.OPENING_DATE_NEEDED,
                request.peopleName(),
                person.line(),
                0,
                null,
                Day.text(first),
                Day.text(last)));
        return;
      }
    }
  }
}
