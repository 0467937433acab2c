package cohealth.naive;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Random credits, premiums, transfers and changes, as CSV. */
final class RandomActivities {
  static final List<String> BASES =
      List.of("5000.00", "4321.09", "3333.33", "6512.50", "2000", "0.01");
  private static final String COLUMNS =
      "activity_id,time,kind,person_id,payer_id,mode,purse,amount,plan_year,field,value\n";

  /** Times of the day around the hours in which transfers may be forbidden. */
  private static final List<String> HOURS =
      List.of(
          "21:59:59",
          "22:00",
          "22:00",
          "05:59:59",
          "06:00",
          "06:00",
          "12:00",
          "14:00",
          "13:59",
          "23:30",
          "23:59:59",
          "00:00",
          "10:15",
          "15:00",
          "09:26:53",
          "18:00");

  private final Dice dice;
  private final Policies policies;
  private final Bindings bindings;
  private final LocalDate from;
  private final LocalDate to;
  private final Occasions occasions;
  private final List<String> rows = new ArrayList<>();
  private int count;

  RandomActivities(
      Dice dice,
      Policies policies,
      Bindings bindings,
      LocalDate from,
      LocalDate to,
      Occasions occasions) {
    this.dice = dice;
    this.policies = policies;
    this.bindings = bindings;
    this.from = from;
    this.to = to;
    this.occasions = occasions;
  }

  /** About five rows a person, those of a household mixed. */
  String activities(List<Person> people) {
    StringBuilder csv = new StringBuilder(COLUMNS);
    for (int i = 0; i < people.size(); i++) {
      Person person = people.get(i);
      for (int more = dice.between(0, 6); more > 0; more--) {
        activity(person, people);
      }
      boolean last = i + 1 == people.size();
      if (last || !people.get(i + 1).household().equals(person.household())) {
        dice.shuffled(rows).forEach(row -> csv.append(row).append('\n'));
        rows.clear();
      }
    }
    return csv.toString();
  }

  private void row(LocalDateTime time, String kind, Person person, List<String> rest) {
    List<String> cells = new ArrayList<>();
    cells.addAll(List.of("A" + count, RandomClaims.written(dice, time), kind, person.id()));
    cells.addAll(rest);
    rows.add(String.join(",", cells));
    occasions.addMoment(person.id(), time);
    count++;
  }

  private void activity(Person person, List<Person> people) {
    switch (dice.between(1, 12)) {
      case 1, 2, 3 -> credit(person);
      case 4, 5, 6, 7 -> premium(person, people);
      case 8, 9, 10 -> transfers(person, people);
      default -> change(person);
    }
  }

  // --- when

