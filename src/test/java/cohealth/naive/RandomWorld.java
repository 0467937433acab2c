package cohealth.naive;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /**
   * One world.
   *
   * @param bindings null when they are derived from the households
   * @param activities null when there is no such file
   * @param openingDate null when all events lie in one account year
   */
  public record World(
      long seed,
      List<String> policies,
      String households,
      String claims,
      @Nullable String bindings,
      @Nullable String activities,
      @Nullable LocalDate openingDate) {
    /**
     * This world in parts: the first holds the claims and activities up to the first moment
     * (included), the next those after it up to the second, and so on; one part more than moments.
     * The opening date is the first part's alone, as the others open from carried state.
     */
    public List<World> cutAt(List<LocalDateTime> moments) {
      List<LocalDateTime> ends = new ArrayList<>(moments);
      ends.sort(null);
      List<World> parts = new ArrayList<>();
      for (int i = 0; i <= ends.size(); i++) {
        LocalDateTime after = i == 0 ? LocalDateTime.MIN : ends.get(i - 1);
        LocalDateTime upTo = i == ends.size() ? LocalDateTime.MAX : ends.get(i);
        parts.add(
            new World(
                seed,
                policies,
                households,
                between(claims, "service_time", after, upTo),
                bindings,
                activities == null ? null : between(activities, "time", after, upTo),
                i == 0 ? openingDate : null));
      }
      return parts;
    }

    /** The times of all claims and activities in their order. */
    public List<LocalDateTime> times() {
      List<LocalDateTime> times = new ArrayList<>();
      Table.read(claims).forEach(row -> times.add(Text.time(row.get("service_time"))));
      if (activities != null) {
        Table.read(activities).forEach(row -> times.add(Text.time(row.get("time"))));
      }
      times.sort(null);
      return times;
    }

    /** The header and the rows after a moment up to another. */
    private static String between(
        String csv, String column, LocalDateTime after, LocalDateTime upTo) {
      StringBuilder part = new StringBuilder(csv.substring(0, csv.indexOf('\n') + 1));
      for (Table.Row row : Table.read(csv)) {
        LocalDateTime time = Text.time(row.get(column));
        if (time.isAfter(after) && !time.isAfter(upTo)) {
          part.append(String.join(",", row.cells())).append('\n');
        }
      }
      return part.toString();
    }
  }

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

    /** Up to three account years, which begin on several days. */
    static Calendar years(Dice dice) {
      LocalDate from =
          LocalDate.parse(
              dice.pick("2023-09-10", "2024-01-01", "2024-02-29", "2024-07-01", "2024-10-15"));
      return new Calendar(
          from,
          from.plusDays(dice.between(200, 900)),
          List.of("01-01", "01-01", "07-01", "10-15"),
          true);
    }

    /** The days after the first on which an account year may start. */
    List<LocalDate> yearStarts() {
      List<LocalDate> starts = new ArrayList<>();
      for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
        if (accountYears.contains(day.toString().substring(5))) {
          starts.add(day);
        }
      }
      return starts;
    }
  }

  /** The world of a seed, with claims alone, in one account year. */
  public static World of(long seed, int households) {
    Dice dice = new Dice(seed);
    Calendar calendar =
        dice.chance(60) ? Calendar.january() : dice.chance(50) ? Calendar.mixed() : Calendar.july();
    boolean usesBirthDates = dice.chance(80);
    List<String> documents = new ArrayList<>();
    for (String each : dice.shuffled(insured(dice, 60, 12))) {
      documents.add(
          RandomPolicy.document(
              dice,
              each.substring(0, 6),
              each.substring(7),
              dice.pick("01-01", "01-01", "07-01", "10-15"),
              dice.pick(calendar.accountYears()),
              versions(dice, calendar),
              usesBirthDates,
              null));
    }

    Policies policies = new Policies(documents);
    Occasions occasions = new Occasions(List.of());
    RandomPeople people =
        new RandomPeople(
            dice,
            policies,
            calendar.from(),
            calendar.to(),
            calendar.withoutPolicy(),
            RandomPeople.Mix.CLAIMS,
            occasions);
    String bindings = settle(dice, people, households, usesBirthDates);
    String claims =
        new RandomClaims(dice, policies, calendar.from(), calendar.to(), occasions)
            .claims(people.people(), 16);
    return new World(
        seed, List.copyOf(documents), people.households(), claims, bindings, null, null);
  }

  /** The world of a seed with activities, mostly with an opening date and over some years. */
  public static World withActivities(long seed, int households) {
    Dice dice = new Dice(seed);
    boolean years = dice.chance(70);
    Calendar calendar =
        years ? Calendar.years(dice) : dice.chance(60) ? Calendar.january() : Calendar.mixed();
    boolean usesBirthDates = dice.chance(80);
    boolean plansFromJuly = dice.chance(25);
    List<String> documents = new ArrayList<>();
    for (String each : dice.shuffled(insured(dice, 95, 20))) {
      String insurance = each.substring(7);
      List<List<String>> versions = years ? longVersions(dice, calendar) : versions(dice, calendar);
      documents.add(
          RandomPolicy.document(
              dice,
              each.substring(0, 6),
              insurance,
              dice.pick("01-01", "01-01", "07-01", "10-15"),
              dice.pick(calendar.accountYears()),
              versions,
              usesBirthDates,
              new RandomAccounts(dice, insurance, plansFromJuly, versions.size())));
    }

    Policies policies = new Policies(documents);
    Occasions occasions = new Occasions(years ? calendar.yearStarts() : List.of());
    RandomPeople people =
        new RandomPeople(
            dice,
            policies,
            calendar.from(),
            calendar.to(),
            calendar.withoutPolicy(),
            RandomPeople.Mix.ACTIVITIES,
            occasions);
    String bindings = settle(dice, people, households, usesBirthDates);
    Map<String, Person> known = new LinkedHashMap<>();
    people.people().forEach(person -> known.put(person.id(), person));
    String activities =
        new RandomActivities(
                dice,
                policies,
                new Bindings(known, bindings),
                calendar.from(),
                calendar.to(),
                occasions)
            .activities(List.copyOf(known.values()));
    String claims =
        new RandomClaims(dice, policies, calendar.from(), calendar.to(), occasions)
            .claims(people.people(), 11);
    LocalDate openingDate =
        dice.chance(70) ? calendar.from() : calendar.from().minusDays(dice.between(1, 400));
    return new World(
        seed,
        List.copyOf(documents),
        people.households(),
        claims,
        bindings,
        activities,
        years ? openingDate : null);
  }

  /** Region and insurance of each document. */
  private static List<String> insured(Dice dice, int residentsAtHome, int residents) {
    List<String> insured = new ArrayList<>(List.of("160400 employee"));
    if (dice.chance(residentsAtHome)) {
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
      if (dice.chance(residents)) {
        insured.add(region + " resident");
      }
    }
    return insured;
  }

  /** Adds the households, and gives the bindings; null when these are to be derived. */
  private static @Nullable String settle(
      Dice dice, RandomPeople people, int households, boolean usesBirthDates) {
    for (int i = 0; i < households; i++) {
      people.addHousehold(i, usesBirthDates);
    }
    if (dice.chance(10)) {
      people.shuffle();
    }
    return dice.chance(50) ? people.bindings() : null;
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

  /** The same for some years: changes mostly when a year starts, and a few gaps. */
  private static List<List<String>> longVersions(Dice dice, Calendar calendar) {
    List<List<String>> versions = new ArrayList<>();
    LocalDate from = LocalDate.parse("2021-01-01");
    LocalDate change = calendar.from().plusDays(dice.between(10, 200));
    while (change.isBefore(calendar.to()) && dice.chance(65)) {
      LocalDate next = dice.chance(50) ? LocalDate.of(change.getYear() + 1, 1, 1) : change;
      versions.add(List.of(from.toString(), next.minusDays(1).toString()));
      from = dice.chance(30) ? next.plusDays(dice.between(1, 70)) : next;
      change = from.plusDays(dice.between(30, 400));
    }
    versions.add(List.of(from.toString(), dice.chance(12) ? change.toString() : ""));
    return versions;
  }
}
