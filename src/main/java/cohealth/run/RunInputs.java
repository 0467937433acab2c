package cohealth.run;

import cohealth.event.Vocabulary;
import cohealth.io.BindingFile;
import cohealth.io.ClaimContext;
import cohealth.io.ClaimIds;
import cohealth.io.HouseholdFile;
import cohealth.io.IdTable;
import cohealth.io.InputText;
import cohealth.io.PolicyFile;
import cohealth.io.PolicyLibrary;
import cohealth.io.Problems;
import cohealth.person.Bindings;
import cohealth.person.Families;
import cohealth.person.People;
import cohealth.person.Person;
import cohealth.policy.PolicyBook;
import cohealth.report.Ids;
import java.io.IOException;
import java.util.ArrayList;
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
    People people,
    Bindings bindings,
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
    List<InputText> claims = new ArrayList<>();
    for (Source source : request.claims()) {
      InputText text = open(source, request, problems);
      if (text != null) {
        claims.add(text);
      }
    }
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
    PolicyBook book = new PolicyBook(library.forRegions(given, regions(people)), vocabulary);
    Bindings known = bindings == null ? new Bindings(List.of(), people.size()) : bindings;
    return new RunInputs(
        people,
        known,
        new Families(people, known),
        book,
        new ClaimContext(
            people,
            vocabulary,
            new ClaimIds(),
            book.usesVisits() ? new IdTable() : null,
            book.usesVisits() ? new IdTable() : null),
        claims,
        sound);
  }

  /** The ids behind the numbers. */
  public Ids ids() {
    return new Ids() {
      @Override
      public String claim(int ordinal) {
        return claimContext.ids().id(ordinal);
      }

      @Override
      public String person(int index) {
        return people.get(index).id();
      }
    };
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

  private static Set<Integer> regions(People people) {
    return people.all().stream().map(Person::region).collect(Collectors.toSet());
  }
}
