package cohealth.ledger;

import cohealth.time.Day;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Which premiums were paid for whom, and from which day each insures (rules: section 7). */
final class Premiums {
  private final Map<Integer, List<Carried.PaidPremium>> byPerson = new HashMap<>();
  // most people have none, and are known here without the map
  private final BitSet people = new BitSet();

  void add(int person, Carried.PaidPremium paid) {
    byPerson.computeIfAbsent(person, key -> new ArrayList<>(1)).add(paid);
    people.set(person);
  }

  /** Takes over the premiums of these people. */
  void takeFrom(Premiums other, IntPredicate theirs) {
    for (int person = other.people.nextSetBit(0);
        person >= 0;
        person = other.people.nextSetBit(person + 1)) {
      if (theirs.test(person)) {
        byPerson.put(person, other.of(person));
        people.set(person);
        other.byPerson.remove(person);
        other.people.clear(person);
      }
    }
  }

  /** Those of the person, in the order in which they were paid. */
  List<Carried.PaidPremium> of(int person) {
    return people.get(person) ? byPerson.getOrDefault(person, List.of()) : List.of();
  }

  boolean isPaid(int person, int planYear) {
    return of(person).stream().anyMatch(paid -> paid.planYear() == planYear);
  }

  /**
   * The first day with benefits by the premium that insures the day, or {@link Day#UNKNOWN} without
   * one.
   */
  int benefitsFrom(int person, int day) {
    if (people.get(person)) {
      List<Carried.PaidPremium> paid = of(person);
      for (int i = 0; i < paid.size(); i++) {
        Carried.PaidPremium premium = paid.get(i);
        if (premium.from() <= day && day <= premium.to()) {
          return premium.benefitsFrom();
        }
      }
    }
    return Day.UNKNOWN;
  }
}
