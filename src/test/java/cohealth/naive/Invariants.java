package cohealth.naive;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What must hold for the rows of any settlement of a world (section 10 of the rules), found from
 * the rows and the inputs alone. It asks nothing of a model, so it judges the naive one as well.
 */
public final class Invariants {
  private static final List<String> PAYERS =
      List.of("pool", "supplement", "own_prior", "own_current", "own_wallet", "family", "cash");
  private static final List<String> SPLIT =
      List.of("pool", "deductible", "copay", "over_cap", "denied");
  private static final List<String> BILLED =
      List.of("eligible", "first_self_pay", "over_limit", "self_funded");
  private static final List<String> MONEY =
      List.of(
          "total",
          "eligible",
          "deductible",
          "pool",
          "supplement",
          "own_prior",
          "own_current",
          "own_wallet",
          "family",
          "cash",
          "copay",
          "over_cap",
          "denied",
          "first_self_pay",
          "over_limit",
          "self_funded");

  private final RandomWorld.World world;
  private final Map<String, Table.Row> rows = new LinkedHashMap<>();
  private final Map<String, Table.Row> acted = new LinkedHashMap<>();
  private final Map<String, Person> people = new LinkedHashMap<>();
  private final Map<String, JsonNode> versions = new HashMap<>();
  private final Policies policies;
  private final Bindings bindings;

  /** People whose policy is not always that of the households file. */
  private final Set<String> movers = new HashSet<>();

  private final Map<String, Long> balances = new HashMap<>();
  private final Map<String, Long> used = new HashMap<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private final List<String> violations = new ArrayList<>();

  private Invariants(RandomWorld.World world, List<String> settled, List<String> activities) {
    this.world = world;
    policies = new Policies(world.policies());
    for (Table.Row row : Table.read(String.join("\n", settled))) {
      rows.put(row.get("claim_id"), row);
    }
    for (Table.Row row : Table.read(String.join("\n", activities))) {
      acted.put(row.get("activity_id"), row);
    }
    for (Table.Row row : Table.read(world.households())) {
      people.put(row.get("person_id"), Person.of(row));
    }
    for (String policy : world.policies()) {
      JsonNode document = Policies.parse(policy);
      for (JsonNode version : document.path("versions")) {
        String from = version.path("from").asText();
        versions.put(document.path("id").asText() + " " + from, version);
      }
    }
    bindings = new Bindings(people, world.bindings());
  }

  /** Every violation, each with the seed and the row. */
  public static List<String> violations(RandomWorld.World world, List<String> settled) {
    return new Invariants(world, settled, List.of()).check();
  }

  /** The same for a world with activities. */
  public static List<String> violations(RandomWorld.World world, NaiveModel.Rows rows) {
    return new Invariants(world, rows.settlements(), rows.activities()).check();
  }

  private List<String> check() {
    for (Person person : people.values()) {
      for (Purse purse : Purse.values()) {
        balances.merge(person.id(), person.opening(purse), Long::sum);
      }
    }
    String activitiesCsv = world.activities();
    List<Table.Row> activities = activitiesCsv == null ? List.of() : Table.read(activitiesCsv);
    for (Table.Row activity : activities) {
      if (List.of("region", "insurance").contains(activity.get("field"))) {
        movers.add(activity.get("person_id"));
      }
    }
    List<Table.Row> claims = Table.read(world.claims());
    need(activities.size() == acted.size(), "as many rows as activities");
    need(claims.size() == rows.size(), "as many rows as claims");
    List<Table.Row> inTime = new ArrayList<>(activities);
    inTime.addAll(claims);
    inTime.sort(Comparator.comparing(Invariants::time));
    for (Table.Row event : inTime) {
      boolean isClaim = event.has("claim_id");
      String id = event.get(isClaim ? "claim_id" : "activity_id");
      Table.Row row = (isClaim ? rows : acted).get(id);
      if (row == null) {
        need(false, "no row for " + id);
      } else if (isClaim) {
        claim(event, row);
      } else {
        activity(event, row);
      }
    }
    return violations;
  }

  private static LocalDateTime time(Table.Row event) {
    return Text.time(event.get(event.has("claim_id") ? "service_time" : "time"));
  }

