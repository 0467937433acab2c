package cohealth.cli;

import cohealth.person.People;
import cohealth.person.Person;

/** How a person is shown in a table: the id, and the name masked after its first character. */
record PersonLabel(People people, boolean showNames) {
  private static final String MASK = "**";

  String of(int index) {
    Person person = people.get(index);
    String name = person.name();
    if (name == null) {
      return person.id();
    }
    return person.id() + " " + (showNames ? name : masked(name));
  }

  /** The label of the person with the id; the id alone when nobody has it. */
  String of(String id) {
    int index = people.indexOf(id);
    return index < 0 ? id : of(index);
  }

  private static String masked(String name) {
    return name.substring(0, name.offsetByCodePoints(0, 1)) + MASK;
  }
}
