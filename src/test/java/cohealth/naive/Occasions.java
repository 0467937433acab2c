package cohealth.naive;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** When something changes for a person of a random world, so that other events happen just then. */
final class Occasions {
  private final Map<String, List<LocalDate>> days = new HashMap<>();
  private final Map<String, List<LocalDateTime>> moments = new HashMap<>();
  private final Set<String> movers = new HashSet<>();
  private final List<LocalDate> yearStarts;

  /**
   * @param yearStarts the days on which account years start in the world, ascending
   */
  Occasions(List<LocalDate> yearStarts) {
    this.yearStarts = List.copyOf(yearStarts);
  }

  List<LocalDate> yearStarts() {
    return yearStarts;
  }

  /** A day on which something changes; the days beside it are occasions, too. */
  void addDay(String person, LocalDate day) {
    days.computeIfAbsent(person, id -> new ArrayList<>())
        .addAll(List.of(day, day.plusDays(1), day.minusDays(1)));
  }

  List<LocalDate> days(String person) {
    return days.getOrDefault(person, List.of());
  }

  /** A moment at which something changes, for events at the very same time. */
  void addMoment(String person, LocalDateTime moment) {
    moments.computeIfAbsent(person, id -> new ArrayList<>()).add(moment);
  }

  List<LocalDateTime> moments(String person) {
    return moments.getOrDefault(person, List.of());
  }

  /** A person who changes region or insurance, so that a policy's own words may not hold. */
  void addMover(String person) {
    movers.add(person);
  }

  boolean isMover(String person) {
    return movers.contains(person);
  }
}
