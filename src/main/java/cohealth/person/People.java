package cohealth.person;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All persons of a run, by number and by id. */
public final class People {
  private final List<Person> persons;
  private final Map<String, Integer> byId;

  /**
   * The persons in the order of their file.
   *
   * @param persons each at the place of its own index
   */
  public People(List<Person> persons) {
    this.persons = List.copyOf(persons);
    this.byId = new HashMap<>(persons.size() * 4 / 3 + 1);
    for (Person person : persons) {
      byId.put(person.id(), person.index());
    }
  }

  /** How many there are. */
  public int size() {
    return persons.size();
  }

  /** The person with the number. */
  public Person get(int index) {
    return persons.get(index);
  }

  /** All of them, in order. */
  public List<Person> all() {
    return persons;
  }

  /** The number of the person with the id, or -1. */
  public int indexOf(String id) {
    return byId.getOrDefault(id, -1);
  }
}
