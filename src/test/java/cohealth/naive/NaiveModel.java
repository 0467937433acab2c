package cohealth.naive;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A second settlement of claims and activities, slow and obvious, against which the engine is
 * judged. It knows the rules (docs) and nothing of the engine's code; it covers everything but
 * carried state and refused input. Without an opening date it expects all events in one account
 * year.
 */
public final class NaiveModel {
  private final Map<String, Person> people = new LinkedHashMap<>();
  private final List<Claim> claims = new ArrayList<>();
  private final List<Activity> activities = new ArrayList<>();
  private final Policies policies;
  private final Bindings bindings;
  private final History history;
  private final @Nullable LocalDate openingDate;
  private final Reach reach;

  private NaiveModel(
      String householdsCsv,
      String claimsCsv,
      @Nullable String bindingsCsv,
      @Nullable String activitiesCsv,
      @Nullable LocalDate openingDate,
      Policies policies,
      Reach reach) {
    this.openingDate = openingDate;
    this.reach = reach;
    this.policies = policies;
    for (Table.Row row : Table.read(householdsCsv)) {
      Person person = Person.of(row);
      people.put(person.id(), person);
    }
    bindings = new Bindings(people, bindingsCsv);
    history = new History(people.size());
    for (Table.Row row : Table.read(claimsCsv)) {
      claims.add(Claim.of(row, known(row.get("person_id"))));
    }
    for (Table.Row row : activitiesCsv == null ? List.<Table.Row>of() : Table.read(activitiesCsv)) {
      String payer = row.get("payer_id");
      activities.add(
          new Activity(
              row,
              known(row.get("person_id")),
              payer.isEmpty() ? null : known(payer),
              Text.time(row.get("time"))));
    }
  }

  private Person known(String id) {
    Person person = people.get(id);
    if (person == null) {
      throw new IllegalArgumentException("unknown person in a claim or activity");
    }
    return person;
  }

  /**
   * The rows of a run, each list with its header first and in the order of its input file.
   *
   * @param settlements settlements.csv with {@code --columns full}
   * @param activities the file of {@code --activities-out}
   */
  public record Rows(List<String> settlements, List<String> activities) {}

  /** The rows of settlements.csv with {@code --columns full}, the header first. */
  public static List<String> settle(
      String householdsCsv,
      String claimsCsv,
      @Nullable String bindingsCsv,
      List<String> policyJsons) {
    return settle(householdsCsv, claimsCsv, bindingsCsv, policyJsons, Reach.nothing());
  }

  /** The same under policies that were read before: for those who settle many times. */
  static List<String> settle(
      String householdsCsv, String claimsCsv, @Nullable String bindingsCsv, Policies policies) {
    return new NaiveModel(
            householdsCsv, claimsCsv, bindingsCsv, null, null, policies, Reach.nothing())
        .run()
        .settlements();
  }

  /** The same, noting which rules were reached. */
  public static List<String> settle(
      String householdsCsv,
      String claimsCsv,
      @Nullable String bindingsCsv,
      List<String> policyJsons,
      Reach reach) {
    return settle(householdsCsv, claimsCsv, bindingsCsv, null, null, policyJsons, reach)
        .settlements();
  }

  /** Claims and activities, from the opening date on if there is one. */
  public static Rows settle(
      String householdsCsv,
      String claimsCsv,
      @Nullable String bindingsCsv,
      @Nullable String activitiesCsv,
      @Nullable LocalDate openingDate,
      List<String> policyJsons) {
    return settle(
        householdsCsv,
        claimsCsv,
        bindingsCsv,
        activitiesCsv,
        openingDate,
        policyJsons,
        Reach.nothing());
  }

