package cohealth.run;

import cohealth.event.Activity;
import cohealth.event.Roster;
import cohealth.event.Vocabulary;
import cohealth.io.ActivitiesCsv;
import cohealth.io.BindingFile;
import cohealth.io.ClaimContext;
import cohealth.io.HouseholdFile;
import cohealth.io.InputText;
import cohealth.io.PolicyFile;
import cohealth.io.PolicyLibrary;
import cohealth.io.Problems;
import cohealth.io.RowIds;
import cohealth.io.Shown;
import cohealth.io.Workers;
import cohealth.ledger.BrokenInvariant;
import cohealth.person.Attribute;
import cohealth.person.Bindings;
import cohealth.person.Families;
import cohealth.person.People;
import cohealth.person.Person;
import cohealth.policy.AccumulatorSlots;
import cohealth.policy.PolicyBook;
import cohealth.policy.PolicyDocument;
import cohealth.report.Ids;
import cohealth.text.IdTable;
import cohealth.text.RowText;
import cohealth.time.Day;
import cohealth.time.Moment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything but the claims, read and resolved, and the checked bytes of the claims files.
 *
 * @param otherBooks further policies under which the same claims are settled, too
 * @param state what an earlier run left, or null
 * @param regions in which people are insured, at first or after a change
 * @param sound households, bindings and policies have no problem, so that claims can be checked
 *     against them
 */