  private boolean inside(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  private LocalDate day() {
    return from.plusDays(dice.between(0, (int) (to.toEpochDay() - from.toEpochDay())));
  }

  private LocalDateTime time(LocalDate day) {
    if (dice.chance(25)) {
      return day.atStartOfDay();
    }
    return LocalDateTime.parse(day + "T" + dice.pick(HOURS));
  }

  /** Any time, or one at which something else happens to a person. */
  private LocalDateTime time(Person person) {
    List<LocalDateTime> moments = occasions.moments(person.id());
    if (!moments.isEmpty() && dice.chance(15)) {
      return dice.pick(moments);
    }
    List<LocalDate> days = occasions.days(person.id());
    if (!days.isEmpty() && dice.chance(30)) {
      LocalDate day = dice.pick(days);
      if (inside(day)) {
        return time(day);
      }
    }
    List<LocalDate> yearStarts = occasions.yearStarts();
    if (!yearStarts.isEmpty() && dice.chance(10)) {
      return dice.pick(yearStarts).atStartOfDay();
    }
    return time(day());
  }

  // --- who

  /** Mostly one whose binding may work, else one whose may not, or anybody near. */
  private Person payer(Person person, List<Person> people) {
    List<Binding> helpers = bindings.ofBeneficiary(person);
    List<Binding> likely = likely(person);
    if (!likely.isEmpty() && dice.chance(75)) {
      return dice.pick(likely).payer();
    }
    if (!helpers.isEmpty() && dice.chance(90)) {
      return dice.pick(helpers).payer();
    }
    int near = person.row() + dice.pick(List.of(-2, -1, 1, 2));
    return people.get(Math.floorMod(near, people.size()));
  }

  private List<Binding> likely(Person person) {
    return bindings.ofBeneficiary(person).stream()
        .filter(binding -> !binding.credentialOnly() && binding.inForce(to))
        .filter(binding -> !binding.relation().equals("-"))
        .filter(binding -> binding.payer().isEmployee() && !binding.payer().suspended())
        .filter(binding -> policies.rules(binding.payer(), to).exist())
        .toList();
  }

  /**
   * The person or another nearby: mostly one who has helpers, and a resident where that matters.
   *
   * @param helpers how many at least
   */
  private Person helped(Person person, List<Person> people, boolean resident, int helpers) {
    List<Person> some = new ArrayList<>();
    List<Person> enough = new ArrayList<>();
    for (int near = person.row() - 6; near <= person.row() + 6; near++) {
      Person other = people.get(Math.floorMod(near, people.size()));
      int likely = other.isResident() || !resident ? likely(other).size() : 0;
      if (likely > 0) {
        (likely >= helpers ? enough : some).add(other);
      }
    }
    List<Person> candidates = enough.isEmpty() ? some : enough;
    return !candidates.isEmpty() && dice.chance(90) ? dice.pick(candidates) : person;
  }

  // --- what

  private void credit(Person person) {
    String purse = dice.pick("", "", "current", "prior", "wallet");
    String amount = dice.chance(50) ? dice.pick("0.01", "50.00", "100", "300.00", "777.7") : "";
    row(time(person), "credit", person, List.of("", "", purse, amount, "", "", ""));
  }

  private void premium(Person near, List<Person> people) {
    boolean family = dice.chance(70);
    Person person = helped(near, people, true, family ? 2 : 1);
    int planYear = 0;
    JsonNode plan = Policies.NONE;
    LocalDate day = day();
    for (int tries = 0; tries < 8; tries++) {
      planYear = dice.between(from.getYear(), to.getYear() + 1);
      plan = policies.premium(person.region(), Integer.toString(planYear));
      LocalDate payment = plan.isMissingNode() ? day : payment(plan);
      if (inside(payment) && (!plan.isMissingNode() || dice.chance(10))) {
        day = payment;
        break;
      }
    }
    interest(person, plan, day);
    int times = dice.chance(25) ? 2 : 1;
    for (int i = 0; i < times; i++) {
      family ^= i > 0 && dice.chance(50);
      String payer = family ? "" : payer(person, people).id();
      String mode = dice.chance(20) ? "" : family ? "family" : "personal";
      String amount = premiumAmount(plan);
      String year = Integer.toString(planYear);
      row(time(day), "premium", person, List.of(payer, mode, "", amount, year, "", ""));
      day = dice.chance(50) ? day : day();
    }
    LocalDate later = day.plusDays(dice.between(1, 60));
    if (dice.chance(3) && inside(later)) {
      change(time(later), person, "insurance", "employee");
      occasions.addMover(person.id());
    }
  }

  private String premiumAmount(JsonNode plan) {
    if (dice.chance(60) || plan.isMissingNode()) {
      return "";
    }
    return switch (dice.between(1, 6)) {
      case 1 -> dice.pick(RandomAccounts.AMOUNTS);
      case 2, 3 -> plan.path("late").path("amount").asText("");
      default -> plan.path("amount").asText();
    };
  }

  /** A day on which a plan year is paid, or just not. */
  private LocalDate payment(JsonNode plan) {
    LocalDate first = LocalDate.parse(plan.path("window").path("from").asText());
    LocalDate last = LocalDate.parse(plan.path("window").path("to").asText());
    String end = plan.path("plan").path("to").asText();
    LocalDate lateTo = LocalDate.parse(plan.path("late").path("to").asText(end));
    return switch (dice.between(1, 12)) {
      case 1 -> first;
      case 2 -> first.minusDays(dice.between(1, 30));
      case 3 -> last;
      case 4 -> last.plusDays(1);
      case 5 -> lateTo;
      case 6 -> lateTo.plusDays(dice.between(1, 30));
      case 7, 8, 9 -> between(first, last);
      case 10, 11 -> {
        LocalDate day = between(last, lateTo);
        yield day.withDayOfMonth(day.lengthOfMonth());
      }
      default -> between(last, lateTo);
    };
  }

  private LocalDate between(LocalDate first, LocalDate last) {
    int days = (int) (last.toEpochDay() - first.toEpochDay());
    return first.plusDays(dice.between(0, Math.max(0, days)));
  }

  /** Claims are wanted where a premium begins or ends to insure. */
  private void interest(Person person, JsonNode plan, LocalDate paid) {
    if (plan.isMissingNode()) {
      return;
    }
    occasions.addDay(person.id(), LocalDate.parse(plan.path("plan").path("from").asText()));
    occasions.addDay(person.id(), LocalDate.parse(plan.path("plan").path("to").asText()));
    int months = plan.path("late").path("waitingMonths").asInt();
    LocalDate begins = paid.plusMonths(months);
    occasions.addDay(person.id(), begins);
    if (inside(begins) && begins.isAfter(from)) {
      occasions.addMoment(person.id(), begins.atStartOfDay());
      occasions.addMoment(person.id(), begins.atTime(8, 0));
      occasions.addMoment(person.id(), begins.atStartOfDay().minusSeconds(1));
    }
  }

  /** One transfer, or several of a payer on one day. */
  private void transfers(Person near, List<Person> people) {
    Person person = helped(near, people, false, 1);
    Person payer = payer(person, people);
    LocalDateTime time = time(person);
    int times = dice.chance(70) ? 1 : dice.between(2, 4);
    for (int i = 0; i < times; i++) {
      JsonNode version = policies.rules(payer, time.toLocalDate()).version();
      String most = version.path("wallet").path("transfer").path("maxAmount").asText("20.00");
      String amount =
          switch (dice.between(1, 10)) {
            case 1, 2 -> most;
            case 3 -> Text.yuan(Text.fen(most) + 1);
            case 4 -> Text.yuan(dice.between(1, 40_000));
            case 5, 6 -> shareable(payer, version);
            default -> dice.pick("5", "10.00", "12.34", "20.00");
          };
      row(time, "transfer", person, List.of(payer.id(), "", "", amount, "", "", ""));
      List<Binding> helped = bindings.ofPayer(payer);
      if (!helped.isEmpty() && dice.chance(40)) {
        person = dice.pick(helped).beneficiary();
      }
      time = time(time.toLocalDate());
    }
  }

  /** What a payer could share at the opening, or a fen more. */
  private String shareable(Person payer, JsonNode version) {
    JsonNode rule = version.path("binding").path("shareable");
    long amount = payer.opening(Purse.PRIOR);
    if (!rule.has("purses") || Policies.contains(rule.path("purses"), "current")) {
      amount += payer.opening(Purse.CURRENT);
    }
    amount -= Text.fen(rule.path("reserve").asText("0"));
    return Text.yuan(Math.max(1, amount + (dice.chance(30) ? 1 : 0)));
  }

  private void change(Person person) {
    String field =
        dice.pick(
            "category",
            "category",
            "status",
            "status",
            "status",
            "region",
            "region",
            "insurance",
            "insurance",
            "plan",
            "contracted",
            "diseases",
            "benefit_from",
            "benefit_to",
            "retired_on",
            "wallet",
            "wallet",
            "contribution_base");
    LocalDateTime time = time(person);
    change(time, person, field, value(field, person));
    occasions.addDay(person.id(), time.toLocalDate());
    boolean moves = field.equals("region") || field.equals("insurance");
    if (moves) {
      occasions.addMover(person.id());
    }
    boolean undoes = moves ? dice.chance(50) : field.equals("status") && dice.chance(70);
    LocalDate back = time.toLocalDate().plusDays(dice.between(0, 60));
    if (undoes && inside(back)) {
      String before =
          switch (field) {
            case "region" -> person.region();
            case "insurance" -> person.insurance();
            default -> "normal";
          };
      change(time(back), person, field, before);
    }
  }

  private void change(LocalDateTime time, Person person, String field, String value) {
    row(time, "change", person, List.of("", "", "", "", "", field, value));
  }

  private String value(String field, Person person) {
    return switch (field) {
      case "category" -> dice.chance(5) ? "" : dice.pick(RandomPolicy.CATEGORIES);
      case "status" -> dice.chance(70) ? "suspended" : "normal";
      case "region" -> region(person);
      case "insurance" -> dice.pick("employee", "resident", "resident", "none");
      case "plan" -> dice.chance(20) ? "" : dice.pick(RandomPolicy.PLANS);
      case "contracted" -> dice.pick("yes", "no");
      case "diseases" -> dice.chance(15) ? "" : String.join(";", dice.some(RandomPolicy.DISEASES));
      case "benefit_from", "benefit_to" -> dice.chance(30) ? "" : occasion(person).toString();
      case "retired_on" -> dice.chance(15) ? "" : dice.pick(RandomPolicy.RETIREMENT_DATES);
      case "wallet" -> dice.chance(60) ? "yes" : "no";
      default -> dice.chance(15) ? "" : dice.pick(BASES);
    };
  }

  /** Mostly a region that has a policy for the person. */
  private String region(Person person) {
    String region = dice.pick(RandomWorld.REGIONS);
    for (int tries = 0; tries < 3; tries++) {
      if (policies.rules(region, person.insurance(), to).exist()) {
        return region;
      }
      region = dice.pick(RandomWorld.REGIONS);
    }
    return region;
  }

  private LocalDate occasion(Person person) {
    LocalDate day = day();
    occasions.addDay(person.id(), day);
    return day;
  }
}