  private void claim(Table.Row claim, Table.Row row) {
    LocalDate drawn = time(claim).toLocalDate();
    if (row.get("status").equals("reversed_out")) {
      reversed(row, claim.get("reverses"));
      Table.Row original = rows.get(claim.get("reverses"));
      drawn = original == null ? drawn : time(original).toLocalDate();
    } else if (claim.get("reverses").isEmpty()) {
      conserved(row);
      family(row);
    } else {
      need(row, MONEY.stream().allMatch(column -> fen(row, column) == 0), "refused, not zero");
    }
    long own = fen(row, "own_prior") + fen(row, "own_current") + fen(row, "own_wallet");
    balances.merge(row.get("person_id"), -own, Long::sum);
    long family = drawn(row, row.get("family_detail"), drawn, true);
    need(row, family == fen(row, "family"), "the draws make up the family money");
    balance(row);
  }

  private static long fen(Table.Row row, String column) {
    return Text.fen(row.get(column));
  }

  private static long sum(Table.Row row, List<String> columns) {
    return columns.stream().mapToLong(column -> fen(row, column)).sum();
  }

  private void need(Table.Row row, boolean holds, String what) {
    need(holds, what + ": " + String.join(",", row.cells()));
  }

  private void need(boolean holds, String what) {
    if (!holds) {
      violations.add("seed " + world.seed() + ": " + what);
    }
  }

  /** Point 1: the parts make up the total, and none is negative. */
  private void conserved(Table.Row row) {
    need(row, fen(row, "total") == sum(row, PAYERS), "the payers make up the total");
    need(row, fen(row, "total") == sum(row, BILLED), "the bill makes up the total");
    need(row, MONEY.stream().allMatch(column -> fen(row, column) >= 0), "a negative part");
    JsonNode version = versions.get(row.get("policy") + " " + row.get("policy_version"));
    String first =
        version == null ? "" : version.path("chain").path(0).path("payer").asText("pool");
    long split = sum(row, SPLIT);
    need(row, split <= fen(row, "eligible"), "the pool splits more than was eligible");
    if (first.equals("pool")) {
      need(row, split == fen(row, "eligible"), "the pool splits all that is eligible");
    }
    for (String left : List.of("deductible_left", "cap_left", "own_balance")) {
      need(row, !row.get(left).startsWith("-"), "more was taken than " + left);
    }
    if (!row.get("deductible_left").isEmpty()
        && row.get("reasons").contains("DEDUCTIBLE_NOT_MET")) {
      need(row, fen(row, "pool") == 0, "the pool pays within the deductible");
    }
  }

  private void reversed(Table.Row row, String original) {
    Table.Row taken = rows.get(original);
    need(row, taken != null, "a reversal of nothing");
    if (taken != null) {
      for (String column : MONEY) {
        need(row, fen(row, column) == -fen(taken, column), "not negated: " + column);
        need(row, !row.get(column).equals("-0.00"), "minus zero: " + column);
      }
      need(row, row.get("benefit_year").equals(taken.get("benefit_year")), "another year");
      need(row, taken.get("status").equals("settled"), "a reversal of what was not settled");
    }
  }

  /** Section 7: a refusal moves nothing, and what is accepted moves what it says. */
  private void activity(Table.Row activity, Table.Row row) {
    String person = row.get("person_id");
    String kind = row.get("kind");
    String detail = row.get("payer_detail");
    long amount = fen(row, "amount");
    boolean accepted = row.get("status").equals("accepted");
    need(row, accepted == row.get("reason").isEmpty(), "a refusal has one reason");
    need(row, !row.get("reason").contains(";"), "a refusal has one reason");
    if (!accepted || kind.equals("change")) {
      need(row, accepted == kind.equals("change"), "a change that was refused");
      need(row, row.get("amount").equals("0.00") && detail.isEmpty(), "money without a reason");
    } else {
      String given = activity.get("amount");
      need(row, given.isEmpty() || Text.fen(given) == amount, "another amount than written");
      LocalDate day = time(activity).toLocalDate();
      long paid = drawn(row, detail, day, kind.equals("premium"));
      need(row, paid == (kind.equals("credit") ? 0 : amount), "payers make up the amount");
      if (kind.equals("premium")) {
        String payer = activity.get("payer_id");
        need(row, payer.isEmpty() || detail.matches(payer + ":[0-9.]*"), "not the payer alone");
        once(row, "premium " + person + " " + activity.get("plan_year"), 1);
      } else {
        balances.merge(person, amount, Long::sum);
      }
      if (kind.equals("transfer") && !movers.contains(activity.get("payer_id"))) {
        transfer(row, person(activity.get("payer_id")), day);
      }
    }
    balance(row);
  }

