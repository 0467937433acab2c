package cohealth.naive;

import cohealth.naive.Bill.Component;
import cohealth.naive.Policies.Rules;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A second settlement of claims, slow and obvious, against which the engine is judged. It knows the
 * rules (docs) and nothing of the engine's code; it covers everything but activities, carried state
 * and refused input, and expects all events in one account year.
 */
public final class NaiveModel {
  private static final JsonNode DEFAULT_CHAIN = defaultChain();
  private static final List<Purse> ALL_PURSES = List.of(Purse.values());

  private final Map<String, Person> people = new LinkedHashMap<>();
  private final List<Claim> claims = new ArrayList<>();
  private final Set<String> claimIds = new HashSet<>();
  private final Policies policies;
  private final Bindings bindings;
  private final History history;
  private final Map<String, String> rowOf = new HashMap<>();
  private final Reach reach;

  private NaiveModel(
      String householdsCsv,
      String claimsCsv,
      @Nullable String bindingsCsv,
      List<String> policyJsons,
      Reach reach) {
    this.reach = reach;
    policies = new Policies(policyJsons);
    for (Table.Row row : Table.read(householdsCsv)) {
      Person person = Person.of(row);
      people.put(person.id(), person);
    }
    bindings = new Bindings(people, bindingsCsv);
    history = new History(people.size());
    for (Table.Row row : Table.read(claimsCsv)) {
      Person patient = people.get(row.get("person_id"));
      if (patient == null) {
        throw new IllegalArgumentException("unknown person: claim row " + row.number());
      }
      claims.add(Claim.of(row, patient));
      claimIds.add(row.get("claim_id"));
    }
  }

  /** The rows of settlements.csv with {@code --columns full}, the header first. */
  public static List<String> settle(
      String householdsCsv,
      String claimsCsv,
      @Nullable String bindingsCsv,
      List<String> policyJsons) {
    return settle(householdsCsv, claimsCsv, bindingsCsv, policyJsons, Reach.nothing());
  }

  /** The same, noting which rules were reached. */
  public static List<String> settle(
      String householdsCsv,
      String claimsCsv,
      @Nullable String bindingsCsv,
      List<String> policyJsons,
      Reach reach) {
    return new NaiveModel(householdsCsv, claimsCsv, bindingsCsv, policyJsons, reach).run();
  }

  private static JsonNode defaultChain() {
    return Policies.parse(
        """
        [{"payer": "pool"}, {"payer": "own"}, {"payer": "family"}, {"payer": "cash"}]
        """);
  }

  private List<String> run() {
    List<Claim> inTime = new ArrayList<>(claims);
    inTime.sort(Comparator.comparing(Claim::time)); // stable: equal times in the order of the rows
    for (Claim claim : inTime) {
      Settled settled = claim.isReversal() ? reverse(claim) : settle(claim);
      settled.reasons.forEach(code -> reach.hit("reason " + code));
      reach.hit("status " + settled.status);
    }
    List<String> rows = new ArrayList<>();
    rows.add(Output.HEADER);
    for (Claim claim : claims) {
      rows.add(rowOf.getOrDefault(claim.id(), ""));
    }
    return rows;
  }

  // --- a claim

  private Settled settle(Claim claim) {
    Settled settled = new Settled(claim);
    Person patient = claim.patient();
    LocalDate day = claim.date();
    Rules rules = policies.rules(patient, day);
    settled.benefitYear = rules.benefitYear(day);
    settled.visit = visit(claim, rules.version());
    if (reach.isCounting()) {
      reachedYears(settled, rules);
    }
    history.add(settled);

    Bill bill = new Bill(claim);
    if (!rules.exist()) {
      settled.reasons.add("NO_POLICY");
    }
    if (!claim.get("credential_id").isEmpty() && !claim.get("credential_id").equals(patient.id())) {
      settled.reasons.add("CREDENTIAL_MISMATCH");
      settled.status = "rejected";
    } else if (!Text.yes(claim.get("designated"), true)) {
      settled.reasons.add("NOT_DESIGNATED");
    } else {
      pay(settled, rules, bill);
    }
    settled.cash = bill.left(Bill.all());
    rowOf.put(claim.id(), Output.row(settled, history));
    return settled;
  }

