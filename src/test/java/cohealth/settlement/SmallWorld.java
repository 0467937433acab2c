package cohealth.settlement;

import cohealth.event.Activity;
import cohealth.event.Claim;
import cohealth.event.Roster;
import cohealth.event.Vocabulary;
import cohealth.io.PolicyLibrary;
import cohealth.money.Fen;
import cohealth.person.Attribute;
import cohealth.person.Bindings;
import cohealth.person.Category;
import cohealth.person.Insurance;
import cohealth.person.Insured;
import cohealth.person.People;
import cohealth.person.Person;
import cohealth.person.Purse;
import cohealth.person.Relation;
import cohealth.policy.PolicyBook;
import cohealth.time.Day;
import cohealth.time.Moment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Random families under built-in policies, with what happens to them in three years. */
record SmallWorld(
    Roster roster, Bindings bindings, PolicyBook book, List<Object> events, BitSet reversedLater) {
  static final int OPENING = Day.of(LocalDate.of(2023, 12, 31));

  private static final int[] REGIONS = {330200, 420100, 650500, 370481, 110000, 990100};
  private static final int DAYS = 3 * 365;
  private static final Relation[] RELATIONS = {
    Relation.SELF, Relation.SPOUSE, Relation.CHILD, Relation.PARENT, Relation.CHILD
  };

  static SmallWorld of(int seed, int persons, int claims) {
    Random random = new Random(seed);
    List<Person> people = new ArrayList<>();
    for (int house = 0; people.size() < persons; house++) {
      int region = REGIONS[random.nextInt(REGIONS.length)];
      int size = 1 + random.nextInt(RELATIONS.length);
      for (int member = 0; member < size; member++) {
        people.add(person(people.size(), "H" + house, RELATIONS[member], region, random));
      }
    }
    People all = new People(people);
    List<Activity.Change> changes = new ArrayList<>();
    Map<Long, List<Object>> events = new TreeMap<>();
    for (int i = 0; i < persons / 2; i++) {
      Activity activity = activity(i, all, random);
      if (activity instanceof Activity.Change change) {
        changes.add(change);
      }
      events.computeIfAbsent(activity.moment(), moment -> new ArrayList<>()).add(activity);
    }
    List<Long> moments = new ArrayList<>();
    for (int i = 0; i < claims; i++) {
      moments.add(moment(random));
    }
    Collections.sort(moments);
    BitSet reversedLater = new BitSet();
    List<Claim> made = new ArrayList<>();
    for (int i = 0; i < claims; i++) {
      Claim claim = claim(i, moments.get(i), made, all, random);
      made.add(claim);
      if (claim.reverses() >= 0) {
        reversedLater.set(claim.reverses());
      }
      events.computeIfAbsent(claim.moment(), moment -> new ArrayList<>()).add(claim);
    }
    Set<Integer> regions = Set.of(330200, 420100, 650500, 370481, 110000);
    return new SmallWorld(
        new Roster(all, changes),
        Bindings.derived(all),
        new PolicyBook(PolicyLibrary.builtIn().forRegions(List.of(), regions), new Vocabulary()),
        events.values().stream().flatMap(List::stream).toList(),
        reversedLater);
  }

  /** An engine at the opening. */
  SettlementEngine engine() {
    return new SettlementEngine(
        roster, bindings, book, Opening.first(OPENING), false, reversedLater, null, null);
  }

  private static long moment(Random random) {
    return Moment.startOf(OPENING + 1 + random.nextInt(DAYS)) + random.nextInt(24) * 3600L;
  }

  private static Person person(
      int index, String household, Relation relation, int region, Random random) {
    int born = Day.of(LocalDate.of(1940, 1, 1)) + random.nextInt(30_000);
    boolean shares = random.nextInt(3) > 0;
    return new Person(
        index,
        "P" + index,
        household,
        null,
        random.nextInt(20) == 0 ? Day.UNKNOWN : born,
        relation,
        insured(region, random),
        random.nextInt(3) * 5_000L,
        random.nextInt(3) * 20_000L,
        random.nextInt(10) == 0 ? 3_000 : 0,
        shares ? 1 + random.nextInt(2) : 0,
        random.nextInt(4) == 0 ? 10_000 : Fen.NONE,
        random.nextInt(4) > 0,
        index + 2);
  }

  private static Insured insured(int region, Random random) {
    boolean employee = random.nextInt(5) < 3;
    Category[] categories = Category.values();
    return new Insured(
        employee ? Insurance.EMPLOYEE : random.nextInt(8) > 0 ? Insurance.RESIDENT : Insurance.NONE,
        employee ? categories[random.nextInt(3)] : categories[3 + random.nextInt(3)],
        "",
        false,
        region,
        random.nextInt(20) == 0,
        random.nextInt(10) == 0 ? OPENING + random.nextInt(DAYS) : Day.OPEN_START,
        random.nextInt(10) == 0 ? OPENING + random.nextInt(DAYS) : Day.OPEN_END,
        Day.UNKNOWN,
        null,
        random.nextBoolean(),
        Fen.NONE);
  }

  private static Activity activity(int ordinal, People people, Random random) {
    int person = random.nextInt(people.size());
    long moment = moment(random);
    if (random.nextInt(3) == 0) {
      return new Activity.Credit(ordinal, person, moment, Purse.CURRENT, 1 + random.nextInt(9_000));
    }
    Attribute[] attributes = {
      Attribute.INSURANCE,
      Attribute.CATEGORY,
      Attribute.REGION,
      Attribute.STATUS,
      Attribute.BENEFIT_FROM,
      Attribute.BENEFIT_TO,
      Attribute.WALLET
    };
    return new Activity.Change(
        ordinal,
        person,
        moment,
        attributes[random.nextInt(attributes.length)],
        insured(REGIONS[random.nextInt(REGIONS.length)], random));
  }

  private static Claim claim(
      int ordinal, long moment, List<Claim> before, People people, Random random) {
    Claim back =
        before.isEmpty() || random.nextInt(20) > 0
            ? null
            : before.get(random.nextInt(before.size()));
    int eligible = 1 + random.nextInt(random.nextInt(5) == 0 ? 900_000 : 20_000);
    int self = random.nextInt(3) == 0 ? random.nextInt(5_000) : 0;
    int level = random.nextInt(9);
    return new Claim(
        ordinal,
        back == null ? random.nextInt(people.size()) : back.person(),
        moment,
        level == 8 ? 3 : random.nextInt(2),
        level,
        level == 8 && random.nextBoolean() ? random.nextInt(8) : Vocabulary.NONE,
        Vocabulary.NONE,
        true,
        random.nextInt(3),
        random.nextInt(4) == 0 ? 1 + random.nextInt(50) : 0,
        random.nextBoolean(),
        eligible + self,
        eligible,
        0,
        0,
        self,
        random.nextInt(8) == 0 ? REGIONS[random.nextInt(REGIONS.length)] : 0,
        random.nextBoolean(),
        random.nextInt(30) > 0,
        random.nextInt(30) > 0,
        random.nextInt(10) > 0,
        back == null ? Claim.NOTHING : back.ordinal());
  }
}
