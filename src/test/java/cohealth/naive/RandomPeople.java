package cohealth.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Random households and bindings, as CSV. */
final class RandomPeople {
  private static final String COLUMNS =
      "household_id,person_id,name,birth_date,relation,insurance,category,plan,contracted,region,"
          + "status,benefit_from,benefit_to,retired_on,prior_balance,current_balance,"
          + "wallet_balance,wallet,share_order,share_limit,confirmed,contribution_base";
  private static final List<String> RELATIONS =
      List.of(
          "parent", "child", "child", "sibling", "grandparent", "grandchild", "other", "parent");
  private static final List<String> KINSHIP =
      List.of(
          "spouse",
          "spouse",
          "parent",
          "parent",
          "child",
          "child",
          "sibling",
          "grandparent",
          "grandchild",
          "other");

  private final Dice dice;
  private final Policies policies;
  private final LocalDate from;
  private final LocalDate to;
  private final boolean withoutPolicy;
  private final Mix mix;
  private final Occasions occasions;
  private final boolean listsDiseases;
  private final List<String> rows = new ArrayList<>();

  /** How many in a hundred people are what. */
  enum Mix {
    /** For claims alone. */
    CLAIMS(72, 75, 55, 85, 6, 40, 20),
    /** More residents and wallets, for premiums and transfers. */
    ACTIVITIES(57, 93, 80, 50, 14, 68, 70);

    private final int employees;

    /** Of those who would have none, how many get a policy all the same. */
    private final int withPolicy;

    private final int sharing;

    /** Of those who share, with prior-year money. */
    private final int prior;

    /** With a first day of benefits, and as many with a last one. */
    private final int dated;

    private final int wallets;
    private final int bases;

    Mix(int employees, int withPolicy, int sharing, int prior, int dated, int wallets, int bases) {
      this.employees = employees;
      this.withPolicy = withPolicy;
      this.sharing = sharing;
      this.prior = prior;
      this.dated = dated;
      this.wallets = wallets;
      this.bases = bases;
    }
  }

  RandomPeople(
      Dice dice,
      Policies policies,
      LocalDate from,
      LocalDate to,
      boolean withoutPolicy,
      Mix mix,
      Occasions occasions) {
    this.dice = dice;
    this.policies = policies;
    this.from = from;
    this.to = to;
    this.withoutPolicy = withoutPolicy;
    this.mix = mix;
    this.occasions = occasions;
    this.listsDiseases = dice.chance(80);
    rows.add(COLUMNS + (listsDiseases ? ",diseases" : ""));
  }

  /** Puts the rows in another order, across households. */
  void shuffle() {
    List<String> mixed = dice.shuffled(rows.subList(1, rows.size()));
    rows.subList(1, rows.size()).clear();
    rows.addAll(mixed);
  }

  String households() {
    return String.join("\n", rows) + "\n";
  }

  List<Person> people() {
    return Table.read(households()).stream().map(Person::of).toList();
  }

  void addHousehold(int number, boolean allHaveBirthDates) {
    int size = dice.chance(15) ? 1 : dice.chance(85) ? dice.between(2, 4) : dice.between(5, 8);
    String home = dice.chance(60) ? dice.pick("160400", "160402") : dice.pick(RandomWorld.REGIONS);
    boolean hasSpouse = dice.chance(60);
    int manyParents = dice.chance(10) ? 100 : 0;
    for (int i = 0; i < size; i++) {
      String relation = dice.pick(RELATIONS);
      if (i == 0) {
        relation = size == 1 && dice.chance(50) ? "" : "self";
      } else if (i == 1 && hasSpouse) {
        relation = "spouse";
      } else if (dice.chance(manyParents)) {
        relation = number % 2 == 0 ? "parent" : "grandparent";
      }
      rows.add(person("H" + number, "P" + number + "-" + i, relation, home, allHaveBirthDates));
    }
  }

  private String person(
      String household, String id, String relation, String home, boolean hasBirthDate) {
    String region = dice.chance(85) ? home : dice.pick(RandomWorld.REGIONS);
    String insurance =
        dice.chance(mix.employees) ? "employee" : dice.chance(90) ? "resident" : "none";
    // Most people, and where needed all, get a region and insurance that have a policy.
    while (!policies.rules(region, insurance, to).exist()
        && (!withoutPolicy || dice.chance(mix.withPolicy))) {
      region = dice.chance(60) ? dice.pick("160400", "160402") : dice.pick(RandomWorld.REGIONS);
      insurance = dice.chance(70) ? "employee" : "resident";
    }
    String birth = "";
    if (hasBirthDate || dice.chance(70)) {
      birth = birth();
    }
    int benefit = dice.between(1, 100); // few have a first or a last day
    String category = dice.pick(RandomPolicy.CATEGORIES);
    if (insurance.equals("employee") && dice.chance(60)) {
      category = dice.pick("", "active", "retired", "flexible");
    }
    if (insurance.equals("resident") && dice.chance(5)) {
      category = ""; // no category, as residents have no default
    }
    boolean shares = dice.chance(mix.sharing);
    boolean retired = category.equals("retired") || dice.chance(10);
    List<String> cells =
        new ArrayList<>(
            List.of(
                household,
                id,
                dice.pick("", "张三", "Li Si"),
                birth,
                relation,
                insurance,
                category,
                dice.chance(50) ? dice.pick(RandomPolicy.PLANS) : "",
                dice.pick("yes", "no", ""),
                region,
                dice.chance(4) ? "suspended" : dice.pick("", "normal"),
                benefit <= mix.dated ? turn(id).toString() : "",
                benefit > 100 - mix.dated ? turn(id).toString() : "",
                retired && dice.chance(85) ? dice.pick(RandomPolicy.RETIREMENT_DATES) : "",
                money(shares ? mix.prior : 35, shares ? 100_000 : 20_000),
                money(shares ? 85 : 35, shares ? 100_000 : 20_000),
                money(25, 20_000),
                dice.chance(mix.wallets) ? "yes" : dice.pick("no", ""),
                shares ? Integer.toString(dice.between(1, 3)) : "",
                dice.chance(40) ? dice.pick("20.00", "50", "100.00", "0.00", "33.33") : "",
                dice.chance(15) ? "no" : dice.pick("yes", ""),
                dice.chance(mix.bases) ? contributionBase() : ""));
    if (listsDiseases) {
      boolean any = dice.chance(60);
      cells.add(any ? String.join(";", dice.some(RandomPolicy.DISEASES)) : "");
    }
    return String.join(",", cells);
  }