  private int visit(Claim claim, JsonNode version) {
    int last = 0;
    int merged = Integer.MAX_VALUE;
    for (Settled earlier : history.of(claim.patient())) {
      if (!claim.visitId().isEmpty() && earlier.claim.visitId().equals(claim.visitId())) {
        reach.hit("visit by its id");
        return earlier.visit;
      }
      if (!claim.facilityId().isEmpty()
          && earlier.claim.facilityId().equals(claim.facilityId())
          && earlier.claim.date().equals(claim.date())) {
        merged = Math.min(merged, earlier.visit);
      }
      last = Math.max(last, earlier.visit);
    }
    if (merged < Integer.MAX_VALUE && version.path("visits").has("merge")) {
      reach.hit("visit merged");
      return merged;
    }
    reach.hit(merged < Integer.MAX_VALUE ? "visit not merged" : "visit opened");
    return last + 1;
  }

  private void pay(Settled settled, Rules rules, Bill bill) {
    Claim claim = settled.claim;
    Person patient = claim.patient();
    JsonNode version = rules.version();
    settled.policy = rules.document().path("id").asText("");
    settled.version = version.path("from").asText("");
    JsonNode benefit = Policies.NONE;
    if (rules.exist()) {
      settled.group = Place.group(version, patient, claim.date(), reach);
      settled.band = Place.band(version, claim, reach);
      benefit = Place.benefit(version, claim, settled.group, settled.band, reach);
      settled.benefit = benefit.path("name").asText("");
    }
    JsonNode offsite = Refusals.offsite(claim, rules, settled.benefit, policies, reach);
    boolean open = !Refusals.closePool(settled, rules, benefit, offsite);

    if (!claim.usesAccount()) {
      settled.reasons.add("ACCOUNT_NOT_USED");
    }
    Family family = new Family(settled, rules, policies, bindings, history, reach);
    JsonNode chain = version.has("chain") ? version.path("chain") : DEFAULT_CHAIN;
    if (reach.isCounting()) {
      reachedChain(version);
    }
    boolean poolSeen = false;
    for (JsonNode stage : chain) {
      Set<Component> covers = Bill.covers(stage);
      switch (stage.path("payer").asText()) {
        case "pool" -> {
          poolSeen = true;
          pool(settled, version, benefit, offsite, open, bill);
        }
        case "supplement" -> {
          long covered = bill.left(covers);
          long paid = Supplement.pays(settled, version, stage, covered, history, reach);
          bill.take(covers, paid);
          settled.supplement += paid;
          if (paid > 0) {
            reach.hit("supplement " + (poolSeen ? "after" : "before") + " the pool");
          }
        }
        case "own" -> {
          if (claim.usesAccount()) {
            own(settled, stage, covers, bill, poolSeen);
          }
        }
        case "family" -> {
          boolean allowed = offsite.isMissingNode() || offsite.path("familyMoney").asBoolean();
          if (bill.left(covers) > 0 && claim.usesAccount()) {
            if (!allowed) {
              reach.hit("family money not off-site");
            } else if (family.ownIsEmpty()) {
              long before = settled.family();
              family.pay(bill, covers);
              if (settled.family() > before) {
                reach.hit("family " + (poolSeen ? "after" : "before") + " the pool");
              }
            }
          }
        }
        default -> {} // cash: takes what is left
      }
    }
  }

  private void pool(
      Settled settled,
      JsonNode version,
      JsonNode benefit,
      JsonNode offsite,
      boolean open,
      Bill bill) {
    long reached = bill.left(Component.ELIGIBLE);
    if (open) {
      new Pool(settled, version, benefit, offsite, history, reach).split(reached);
    } else {
      settled.denied = reached;
    }
    bill.put(Component.ELIGIBLE, 0);
    bill.put(Component.DEDUCTIBLE, settled.deductible);
    bill.put(Component.COPAY, settled.copay);
    bill.put(Component.OVER_CAP, settled.overCap);
    bill.put(Component.DENIED, settled.denied);
  }

  private void own(
      Settled settled, JsonNode stage, Set<Component> covers, Bill bill, boolean afterPool) {
    List<Purse> order = new ArrayList<>();
    for (JsonNode word : stage.path("purses")) {
      order.add(Purse.of(word.asText()));
    }
    if (order.isEmpty()) {
      order = ALL_PURSES;
    }
    long before = bill.left(covers);
    for (Purse purse : order) {
      long amount = Math.min(bill.left(covers), history.balance(settled.claim.patient(), purse));
      bill.take(covers, amount);
      settled.own.merge(purse, amount, Long::sum);
    }
    if (bill.left(covers) < before) {
      reach.hit("own purses " + order);
      reach.hit("own " + (afterPool ? "after" : "before") + " the pool");
      if (bill.left(Bill.all()) > 0 && bill.left(covers) == 0) {
        reach.hit("own covers not all");
      }
    }
  }

