package cohealth.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which premiums were paid for whom, and from which day each insures (rules: section 7). */
final class Premiums {
  private final Map<Integer, List<Carried.PaidPremium>> byPerson = new HashMap<>();

  void add(int person, Carried.PaidPremium paid) {
    byPerson.computeIfAbsent(person, key -> new ArrayList<>(1)).add(paid);
  }

  /** Those of the person, in the order in which they were paid. */
  List<Carried.PaidPremium> of(int person) {
    return byPerson.getOrDefault(person, List.of());
  }

  boolean isPaid(int person, int planYear) {
    return of(person).stream().anyMatch(paid -> paid.planYear() == planYear);
  }

  /** The first day with benefits by the premium that insures the day, or null without one. */
  @Nullable Integer benefitsFrom(int person, int day) {
    if (byPerson.isEmpty()) {
      return null;
    }
    for (Carried.PaidPremium paid : of(person)) {
      if (paid.from() <= day && day <= paid.to()) {
        return paid.benefitsFrom();
      }
    }
    return null;
  }
}