  /** A known date, which conditions use too, or one that makes a round age inside the world. */
  private String birth() {
    if (dice.chance(45)) {
      return dice.pick(RandomPolicy.BIRTH_DATES);
    }
    int age = dice.pick(List.of(6, 14, 16, 16, 16, 17, 18, 18, 60, 65));
    return day().minusYears(age).toString();
  }

  /** A day of the world on which something changes for a person. */
  private LocalDate turn(String person) {
    LocalDate day = day();
    occasions.addDay(person, day);
    return day;
  }

  private LocalDate day() {
    return from.plusDays(dice.between(0, (int) (to.toEpochDay() - from.toEpochDay())));
  }

  private String contributionBase() {
    return mix == Mix.CLAIMS ? "5000.00" : dice.pick(RandomActivities.BASES);
  }

  private String money(int chance, int most) {
    if (!dice.chance(chance)) {
      return dice.pick("", "0", "0.00");
    }
    if (dice.chance(50)) {
      return dice.pick("5", "10.00", "20.00", "50.00", "100", "150.00", "300.00");
    }
    return Text.yuan(dice.between(1, most));
  }

  /** Bindings inside households and a few between neighbours, instead of the derived ones. */
  String bindings() {
    List<Person> people = people();
    List<String> lines = new ArrayList<>();
    lines.add(
        "payer_id,beneficiary_id,relation,order,limit,limit_period,confirmed_on,valid_from,"
            + "valid_to,kind");
    Set<String> pairs = new HashSet<>();
    for (Person payer : people) {
      for (int near = payer.row() - 6; near <= payer.row() + 6; near++) {
        if (near < 0 || near >= people.size() || near == payer.row()) {
          continue;
        }
        Person beneficiary = people.get(near);
        boolean together = beneficiary.household().equals(payer.household());
        if (dice.chance(together ? 45 : 2) && pairs.add(payer.id() + " " + beneficiary.id())) {
          pair(lines, payer.id(), beneficiary.id());
        }
      }
    }
    List<String> mixed = new ArrayList<>();
    mixed.add(lines.get(0));
    mixed.addAll(dice.shuffled(lines.subList(1, lines.size())));
    return String.join("\n", mixed) + "\n";
  }

  /** One or two periods of a pair, and perhaps a credential account beside them. */
  private void pair(List<String> lines, String payer, String beneficiary) {
    String start = payer + "," + beneficiary + "," + dice.pick(KINSHIP);
    if (dice.chance(35)) {
      LocalDate end = turn(beneficiary);
      String again = dice.chance(50) ? end.plusDays(dice.between(1, 30)).toString() : "";
      lines.add(binding(start, beneficiary, "", end.toString(), ""));
      if (!again.isEmpty()) {
        lines.add(binding(start, beneficiary, again, "", "mutual_aid"));
      }
    } else {
      String begin = dice.chance(15) ? turn(beneficiary).toString() : "";
      lines.add(binding(start, beneficiary, begin, "", dice.pick("", "mutual_aid")));
    }
    if (dice.chance(8)) {
      lines.add(binding(start, beneficiary, "", "", "credential_only"));
    }
  }

  private String binding(
      String start, String beneficiary, String validFrom, String validTo, String kind) {
    String confirmed = dice.pick("2024-05-01", "2024-06-30", "2025-01-01");
    if (dice.chance(20)) {
      confirmed = turn(beneficiary).toString();
    } else if (dice.chance(20)) {
      confirmed = "";
    }
    String limit = dice.chance(45) ? dice.pick("10.00", "30", "50.00", "100.00", "12.34") : "";
    return String.join(
        ",",
        start,
        dice.chance(70) ? Integer.toString(dice.between(1, 3)) : "",
        limit,
        limit.isEmpty() ? "" : dice.pick("", "year", "claim"),
        confirmed,
        validFrom,
        validTo,
        kind);
  }
}
