package cohealth.run;

import cohealth.advice.FamilyWorld;
import cohealth.event.Activity;
import cohealth.event.Claim;
import cohealth.event.KeptClaims;
import cohealth.io.Problem;
import cohealth.io.ProblemCode;
import cohealth.io.Problems;
import cohealth.person.Families;
import cohealth.person.Person;
import cohealth.time.Day;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a run what concerns one household: its members, all who are connected with any of
 * them, and the events of these people.
 */
final class HouseholdFamily {
  private final RunRequest request;
  private final RunInputs inputs;
  private final ClaimSurvey survey;
  private final String household;
  private final Set<Integer> families = new HashSet<>();
  private final List<Claim> claims = new ArrayList<>();

  HouseholdFamily(RunRequest request, RunInputs inputs, ClaimSurvey survey, String household) {
    this.request = request;
    this.inputs = inputs;
    this.survey = survey;
    this.household = household;
    for (Person person : inputs.people().all()) {
      if (person.householdId().equals(household)) {
        families.add(inputs.families().of(person.index()));
      }
    }
  }

  /** Keeps the family's claims of all that come. */
  KeptClaims.Taker<IOException> claims() {
    return claim -> {
      if (holds(claim.person())) {
        claims.add(claim);
      }
    };
  }

  private boolean holds(int person) {
    Families all = inputs.families();
    return families.contains(all.of(person));
  }

  /**
   * The family with the claims that came; null when the opening date must be known, since a plan
   * would connect people whose events lie in different account years.
   */
  @Nullable FamilyWorld world(Problems problems) {
    FamilyWorld world = world();
    boolean mayConnect = families.size() > 1 && request.bindings() == null;
    Person unknown = mayConnect ? world.withoutOpeningDay() : null;
    if (unknown == null) {
      return world;
    }
    problems.add(
        Problem.at(
            ProblemCode.OPENING_DATE_NEEDED,
            request.peopleName(),
            unknown.line(),
            0,
            null,
            Day.text(world.firstDay()),
            Day.text(world.lastDay())));
    return null;
  }

  private FamilyWorld world() {
    claims.sort(Comparator.comparingLong(Claim::moment).thenComparingInt(Claim::ordinal));
    List<Activity> activities =
        inputs.activities().inOrder().stream()
            .filter(activity -> holds(activity.person()))
            .toList();
    int[] indexes =
        inputs.people().all().stream().mapToInt(Person::index).filter(this::holds).toArray();
    return new FamilyWorld(
        inputs.people(),
        inputs.bindings(),
        inputs.book(),
        indexes,
        household,
        activities,
        List.copyOf(claims),
        survey.reversed(),
        request.openingDay(),
        survey::openedOn);
  }
}