  private void transfer(Table.Row row, Person payer, LocalDate day) {
    JsonNode limits = policies.rules(payer, day).version().path("wallet").path("transfer");
    String most = limits.path("maxAmount").asText("");
    need(row, most.isEmpty() || fen(row, "amount") <= Text.fen(most), "above the limit");
    once(
        row,
        "transfer " + payer.id() + " " + day,
        limits.path("maxPerDay").asInt(Integer.MAX_VALUE));
  }

  private void once(Table.Row row, String what, int most) {
    need(row, seen.merge(what, 1, Integer::sum) <= most, "more than " + most);
  }

  /** Point 2: the purses of the row's person hold what all rows so far have left in them. */
  private void balance(Table.Row row) {
    long balance = balances.getOrDefault(row.get("person_id"), -1L);
    need(row, balance >= 0 && balance == fen(row, "own_balance"), "own_balance " + balance);
  }

  /**
   * Points 2 and 3 for payers: no purse below zero, no binding above its authorised amount.
   *
   * @param detail the payers and what each of them gave
   * @param day on which the money was drawn
   * @param authorised whether it uses the bindings' authorised amounts
   */
  private long drawn(Table.Row row, String detail, LocalDate day, boolean authorised) {
    String helped = row.get("person_id");
    long sum = 0;
    for (String draw : detail.isEmpty() ? List.<String>of() : List.of(detail.split(";", -1))) {
      int colon = draw.indexOf(':');
      String payer = draw.substring(0, colon);
      long amount = Text.fen(draw.substring(colon + 1));
      sum += amount;
      balances.merge(payer, -amount, Long::sum);
      need(row, balances.getOrDefault(payer, -1L) >= 0, "a payer below zero");
      if (authorised && !movers.contains(payer)) {
        int year = policies.rules(person(payer), day).accountYear(day);
        long use = used.merge(payer + " " + helped + " " + year, amount, Long::sum);
        need(row, use <= authorised(payer, helped), "a binding above its authorised amount");
      }
    }
    return sum;
  }

  /** The yearly amounts of all bindings of a pair together. */
  private long authorised(String payer, String patient) {
    long sum = 0;
    for (Binding binding : bindings.ofBeneficiary(person(patient))) {
      if (binding.payer().id().equals(payer) && !binding.credentialOnly()) {
        if (binding.limit().isEmpty() || binding.limitPerClaim()) {
          return Long.MAX_VALUE;
        }
        sum += Text.fen(binding.limit());
      }
    }
    return sum;
  }

  private Person person(String id) {
    Person person = people.get(id);
    if (person == null) {
      throw new IllegalArgumentException(id);
    }
    return person;
  }

  /** Point 4: own purses first where all must be empty, and payers in the configured order. */
  private void family(Table.Row row) {
    if (fen(row, "family") == 0) {
      return;
    }
    String name = row.get("policy");
    JsonNode version = versions.get(name + " " + row.get("policy_version"));
    JsonNode rules = version == null ? Policies.NONE : version.path("binding");
    boolean allEmpty =
        !rules.has("ownEmptyFirst") || rules.path("ownEmptyFirst").path("purses").size() == 3;
    need(row, !allEmpty || fen(row, "own_balance") == 0, "family money before own money");

    int stages = 0;
    for (JsonNode stage : version == null ? Policies.NONE : version.path("chain")) {
      stages += stage.path("payer").asText().equals("family") ? 1 : 0;
    }
    boolean configured = rules.path("order").path("by").asText("configured").equals("configured");
    if (world.bindings() == null && configured && stages < 2) {
      int last = 0;
      for (String draw : row.get("family_detail").split(";", -1)) {
        String payer = draw.substring(0, draw.indexOf(':'));
        int order = Integer.parseInt(person(payer).shareOrder());
        need(row, order >= last, "family money out of order");
        last = order;
      }
    }
  }
}
