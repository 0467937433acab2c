package cohealth.run;

import cohealth.event.Claim;
import cohealth.event.TimelinePlace;
import cohealth.event.Vocabulary;
import cohealth.io.Problem;
import cohealth.io.ProblemCode;
import cohealth.person.Person;
import cohealth.policy.PolicyVersion;
import cohealth.report.Ids;
import cohealth.settlement.Entitlements;
import cohealth.time.Moment;
import org.jspecify.annotations.Nullable;

/**
 * A visit of a person that has not happened: at the end of a day, after everything else, at a
 * designated institution of the person's own region, with the person's own card, all of the bill
 * within the scope of the insurance, accounts to be used, nothing else given.
 */
public final class WhatIf {
  /** What the visit is called in results. */
  public static final String ID = "what-if";

  private final RunInputs inputs;
  private final Person patient;
  private final int day;
  private final @Nullable PolicyVersion version;

  /** The visit of a person at the end of a day. */
  public WhatIf(RunInputs inputs, int person, int day) {
    this.inputs = inputs;
    this.patient = inputs.roster().at(person, TimelinePlace.ofClaim(Moment.endOf(day)));
    this.day = day;
    this.version = new Entitlements(inputs.book()).version(patient, day);
  }

  /** Whether the person's policy knows the number of a level. */
  public boolean knowsLevel(int level) {
    return level != Vocabulary.NONE && ClaimChecks.knowsLevel(version, level);
  }

  /** Whether the person's policy knows the number of a type. */
  public boolean knowsType(int type) {
    return type != Vocabulary.NONE && ClaimChecks.knowsType(version, type);
  }

  /** The levels that the person's policy knows, to be shown. */
  public String levels() {
    return ClaimChecks.levels(version);
  }

  /** The types that the person's policy knows, to be shown. */
  public String types() {
    return ClaimChecks.types(version);
  }

  /** Why the claim would be refused as a row: the policy needs a birth date. Else null. */
  public @Nullable Problem fault(RunRequest request) {
    return version == null || version.groupThatNeedsBirthDate(patient, day) == null
        ? null
        : Problem.at(
            ProblemCode.BIRTH_DATE_NEEDED,
            request.peopleName(),
            patient.line(),
            0,
            null,
            request.options().shown().id(patient.id()));
  }

  /** The visit as a row of the claims file. */
  public Claim claim(int ordinal, int level, int type, long totalFen) {
    return new Claim(
        ordinal,
        patient.index(),
        Moment.endOf(day),
        type,
        level,
        Vocabulary.NONE,
        Vocabulary.NONE,
        patient.diseases() == null,
        0,
        0,
        false,
        totalFen,
        totalFen,
        0,
        0,
        0,
        0,
        false,
        true,
        true,
        true,
        Claim.NOTHING);
  }

  /** The ids of the run, with that of the visit. */
  public Ids ids(int ordinal) {
    Ids known = inputs.ids();
    return new Ids() {
      @Override
      public String claim(int number) {
        return number == ordinal ? ID : known.claim(number);
      }

      @Override
      public String activity(int number) {
        return known.activity(number);
      }

      @Override
      public String person(int index) {
        return known.person(index);
      }
    };
  }
}
