package cohealth.advice;

import cohealth.event.Activity;
import cohealth.event.Claim;
import cohealth.event.Roster;
import cohealth.event.TimelinePlace;
import cohealth.person.Binding;
import cohealth.person.Bindings;
import cohealth.person.People;
import cohealth.person.Person;
import cohealth.policy.PolicyBook;
import cohealth.policy.PolicyVersion;
import cohealth.settlement.AccountYears;
import cohealth.settlement.ActivityResult;
import cohealth.settlement.Entitlements;
import cohealth.settlement.Opening;
import cohealth.settlement.Settlement;
import cohealth.settlement.SettlementEngine;
import cohealth.time.Day;
import cohealth.time.Moment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One household and all who are connected with it, numbered from 0 in the order of their file, with
 * their events alone: settling them again costs what they cost, not what the whole file costs. The
 * engine is that of every run.
 */
public final class FamilyWorld {
  private final Roster roster;
  private final Bindings bindings;
  private final PolicyBook book;
  private final List<Activity> activities;
  private final List<Claim> claims;
  private final BitSet reversed;
  private final int openingDay;
  private final IntUnaryOperator openedOn;
  private final List<Integer> members;

  /** Hears what becomes of the events. */
  interface Heard {
    void settled(Claim claim, Settlement settlement);

    void applied(ActivityResult result);
  }

  /**
   * The part of a run that concerns a household.
   *
   * @param all everybody
   * @param allBindings of everybody
   * @param indexes of the household's members and all who are connected with them, rising
   * @param household the household's id
   * @param activities of these people, in order of time
   * @param claims likewise
   * @param reversed ordinals of the claims that some row wants to take back
   * @param openingDay as of which day the balances are, or {@link Day#UNKNOWN}
   * @param openedOn as of which day those of a person, by index, have turned out to be
   */
  public FamilyWorld(
      People all,
      Bindings allBindings,
      PolicyBook book,
      int[] indexes,
      String household,
      List<Activity> activities,
      List<Claim> claims,
      BitSet reversed,
      int openingDay,
      IntUnaryOperator openedOn) {
    IntUnaryOperator number = index -> Arrays.binarySearch(indexes, index);
    People people =
        new People(
            IntStream.range(0, indexes.length)
                .mapToObj(i -> all.get(indexes[i]).numbered(i))
                .toList());
    this.activities = activities.stream().map(each -> each.numbered(number)).toList();
    this.claims =
        claims.stream().map(claim -> claim.of(number.applyAsInt(claim.person()))).toList();
    this.roster = new Roster(people, changes(this.activities));
    this.book = book;
    this.reversed = reversed;
    this.openingDay = openingDay;
    this.openedOn = person -> openedOn.applyAsInt(indexes[person]);
    this.members =
        people.all().stream()
            .filter(person -> person.householdId().equals(household))
            .map(Person::index)
            .toList();
    List<Binding> own = new ArrayList<>();
    for (Binding binding : allBindings.all()) {
      int payer = number.applyAsInt(binding.payer());
      if (payer >= 0) { // whom this person helps is connected, too
        own.add(binding.between(own.size(), payer, number.applyAsInt(binding.beneficiary())));
      }
    }
    this.bindings = new Bindings(own, people.size());
  }

  private static List<Activity.Change> changes(List<Activity> activities) {
    return activities.stream()
        .filter(Activity.Change.class::isInstance)
        .map(Activity.Change.class::cast)
        .toList();
  }

  /** Everybody, as insured at any time. */
  public Roster roster() {
    return roster;
  }

  /** The person with the number. */
  public Person person(int number) {
    return roster.people().get(number);
  }

  /** The numbers of the household's members. */
  public List<Integer> members() {
    return members;
  }

  /** The person's own policy at the end of a day, or null. */
  public @Nullable PolicyVersion version(int number, int day) {
    Person person = roster.at(number, TimelinePlace.ofClaim(Moment.endOf(day)));
    return new Entitlements(book).version(person, day);
  }

  /** The bindings as they are. */
  public Bindings bindings() {
    return bindings;
  }

  /** The rules. */
  public PolicyBook book() {
    return book;
  }

  /** The claims of the whole family, in order of time. */
  public List<Claim> claims() {
    return claims;
  }

  /** The claims of the household's members. */
  public List<Claim> claimsOfMembers() {
    return claims.stream().filter(claim -> members.contains(claim.person())).toList();
  }

  /** How many events a settlement has. */
  long events() {
    return (long) claims.size() + activities.size();
  }

  /** The day of the last event, {@link Day#UNKNOWN} without any. */
  public int lastDay() {
    return events() == 0 ? Day.UNKNOWN : Moment.day(bounds()[1]);
  }

  /** The day of the first event; only when there is one. */
  public int firstDay() {
    return Moment.day(bounds()[0]);
  }

  /**
   * Somebody whose balances would be as of an unknown day if all these people were connected: an
   * account year begins between their events. Null when there is nobody.
   */
  public @Nullable Person withoutOpeningDay() {
    if (openingDay != Day.UNKNOWN || events() == 0) {
      return null;
    }
    AccountYears years = new AccountYears(roster, book);
    for (Person person : roster.people().all()) {
      if (years.startsBetween(person.index(), firstDay(), lastDay()) > 0) {
        return person;
      }
    }
    return null;
  }

  /** The first and the last event, if there is any. */
  private long[] bounds() {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (Claim claim : claims) {
      first = Math.min(first, claim.moment());
      last = Math.max(last, claim.moment());
    }
    for (Activity activity : activities) {
      first = Math.min(first, activity.moment());
      last = Math.max(last, activity.moment());
    }
    return new long[] {first, last};
  }

  /**
   * Settles all events with these bindings.
   *
   * @return the engine as it stands after them
   */
  SettlementEngine settle(Bindings arranged, Heard heard) {
    return settle(arranged, Long.MAX_VALUE, heard);
  }

  /** Settles what happened up to the end of a day as things are, and lets the years pass. */
  public SettlementEngine settleUpTo(int day) {
    SettlementEngine engine = settle(bindings, Moment.endOf(day), new Silence());
    engine.passTo(day, openedOn);
    return engine;
  }

  private SettlementEngine settle(Bindings arranged, long last, Heard heard) {
    SettlementEngine engine =
        new SettlementEngine(
            roster, arranged, book, Opening.first(openingDay), false, reversed, null, null);
    int next = 0;
    for (Claim claim : claims) {
      if (claim.moment() > last) {
        break;
      }
      while (next < activities.size() && activities.get(next).moment() <= claim.moment()) {
        heard.applied(engine.apply(activities.get(next++)));
      }
      heard.settled(claim, engine.settle(claim));
    }
    while (next < activities.size() && activities.get(next).moment() <= last) {
      heard.applied(engine.apply(activities.get(next++)));
    }
    return engine;
  }

  private static final class Silence implements Heard {
    @Override
    public void settled(Claim claim, Settlement settlement) {}

    @Override
    public void applied(ActivityResult result) {}
  }
}