  /** The same, noting which rules were reached. */
  public static Rows settle(
      String householdsCsv,
      String claimsCsv,
      @Nullable String bindingsCsv,
      @Nullable String activitiesCsv,
      @Nullable LocalDate openingDate,
      List<String> policyJsons,
      Reach reach) {
    return new NaiveModel(
            householdsCsv,
            claimsCsv,
            bindingsCsv,
            activitiesCsv,
            openingDate,
            new Policies(policyJsons),
            reach)
        .run();
  }

  /** A claim or an activity at its time. */
  private record Event(LocalDateTime time, @Nullable Activity activity, @Nullable Claim claim) {
    String person() {
      return activity != null ? activity.person().id() : claim != null ? claim.patient().id() : "";
    }
  }

  private Rows run() {
    List<Event> events = new ArrayList<>();
    activities.forEach(activity -> events.add(new Event(activity.time(), activity, null)));
    claims.forEach(claim -> events.add(new Event(claim.time(), null, claim)));
    // Stable: at equal times activities first, then in the order of the rows.
    events.sort(Comparator.comparing(Event::time));

    Claims settling = new Claims(claims, policies, bindings, history, reach);
    Activities acting = new Activities(policies, bindings, history, reach);
    Map<String, String> rowOfClaim = new HashMap<>();
    Map<String, String> rowOfActivity = new HashMap<>();
    LocalDate reachedDay = openingDate;
    if (reachedDay != null) {
      reachedOpening(reachedDay);
    }
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      if (reachedDay != null) {
        startYears(reachedDay, event.time().toLocalDate());
        reachedDay = event.time().toLocalDate();
      }
      if (i > 0 && reach.isCounting()) {
        reachedOneTime(events.get(i - 1), event);
      }
      Activity activity = event.activity();
      Claim claim = event.claim();
      if (activity != null) {
        rowOfActivity.put(activity.get("activity_id"), acting.row(activity));
      }
      if (claim != null) {
        rowOfClaim.put(claim.id(), settling.row(claim));
      }
    }

    List<String> settlements = new ArrayList<>(List.of(Output.HEADER));
    claims.forEach(claim -> settlements.add(rowOfClaim.getOrDefault(claim.id(), "")));
    List<String> acted = new ArrayList<>(List.of(Activities.HEADER));
    activities.forEach(
        activity -> acted.add(rowOfActivity.getOrDefault(activity.get("activity_id"), "")));
    return new Rows(settlements, acted);
  }

  /**
   * The account years that start after one day and up to another, each at the beginning of its day.
   */
  private void startYears(LocalDate after, LocalDate upTo) {
    if (upTo.isBefore(after)) {
      throw new IllegalArgumentException("an event before the opening date");
    }
    Set<String> starts = policies.accountYearStarts();
    for (LocalDate day = after.plusDays(1); !day.isAfter(upTo); day = day.plusDays(1)) {
      String dayOfYear = day.toString().substring(5);
      if (starts.contains(dayOfYear)) {
        for (Person person : people.values()) {
          if (policies.rules(person, day).accountYearStart().equals(dayOfYear)) {
            startYear(person, day);
          }
        }
      }
    }
  }

  private void startYear(Person person, LocalDate day) {
    if (history.balance(person, Purse.CURRENT) > 0) {
      boolean has = policies.rules(person, day).exist();
      reach.hit(
          "account year starts " + (has ? "on " + day.toString().substring(5) : "by default"));
    }
    history.startYear(person);
  }

  // --- what was reached

  private void reachedOpening(LocalDate day) {
    for (Person person : people.values()) {
      String start = policies.rules(person, day).accountYearStart();
      if (day.toString().endsWith(start) && person.opening(Purse.CURRENT) > 0) {
        reach.hit("account year does not start anew on the opening date");
      }
    }
  }

  private void reachedOneTime(Event before, Event event) {
    if (before.time().equals(event.time()) && before.person().equals(event.person())) {
      String first = before.activity() == null ? "claim" : "activity";
      String second = event.activity() == null ? "claim" : "activity";
      if (!first.equals("claim")) {
        reach.hit("one time " + first + " before " + second);
      }
    }
  }
}
