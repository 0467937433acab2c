package cohealth.person;

import cohealth.text.IdTable;
import cohealth.text.RowText;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** All persons of a run, by number and by id. Several threads may ask. */
public final class People {
  private final List<Person> persons;
  private final IdTable ids;
  private final BitSet withKnownDiseases = new BitSet();
  private final BitSet withDiseases = new BitSet();

  /**
   * The persons in the order of their file.
   *
   * @param persons each at the place of its own index
   */
  public People(List<Person> persons) {
    this(persons, idsOf(persons));
  }

  /**
   * The same, with their ids.
   *
   * @param ids each with the person's index as its number; nothing may be added to them any more
   */
  public People(List<Person> persons, IdTable ids) {
    if (ids.size() != persons.size()) {
      throw new IllegalArgumentException("as many ids as persons");
    }
    this.persons = List.copyOf(persons);
    this.ids = ids;
    for (Person person : persons) {
      Set<String> diseases = person.diseases();
      if (diseases != null) {
        withKnownDiseases.set(person.index());
        withDiseases.set(person.index(), !diseases.isEmpty());
      }
    }
  }

  private static IdTable idsOf(List<Person> persons) {
    IdTable ids = new IdTable();
    for (Person person : persons) {
      if (ids.add(person.id()) != person.index()) {
        throw new IllegalArgumentException("an id twice, or an index out of order");
      }
    }
    return ids;
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
    return withKnownDiseases.get(index);
  }

  /** Whether the file says that some disease of the person was approved. */
  public boolean hasDiseases(int index) {
    return withDiseases.get(index);
  }

  /** The number of the person with the id, or -1. */
  public int indexOf(String id) {
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    return indexOf(bytes, 0, bytes.length);
  }

  /** The number of the person whose id is in the bytes, or -1. */
  public int indexOf(byte[] bytes, int from, int to) {
    return ids.find(bytes, from, to);
  }

  /** The numbers of many persons, see {@link IdTable#findAll}. */
  public int indexesOf(byte[] bytes, int[] spans, int count, int[] found) {
    return ids.findAll(bytes, spans, count, found);
  }

  /** Says that the person's id will be needed, see {@link IdTable#look}. */
  public int lookAtId(int index, boolean text) {
    return ids.look(index, text);
  }

  /** Appends the id of the person with the number. */
  public void appendId(RowText out, int index) {
    out.append(ids, index);
  }
}
