package cohealth.person;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The households of the household file as numbers, in the order in which they come first. */
public final class Households {
  private final int[] householdOf;
  private final int[] sizes;
  private final List<String> ids = new ArrayList<>();

  /** Those of the people. */
  public Households(People people) {
    householdOf = new int[people.size()];
    int[] counted = new int[people.size()];
    Map<String, Integer> numbers = new HashMap<>();
    for (Person person : people.all()) {
      Integer known = numbers.putIfAbsent(person.householdId(), numbers.size());
      int household = known == null ? numbers.size() - 1 : known;
      if (known == null) {
        ids.add(person.householdId());
      }
      householdOf[person.index()] = household;
      counted[household]++;
    }
    sizes = Arrays.copyOf(counted, ids.size());
  }

  /** How many there are. */
  public int size() {
    return sizes.length;
  }

  /** The household of a person. */
  public int of(int person) {
    return householdOf[person];
  }

  /** How many people a household has. */
  public int people(int household) {
    return sizes[household];
  }

  /** The id of a household. */
  public String id(int household) {
    return ids.get(household);
  }
}
