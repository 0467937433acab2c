package cohealth.event;

import cohealth.person.People;
import cohealth.person.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Everybody as insured at any place of the timeline: the household file, and what activities
 * changed since (rules: section 7). Nothing in it moves, so it can be asked about any time in any
 * order.
 */
public final class Roster {
  private final People people;
  private final Map<Integer, List<Stretch>> changed = new HashMap<>();

  /** A person from some place of the timeline on. */
  private record Stretch(TimelinePlace from, Person person) {}

  /** The people and all changes of the run, in any order. */
  public Roster(People people, List<Activity.Change> changes) {
    this.people = people;
    List<Activity.Change> inOrder = new ArrayList<>(changes);
    inOrder.sort(Comparator.comparing(TimelinePlace::of));
    for (Activity.Change change : inOrder) {
      List<Stretch> stretches =
          changed.computeIfAbsent(change.person(), person -> new ArrayList<>());
      Person before =
          stretches.isEmpty()
              ? people.get(change.person())
              : stretches.get(stretches.size() - 1).person();
      stretches.add(
          new Stretch(
              TimelinePlace.of(change),
              before.with(before.insured().with(change.attribute(), change.value()))));
    }
  }

  /** The people as in the household file. */
  public People people() {
    return people;
  }

  /**
   * Whether the disease is among those approved for the person when claims of the moment are
   * settled, or those are not known.
   */
  public boolean isApproved(int person, long moment, String disease) {
    if (changed.isEmpty() || !changed.containsKey(person)) {
      // this far without looking at the person, who lies anywhere in the memory
      if (!people.hasDiseases(person)) {
        return !people.knowsDiseases(person);
      }
    }
    Set<String> approved = at(person, TimelinePlace.ofClaim(moment)).diseases();
    return approved == null || approved.contains(disease);
  }

  /** The person as the last change before the place left them. */
  public Person at(int person, TimelinePlace place) {
    List<Stretch> stretches = changed.isEmpty() ? null : changed.get(person);
    Person found = people.get(person);
    if (stretches != null) {
      for (Stretch stretch : stretches) {
        if (stretch.from().compareTo(place) >= 0) {
          break;
        }
        found = stretch.person();
      }
    }
    return found;
  }

  /** Tells when attributes of the person change; whether there is any such time. */
  public boolean tellChanges(int person, LongConsumer moments) {
    List<Stretch> stretches = changed.isEmpty() ? null : changed.get(person);
    if (stretches == null) {
      return false;
    }
    stretches.forEach(stretch -> moments.accept(stretch.from().moment()));
    return true;
  }

  /** The person as the change at this place, and all before it, left them. */
  public Person after(int person, TimelinePlace place) {
    return at(person, new TimelinePlace(place.moment(), place.activity() + 1));
  }
}
