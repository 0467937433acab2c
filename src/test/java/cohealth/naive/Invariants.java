package cohealth.naive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
  private final Map<String, Person> people = new LinkedHashMap<>();
  private final Map<String, JsonNode> versions = new HashMap<>();
  private final Bindings bindings;
  private final List<String> violations = new ArrayList<>();

  private Invariants(RandomWorld.World world, List<String> settled) {
    this.world = world;
    for (Table.Row row : Table.read(String.join("\n", settled))) {
      rows.put(row.get("claim_id"), row);
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

  /** Every violation, each with the seed and the claim. */
  public static List<String> violations(RandomWorld.World world, List<String> settled) {
    return new Invariants(world, settled).check();
  }

  private List<String> check() {
    Map<String, Long> balances = new HashMap<>();
    for (Person person : people.values()) {
      balances.put(
          person.id(), person.opening().values().stream().mapToLong(Long::longValue).sum());
    }
    List<Table.Row> claims = new ArrayList<>(Table.read(world.claims()));
    claims.sort(Comparator.comparing(claim -> Text.time(claim.get("service_time"))));
    Map<String, Long> used = new HashMap<>();
    for (Table.Row claim : claims) {
      Table.Row row = rows.get(claim.get("claim_id"));
      if (row == null) {
        violations.add("seed " + world.seed() + ": no row for " + claim.get("claim_id"));
        continue;
      }
      String status = row.get("status");
      if (status.equals("reversed_out")) {
        reversed(row, claim.get("reverses"));
      } else if (claim.get("reverses").isEmpty()) {
        conserved(row);
        family(row);
      } else {
        need(row, MONEY.stream().allMatch(column -> fen(row, column) == 0), "refused, not zero");
      }
      moved(row, balances, used);
    }
    need(claims.size() == rows.size(), "as many rows as claims");
    return violations;
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

  /** Points 2 and 3: no purse below zero, no binding above its authorised amount. */
  private void moved(Table.Row row, Map<String, Long> balances, Map<String, Long> used) {
    String patient = row.get("person_id");
    long own = fen(row, "own_prior") + fen(row, "own_current") + fen(row, "own_wallet");
    balances.merge(patient, -own, Long::sum);
    long family = 0;
    String detail = row.get("family_detail");
    for (String draw : detail.isEmpty() ? List.<String>of() : List.of(detail.split(";", -1))) {
      int colon = draw.indexOf(':');
      String payer = draw.substring(0, colon);
      long amount = Text.fen(draw.substring(colon + 1));
      family += amount;
      balances.merge(payer, -amount, Long::sum);
      need(row, balances.getOrDefault(payer, -1L) >= 0, "a payer below zero");
      long sum = used.merge(payer + " " + patient, amount, Long::sum);
      need(row, sum <= authorised(payer, patient), "a binding above its authorised amount");
    }
    need(row, family == fen(row, "family"), "the draws make up the family money");
    long balance = balances.getOrDefault(patient, -1L);
    need(row, balance >= 0 && balance == fen(row, "own_balance"), "own_balance " + balance);
  }

  /** The yearly amounts of all bindings of a pair together; all events lie in one year. */
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