  // --- a reversal

  private Settled reverse(Claim reversal) {
    Settled settled = new Settled(reversal);
    Settled original = history.claim(reversal.get("reverses"));
    settled.benefitYear =
        policies.rules(reversal.patient(), reversal.date()).benefitYear(reversal.date());
    if (original == null) {
      settled.reasons.add("UNKNOWN_CLAIM");
      boolean comesLater = claimIds.contains(reversal.get("reverses"));
      reach.hit("reversal " + (comesLater ? "before its claim" : "of no claim"));
    } else if (!original.claim.patient().id().equals(reversal.patient().id())) {
      settled.reasons.add("OTHER_PERSON");
    } else if (original.claim.isReversal() || original.status.equals("rejected")) {
      settled.reasons.add("NOT_REVERSIBLE");
      reach.hit("reversal of a " + (original.claim.isReversal() ? "reversal" : "rejected claim"));
    } else if (original.reversed) {
      settled.reasons.add("ALREADY_REVERSED");
    }
    history.add(settled);
    if (original == null || !settled.reasons.isEmpty()) {
      settled.status = "rejected";
      rowOf.put(reversal.id(), Output.refusedReversal(settled, history));
    } else {
      original.reversed = true;
      settled.status = "reversed_out";
      rowOf.put(reversal.id(), Output.reversal(settled, original, history));
      if (reach.isCounting()) {
        reachedReversal(reversal, original);
      }
    }
    return settled;
  }

  // --- what was reached

  private void reachedYears(Settled settled, Rules rules) {
    LocalDate day = settled.claim.date();
    String id = rules.document().path("id").asText();
    if (rules.exist()) {
      reach.hit("benefit year from " + rules.document().path("benefitYearStart").asText("01-01"));
      if (rules.accountYear(day) != rules.benefitYear(day)) {
        reach.hit("account year is another");
      }
      Person patient = settled.claim.patient();
      if (policies.overlap(patient.region(), patient.insurance())) {
        reach.hit("region by the longest match");
      }
      String region = rules.document().path("region").asText();
      String zeros = region.endsWith("0000") ? "0000" : region.endsWith("00") ? "00" : "digits";
      boolean same = region.equals(patient.region());
      reach.hit("region " + zeros + (same ? " itself" : " covers"));
    }
    for (Settled earlier : history.of(settled.claim.patient())) {
      if (!id.isEmpty() && earlier.policy.equals(id)) {
        if (!earlier.version.equals(rules.version().path("from").asText())) {
          reach.hit("version changed");
        }
        if (earlier.benefitYear != settled.benefitYear) {
          reach.hit("benefit year changed");
        }
      }
    }
  }

  private void reachedChain(JsonNode version) {
    if (version.has("chain")) {
      List<String> payers = new ArrayList<>();
      version.path("chain").forEach(stage -> payers.add(stage.path("payer").asText()));
      reach.hit("chain " + String.join(" ", payers));
    } else {
      reach.hit("chain by default");
    }
  }

  private void reachedReversal(Claim reversal, Settled original) {
    if (original.pool > 0) {
      reach.hit("reversal of pool money");
    }
    if (original.supplement > 0) {
      reach.hit("reversal of supplement money");
    }
    if (original.own.values().stream().anyMatch(fen -> fen > 0)) {
      reach.hit("reversal of own money");
    }
    if (original.family() > 0) {
      reach.hit("reversal of family money");
      for (Settled.Draw draw : original.draws) {
        if (!draw.binding().inForce(reversal.date())) {
          reach.hit("reversal over an ended binding");
        }
      }
    }
    if (original.claim.date().getMonth() != reversal.date().getMonth()) {
      reach.hit("reversal in a later month");
    } else if (!original.claim.date().equals(reversal.date())) {
      reach.hit("reversal on a later day");
    }
    for (Settled later : history.of(reversal.patient())) {
      boolean after = later.claim.time().isAfter(original.claim.time());
      if (after && !later.reversed && later.pool > 0 && original.pool > 0) {
        reach.hit("reversal with later claims");
        return;
      }
    }
  }
}
