package cohealth.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which premiums were paid for whom, and from which day each insures (rules: section 7). */
final class Premiums {
  private final Map<Integer, List<Paid>> byPerson = new HashMap<>();

  /** A paid plan year: its days, and the first one with benefits. */
  private record Paid(int planYear, int from, int to, int benefitsFrom) {}

  void add(int person, int planYear, int from, int to, int benefitsFrom) {
    byPerson
        .computeIfAbsent(person, key -> new ArrayList<>(1))
        .add(new Paid(planYear, from, to, benefitsFrom));
  }

  boolean isPaid(int person, int planYear) {
    return byPerson.getOrDefault(person, List.of()).stream()
        .anyMatch(paid -> paid.planYear() == planYear);
  }

  /** The first day with benefits by the premium that insures the day, or null without one. */
  @Nullable Integer benefitsFrom(int person, int day) {
    if (byPerson.isEmpty()) {
      return null;
    }
    for (Paid paid : byPerson.getOrDefault(person, List.of())) {
      if (paid.from() <= day && day <= paid.to()) {
        return paid.benefitsFrom();
      }
    }
    return null;
  }
}
