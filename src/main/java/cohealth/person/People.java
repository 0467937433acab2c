package cohealth.person;

import cohealth.text.IdTable;
import java.util.BitSet;
import java.util.List;

/** All persons of a run, by number and by id. */
public final class People {
  private final List<Person> persons;
  private final IdTable ids = new IdTable();
  private final BitSet withDiseases = new BitSet();

  /**
   * The persons in the order of their file.
   *
   * @param persons each at the place of its own index
   */
  public People(List<Person> persons) {
    this.persons = List.copyOf(persons);
    for (Person person : persons) {
      if (ids.add(person.id()) != person.index()) {
        throw new IllegalArgumentException("an id twice, or an index out of order");
      }
      if (person.diseases() != null) {
        withDiseases.set(person.index());
      }
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

  /** Whether the file says which diseases of the person were approved. */
  public boolean knowsDiseases(int index) {
    return withDiseases.get(index);
  }

  /** The number of the person with the id, or -1. */
  public int indexOf(String id) {
    return ids.find(id);
  }

  /** The number of the person whose id is in the bytes, or -1. */
  public int indexOf(byte[] bytes, int from, int to) {
    return ids.find(bytes, from, to, IdTable.hash(bytes, from, to));
  }
}
