package cohealth.cli;

import cohealth.io.Messages;
import cohealth.io.NearIds;
import cohealth.io.Shown;
import cohealth.person.People;
import cohealth.person.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a question is about: the people and the households that are named, or everybody.
 *
 * @param people all of the run
 */
record ChosenPeople(People people, List<String> persons, List<String> households) {
  /** Their indexes, in the order of the people. */
  List<Integer> indexes() {
    boolean everybody = persons.isEmpty() && households.isEmpty();
    Set<String> wanted = Set.copyOf(persons);
    Set<String> wantedHouseholds = Set.copyOf(households);
    List<Integer> indexes = new ArrayList<>();
    for (Person person : people.all()) {
      if (everybody
          || wanted.contains(person.id())
          || wantedHouseholds.contains(person.householdId())) {
        indexes.add(person.index());
      }
    }
    return indexes;
  }

  /** What to say when somebody is named who is not there; null when all are. */
  @Nullable String unknown(Messages messages, Shown shown) {
    for (String id : persons) {
      if (people.indexOf(id) < 0) {
        return unknown("quota.noPerson", id, ids(), messages, shown);
      }
    }
    Set<String> known = householdIds();
    for (String id : households) {
      if (!known.contains(id)) {
        return unknown("quota.noHousehold", id, known, messages, shown);
      }
    }
    return null;
  }

  private static String unknown(
      String key, String id, Collection<String> known, Messages messages, Shown shown) {
    String near = NearIds.of(id, known, shown);
    String sentence = messages.get(key, shown.id(id));
    return near.isEmpty() ? sentence : sentence + messages.get("quota.near", near);
  }

  private List<String> ids() {
    return people.all().stream().map(Person::id).toList();
  }

  private Set<String> householdIds() {
    Set<String> ids = new LinkedHashSet<>();
    if (!households.isEmpty()) {
      people.all().forEach(person -> ids.add(person.householdId()));
    }
    return ids;
  }
}
