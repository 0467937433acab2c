package cohealth.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Seeded worlds: policies, families, bindings and claims that are valid input and reach every rule.
 * All events of a world lie in one account year of every policy in it.
 */
public final class RandomWorld {
  /**
   * Regions that have a document in some world. But for municipalities, the provinces do not exist,
   * so that no real policy can cover them.
   */
  private static final List<String> DOCUMENT_REGIONS =
      List.of("160100", "160000", "160421", "170000", "170100", "189004", "190200");

  /** Municipalities: each world has documents of its own for them, so that no real one is found. */
  private static final List<String> MUNICIPALITIES = List.of("120000", "500000");

  /** Codes that people and facilities have: some have no document in any world. */
  static final List<String> REGIONS =
      List.of(
          "160400", "160402", "160421", "160100", "160105", "170106", "170100", "179004", "179005",
          "120115", "120101", "189004", "189001", "190203", "190212", "500101", "500105", "240102",
          "240104");

  private RandomWorld() {}

  /** One world; {@code bindings} is null when the bindings are derived from the households. */
  public record World(
      long seed,
      List<String> policies,
      String households,
      String claims,
      @Nullable String bindings) {}

  /**
   * In which days a world happens, and what its policies must agree on.
   *
   * @param withoutPolicy whether people without a policy, who have calendar years, may live in it
   */
  private record Calendar(
      LocalDate from, LocalDate to, List<String> accountYears, boolean withoutPolicy) {
    /** A calendar year; benefit years may begin inside it. */
    static Calendar january() {
      return new Calendar(
          LocalDate.parse("2025-01-01"), LocalDate.parse("2025-12-31"), List.of("01-01"), true);
    }

    /** Half a year that lies within calendar years and within account years from July. */
    static Calendar mixed() {
      return new Calendar(
          LocalDate.parse("2025-07-01"),
          LocalDate.parse("2025-12-31"),
          List.of("01-01", "07-01"),
          true);
    }

    /** An account year from July. */
    static Calendar july() {
      return new Calendar(
          LocalDate.parse("2025-07-01"), LocalDate.parse("2026-06-30"), List.of("07-01"), false);
    }
  }

  /** The world of a seed. */
  public static World of(long seed, int households) {
    Dice dice = new Dice(seed);
    Calendar calendar =
        dice.chance(60) ? Calendar.january() : dice.chance(50) ? Calendar.mixed() : Calendar.july();
    boolean usesBirthDates = dice.chance(80);
    List<String> insured = new ArrayList<>(List.of("160400 employee"));
    if (dice.chance(60)) {
      insured.add("160400 resident");
    }
    for (String region : MUNICIPALITIES) {
      insured.add(region + " employee");
      insured.add(region + " resident");
    }
    for (String region : DOCUMENT_REGIONS) {
      if (dice.chance(25)) {
        insured.add(region + " employee");
      }
      if (dice.chance(12)) {
        insured.add(region + " resident");
      }
    }
    List<String> documents = new ArrayList<>();
    for (String each : dice.shuffled(insured)) {
      documents.add(
          RandomPolicy.document(
              dice,
              each.substring(0, 6),
              each.substring(7),
              dice.pick("01-01", "01-01", "07-01", "10-15"),
              dice.pick(calendar.accountYears()),
              versions(dice, calendar),
              usesBirthDates));
    }

    Policies policies = new Policies(documents);
    RandomPeople people =
        new RandomPeople(dice, policies, calendar.from(), calendar.to(), calendar.withoutPolicy());
    for (int i = 0; i < households; i++) {
      people.addHousehold(i, usesBirthDates);
    }
    if (dice.chance(10)) {
      people.shuffle();
    }
    String bindings = dice.chance(50) ? people.bindings() : null;
    String claims =
        new RandomClaims(dice, policies, calendar.from(), calendar.to(), people.turns())
            .claims(people.people());
    return new World(seed, List.copyOf(documents), people.households(), claims, bindings);
  }

  /** From and to of one to three versions; days without one only where that is allowed. */
  private static List<List<String>> versions(Dice dice, Calendar calendar) {
    boolean gaps = calendar.withoutPolicy();
    LocalDate from = LocalDate.parse("2021-01-01");
    if (gaps && dice.chance(15)) {
      from = calendar.from().plusDays(dice.between(5, 50));
    }
    List<List<String>> versions = new ArrayList<>();
    LocalDate change = calendar.from().plusDays(dice.between(60, 120));
    for (int more = dice.between(0, 2); more > 0; more--) {
      versions.add(List.of(from.toString(), change.minusDays(1).toString()));
      from = gaps && dice.chance(25) ? change.plusDays(dice.between(1, 20)) : change;
      change = change.plusDays(dice.between(21, 50));
    }
    versions.add(List.of(from.toString(), gaps && dice.chance(10) ? change.toString() : ""));
    return versions;
  }
}
