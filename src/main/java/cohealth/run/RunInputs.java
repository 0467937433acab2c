package cohealth.run;

import cohealth.event.Activity;
import cohealth.event.Roster;
import cohealth.event.Vocabulary;
import cohealth.io.ActivitiesCsv;
import cohealth.io.BindingFile;
import cohealth.io.ClaimContext;
import cohealth.io.HouseholdFile;
import cohealth.io.IdTable;
import cohealth.io.InputText;
import cohealth.io.PolicyFile;
import cohealth.io.PolicyLibrary;
import cohealth.io.Problems;
import cohealth.io.RowIds;
import cohealth.person.Attribute;
import cohealth.person.Bindings;
import cohealth.person.Families;
import cohealth.person.People;
import cohealth.person.Person;
import cohealth.policy.PolicyBook;
import cohealth.report.Ids;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything but the claims, read and resolved, and the checked bytes of the claims files.
 *
 * @param sound households, bindings and policies have no problem, so that claims can be checked
 *     against them
 */
public record RunInputs(
    Roster roster,
    Bindings bindings,
    ActivityList activities,
    Families families,
    PolicyBook book,
    ClaimContext claimContext,
    List<InputText> claims,
    boolean sound) {

  /**
   * Reads all that the request names; every problem is added.
   *
   * @return null when there is nothing to check claims against
   * @throws IOException when a file cannot be read
   */
  public static @Nullable RunInputs read(RunRequest request, Problems problems) throws IOException {
    InputText households = open(request.households(), request, problems);
    Source bindingSource = request.bindings();
    InputText bindingText = bindingSource == null ? null : open(bindingSource, request, problems);
    List<InputText> claims = open(request.claims(), request, problems);
    List<InputText> activityTexts = open(request.activities(), request, problems);
    PolicyLibrary library = PolicyLibrary.builtIn();
    long before = problems.count();
    List<PolicyFile> given = library.given(request.policies(), problems);
    boolean policiesAreSound = problems.count() == before;
    People people =
        households == null ? null : HouseholdFile.read(households, request.options(), problems);
    if (people == null) {
      return null;
    }
    Bindings bindings = bindings(bindingSource, bindingText, people, request, problems);
    if (!policiesAreSound) {
      return null; // without them it is not known which words claims may use
    }
    boolean sound = problems.count() == 0 && bindings != null;
    Vocabulary vocabulary = new Vocabulary();
    ActivityList activities = ActivityList.read(activityTexts, request, people, problems);
    PolicyBook book =
        new PolicyBook(library.forRegions(given, regions(people, activities)), vocabulary);
    Bindings known = bindings == null ? new Bindings(List.of(), people.size()) : bindings;
    Roster roster = new Roster(people, activities.changes());
    return new RunInputs(
        roster,
        known,
        activities,
        new Families(people, known, pairs(activities)),
        book,
        new ClaimContext(
            roster,
            vocabulary,
            new RowIds(),
            book.usesVisits() ? new IdTable() : null,
            book.usesVisits() ? new IdTable() : null),
        claims,
        sound);
  }

  /** Everybody who may have an event. */
  public People people() {
    return roster.people();
  }

  /** How the results of activities are written. */
  public ActivitiesCsv activityFormat() {
    return new ActivitiesCsv(ids());
  }

  /** The ids behind the numbers. */
  public Ids ids() {
    return new Ids() {
      @Override
      public String claim(int ordinal) {
        return claimContext.ids().id(ordinal);
      }

      @Override
      public String activity(int ordinal) {
        return activities.ids().id(ordinal);
      }

      @Override
      public String person(int index) {
        return people().get(index).id();
      }
    };
  }

  /** Those who are named together by an activity, and so connected (rules: section 1). */
  private static List<Families.Pair> pairs(ActivityList activities) {
    List<Families.Pair> pairs = new ArrayList<>();
    for (Activity activity : activities.inOrder()) {
      if (activity instanceof Activity.Premium premium && premium.payer() != Activity.NOBODY) {
        pairs.add(new Families.Pair(premium.person(), premium.payer()));
      } else if (activity instanceof Activity.Transfer transfer) {
        pairs.add(new Families.Pair(transfer.person(), transfer.payer()));
      }
    }
    return pairs;
  }

  private static List<InputText> open(List<Source> sources, RunRequest request, Problems problems)
      throws IOException {
    List<InputText> texts = new ArrayList<>();
    for (Source source : sources) {
      InputText text = open(source, request, problems);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  private static @Nullable InputText open(Source source, RunRequest request, Problems problems)
      throws IOException {
    return InputText.open(source.path(), source.name(), request.options().charset(), problems);
  }

  private static @Nullable Bindings bindings(
      @Nullable Source source,
      @Nullable InputText text,
      People people,
      RunRequest request,
      Problems problems)
      throws IOException {
    if (source == null) {
      return Bindings.derived(people);
    }
    return text == null ? null : BindingFile.read(text, request.options(), people, problems);
  }

  /** Where people are insured, at first or after a change. */
  private static Set<Integer> regions(People people, ActivityList activities) {
    Set<Integer> regions =
        people.all().stream().map(Person::region).collect(Collectors.toCollection(HashSet::new));
    for (Activity.Change change : activities.changes()) {
      if (change.attribute() == Attribute.REGION) {
        regions.add(change.value().region());
      }
    }
    return regions;
  }
}
