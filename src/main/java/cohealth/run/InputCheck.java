package cohealth.run;

import cohealth.io.CheckFinding;
import cohealth.io.DamagedState;
import cohealth.io.Problem;
import cohealth.io.ProblemCode;
import cohealth.io.Problems;
import cohealth.person.Insurance;
import cohealth.person.Person;
import cohealth.report.Phrases;
import cohealth.settlement.BindingCheck;
import cohealth.time.Day;
import cohealth.time.Moment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * What is wrong with the inputs of a run, without settling: the problems for which the run would be
 * refused, and the bindings that do not work on a day.
 *
 * @param bindings those that do not work, in their order
 * @param notes what is worth knowing and refuses nothing: those of reading, people without a
 *     policy, confirmations that will be due
 * @param day on which the bindings were tested; {@link Day#UNKNOWN} = not tested
 * @param tested how many bindings were tested
 * @param sound the files could be read as far as needed for the bindings
 */
public record InputCheck(
    List<CheckFinding> bindings, List<CheckFinding> notes, int day, int tested, boolean sound) {

  /** How often claims are read: to check their encoding, and to check them. */
  private static final int CLAIM_PASSES = 2;

  /**
   * Reads everything that the request names; problems are added.
   *
   * @param asOf the day on which bindings are tested; {@link Day#UNKNOWN}: that of the last event,
   *     else that of the opening
   * @throws IOException when a file cannot be read
   */
  public static InputCheck of(RunRequest request, int asOf, Phrases phrases, Problems problems)
      throws IOException {
    request.expectReading(CLAIM_PASSES);
    RunInputs inputs;
    try {
      inputs = RunInputs.read(request, problems);
    } catch (DamagedState e) {
      problems.add(e.problem());
      inputs = null;
    }
    if (inputs == null) {
      return untested(problems, false);
    }
    ClaimSurvey survey = ClaimSurvey.of(request, inputs, problems);
    if (!inputs.sound()) {
      return untested(problems, false);
    }
    int day = asOf == Day.UNKNOWN ? lastDay(request, inputs, survey) : asOf;
    if (day == Day.UNKNOWN) {
      return untested(problems, true);
    }
    BindingCheck check =
        new BindingCheck(
            inputs.roster(), inputs.bindings(), inputs.book(), inputs.activities().changes());
    BindingCheck.Result result = check.on(day);
    BindingFindings findings = new BindingFindings(request, inputs, check, phrases);
    List<CheckFinding> faults = findings.faults(result.faults());
    List<CheckFinding> due = findings.due(result.due());
    withoutPolicy(request, inputs, check, day, phrases).forEach(problems::add);
    List<CheckFinding> notes = new ArrayList<>(notes(problems));
    notes.addAll(due);
    return new InputCheck(faults, List.copyOf(notes), day, result.tested(), true);
  }

  private static InputCheck untested(Problems problems, boolean sound) {
    return new InputCheck(List.of(), notes(problems), Day.UNKNOWN, 0, sound);
  }

  private static List<CheckFinding> notes(Problems problems) {
    return problems.notes().stream().map(CheckFinding::of).toList();
  }

  private static int lastDay(RunRequest request, RunInputs inputs, ClaimSurvey survey) {
    long last = survey.lastEvent();
    CarriedState state = inputs.state();
    if (last != Long.MIN_VALUE) {
      return Moment.day(last);
    }
    return Math.max(
        request.openingDay(), state == null ? Day.UNKNOWN : Moment.day(state.file().head().asOf()));
  }

  /** People who are insured where no policy holds, by region and insurance. */
  private static List<Problem> withoutPolicy(
      RunRequest request, RunInputs inputs, BindingCheck check, int day, Phrases phrases) {
    TreeMap<Integer, TreeMap<Insurance, Integer>> counts = new TreeMap<>();
    for (Person given : inputs.people().all()) {
      Person person = check.at(given.index(), day);
      if (person.insurance() != Insurance.NONE && check.version(given.index(), day) == null) {
        counts
            .computeIfAbsent(person.region(), region -> new TreeMap<>())
            .merge(person.insurance(), 1, Integer::sum);
      }
    }
    List<Problem> notes = new ArrayList<>();
    counts.forEach(
        (region, byInsurance) ->
            byInsurance.forEach(
                (insurance, count) ->
                    notes.add(
                        Problem.at(
                            ProblemCode.PEOPLE_WITHOUT_POLICY,
                            request.peopleName(),
                            0,
                            0,
                            null,
                            Integer.toString(region),
                            phrases.get("policy.word." + insurance.name().toLowerCase(Locale.ROOT)),
                            Integer.toString(count),
                            Day.text(day)))));
    return notes;
  }
}