public record RunInputs(
    Roster roster,
    Bindings bindings,
    ActivityList activities,
    Families families,
    PolicyBook book,
    List<PolicyBook> otherBooks,
    ClaimContext claimContext,
    List<InputText> claims,
    @Nullable CarriedState state,
    Set<Integer> regions,
    boolean sound) {

  /**
   * Reads all that the request names; every problem is added.
   *
   * @return null when there is nothing to check claims against
   * @throws IOException when a file cannot be read
   */
  public static @Nullable RunInputs read(RunRequest request, Problems problems) throws IOException {
    return read(request, library -> List.of(library.given(request.policies(), problems)), problems);
  }

  /**
   * The same for a part of a run: some families with all their rows.
   *
   * @param whole what the part must know of all of the run; the request's own policies are not read
   */
  static @Nullable RunInputs read(RunRequest request, WholeRun whole, Problems problems)
      throws IOException {
    return read(request, library -> List.of(List.of()), whole, problems);
  }

  /** The documents that a run is given; of several policies each has its own. */
  interface GivenPolicies {
    /** Those of the run's own policy come first. */
    List<List<PolicyFile>> of(PolicyLibrary library) throws IOException;
  }

  /** The same for a run under several policies; the request's own are not read. */
  static @Nullable RunInputs read(RunRequest request, GivenPolicies policies, Problems problems)
      throws IOException {
    return read(request, policies, null, problems);
  }

  private static @Nullable RunInputs read(
      RunRequest request, GivenPolicies policies, @Nullable WholeRun whole, Problems problems)
      throws IOException {
    Source householdSource = request.households();
    InputText households =
        householdSource == null ? null : open(householdSource, request, problems);
    Source bindingSource = request.bindings();
    InputText bindingText = bindingSource == null ? null : open(bindingSource, request, problems);
    List<InputText> claims = open(request.claims(), request, problems);
    List<InputText> activityTexts = open(request.activities(), request, problems);
    PolicyLibrary library = PolicyLibrary.builtIn();
    long before = problems.count();
    List<List<PolicyFile>> given = policies.of(library);
    boolean policiesAreSound = problems.count() == before;
    IdTable visits = new IdTable();
    IdTable facilities = new IdTable();
    Source opening = request.opening();
    CarriedState state =
        opening == null ? null : CarriedState.open(opening, visits, facilities, problems);
    People people = people(request, households, state, problems);
    if (people == null) {
      return null;
    }
    Bindings bindings = bindings(request, bindingText, people, state, problems);
    if (!policiesAreSound || (opening != null && state == null)) {
      return null; // without them it is not known which words claims may use, or which were before
    }
    boolean sound = problems.count() == 0 && bindings != null;
    RowIds activityIds = new RowIds();
    RowIds claimIds = new RowIds();
    if (state != null) {
      state.addActivities(activityIds);
      state.addClaims(claimIds);
    }
    Beginning beginning = beginning(request, state);
    Vocabulary vocabulary = new Vocabulary();
    ActivityList activities =
        ActivityList.read(activityTexts, request, beginning, people, activityIds, problems);
    Set<Integer> regions = whole == null ? regions(people, activities, state) : whole.regions();
    List<List<PolicyDocument>> documents =
        whole == null ? documents(library, given, regions) : List.of(whole.policies());
    List<PolicyBook> books = books(documents, vocabulary, state);
    Bindings known = bindings == null ? new Bindings(List.of(), people.size()) : bindings;
    Roster roster = new Roster(people, activities.changes());
    boolean tracksVisits =
        books.stream().anyMatch(PolicyBook::usesVisits) || state != null || request.closing();
    return new RunInputs(
        roster,
        known,
        activities,
        new Families(people, known, pairs(activities)),
        books.get(0),
        books.subList(1, books.size()),
        new ClaimContext(
            roster,
            vocabulary,
            claimIds,
            tracksVisits ? visits : null,
            tracksVisits ? facilities : null,
            new Workers(request.options().threads())),
        claims,
        state,
        regions,
        sound);
  }

  private static List<List<PolicyDocument>> documents(
      PolicyLibrary library, List<List<PolicyFile>> given, Set<Integer> regions) {
    List<List<PolicyDocument>> documents = new ArrayList<>();
    for (List<PolicyFile> each : given) {
      documents.add(library.forRegions(each, regions));
    }
    return documents;
  }

  /** Claims may use the words of every policy, so all of them are known before any is resolved. */
  private static List<PolicyBook> books(
      List<List<PolicyDocument>> documents, Vocabulary vocabulary, @Nullable CarriedState state) {
    for (List<PolicyDocument> each : documents) {
      PolicyBook.addWords(each, vocabulary);
    }
    List<PolicyBook> books = new ArrayList<>();
    for (List<PolicyDocument> each : documents) {
      books.add(
          new PolicyBook(each, vocabulary, state == null ? new AccumulatorSlots() : state.slots()));
    }
    return List.copyOf(books);
  }

  private static @Nullable People people(
      RunRequest request,
      @Nullable InputText households,
      @Nullable CarriedState state,
      Problems problems)
      throws IOException {
    People given =
        households == null ? null : HouseholdFile.read(households, request.options(), problems);
    if (state == null || (given == null && request.households() != null)) {
      return given;
    }
    return state.people(given, request.peopleName(), problems);
  }

  /** When the first event may be. */
  Beginning beginning(RunRequest request) {
    return beginning(request, state);
  }

  private static Beginning beginning(RunRequest request, @Nullable CarriedState state) {
    return new Beginning(
        request.openingDay(), state == null ? Long.MIN_VALUE : state.file().head().asOf());
  }

  /** As of which day the person's balances are; {@link Day#UNKNOWN} when that is not known. */
  int openedOn(int person, RunRequest request) {
    return state != null && state.opened(person)
        ? Moment.day(state.file().head().asOf())
        : request.openingDay();
  }

  /** Those who read and write. */
  Workers workers() {
    return claimContext.workers();
  }

  /** The ids of all claims. */
  public RowIds claimIds() {
    return claimContext.ids();
  }

  /** The words of claims. */
  public Vocabulary vocabulary() {
    return claimContext.vocabulary();
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

      @Override
      public void appendClaim(RowText out, int ordinal) {
        claimContext.ids().append(out, ordinal);
      }

      @Override
      public void appendPerson(RowText out, int index) {
        people().appendId(out, index);
      }
    };
  }

  /** A broken invariant with the id of the claim or activity at which it was found. */
  BrokenInvariant shown(BrokenInvariant broken, Shown shown) {
    if (broken.claim() >= 0) {
      return broken.shownAs(shown.id(ids().claim(broken.claim())));
    }
    return broken.activity() < 0
        ? broken
        : broken.shownAs(shown.id(ids().activity(broken.activity())));
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
    if (source.bytes() != null) {
      return InputText.of(source.bytes(), source.name(), problems);
    }
    return InputText.open(
        source.path(),
        source.name(),
        request.options().charset(),
        problems,
        request.options().bytes());
  }

  private static @Nullable Bindings bindings(
      RunRequest request,
      @Nullable InputText text,
      People people,
      @Nullable CarriedState state,
      Problems problems)
      throws IOException {
    if (request.bindings() != null) {
      return text == null ? null : BindingFile.read(text, request.options(), people, problems);
    }
    if (state == null) {
      return Bindings.derived(people);
    }
    return request.households() == null
        ? state.bindings(people)
        : Bindings.derived(people, state.peopleInFile());
  }

  /** Where people are insured, at first, after a change, or in an earlier run. */
  private static Set<Integer> regions(
      People people, ActivityList activities, @Nullable CarriedState state) {
    Set<Integer> regions = new HashSet<>();
    int last = 0;
    for (Person person : people.all()) {
      if (person.region() != last) { // the same as before for most
        last = person.region();
        regions.add(last);
      }
    }
    for (Activity.Change change : activities.changes()) {
      if (change.attribute() == Attribute.REGION) {
        regions.add(change.value().region());
      }
    }
    if (state != null) {
      regions.addAll(state.file().head().regions());
    }
    return regions;
  }
}
