package cohealth.naive;

import cohealth.naive.Bill.Component;
import cohealth.naive.Policies.Rules;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Settles claims and takes them back, one row after the other in the order of time. */
final class Claims {
  private static final JsonNode DEFAULT_CHAIN =
      Policies.parse(
          """
          [{"payer": "pool"}, {"payer": "own"}, {"payer": "family"}, {"payer": "cash"}]
          """);
  private static final List<Purse> ALL_PURSES = List.of(Purse.values());

  private final Set<String> claimIds = new HashSet<>();
  private final Policies policies;
  private final Bindings bindings;
  private final History history;
  private final Reach reach;

  /**
   * @param all every claim row of the run
   */
  Claims(List<Claim> all, Policies policies, Bindings bindings, History history, Reach reach) {
    all.forEach(claim -> claimIds.add(claim.id()));
    this.policies = policies;
    this.bindings = bindings;
    this.history = history;
    this.reach = reach;
  }

  /** Settles a claim, or reverses one, and gives its row. */
  String row(Claim claim) {
    Settled settled = claim.isReversal() ? new Settled(claim) : settle(claim);
    String row = claim.isReversal() ? reverse(settled) : Output.row(settled, history);
    settled.reasons.forEach(code -> reach.hit("reason " + code));
    reach.hit("status " + settled.status);
    return row;
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
    if (reach.isCounting() && patient.hasChanged()) {
      reachedChange(settled);
    }
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
    boolean open = !Refusals.closePool(settled, rules, benefit, offsite, history, reach);

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
      history.move(settled, settled.claim.patient(), purse, -amount);
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

  private String reverse(Settled settled) {
    Claim reversal = settled.claim;
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
      return Output.refusedReversal(settled, history);
    }
    original.reversed = true;
    settled.status = "reversed_out";
    if (reach.isCounting()) {
      reachedReversal(settled, original);
    }
    return Output.reversal(settled, original, history);
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

  /** What differs from the person's earlier claims, after an attribute was changed. */
  private void reachedChange(Settled settled) {
    boolean elsewhere = false;
    List<Settled> claims = history.of(settled.claim.patient());
    for (int i = claims.size() - 2; i >= 0; i--) {
      Settled earlier = claims.get(i);
      if (earlier.policy.isEmpty() || settled.policy.isEmpty()) {
        continue;
      }
      if (!earlier.policy.equals(settled.policy)) {
        elsewhere = true;
      } else {
        if (elsewhere) {
          reach.hit("after a change back in the document");
        }
        if (earlier.version.equals(settled.version) && !earlier.group.equals(settled.group)) {
          reach.hit("after a change another group");
        }
      }
    }
    if (elsewhere) {
      reach.hit("after a change another document");
    }
    for (String reason : List.of("SUSPENDED", "NOT_INSURED", "NO_POLICY", "NOT_APPROVED")) {
      if (settled.reasons.contains(reason)) {
        reach.hit("after a change " + reason);
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

  private void reachedReversal(Settled settled, Settled original) {
    Claim reversal = settled.claim;
    if (history.yearStartedSince(original, reversal.patient())) {
      reach.hit("reversal into the prior-year purse");
    }
    for (Draw draw : original.draws) {
      if (history.yearStartedSince(original, draw.binding().payer())) {
        reach.hit("reversal into a payer's prior-year purse");
      }
    }
    if (original.benefitYear != settled.benefitYear) {
      reach.hit("reversal in another benefit year");
    }
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
      for (Draw draw : original.draws) {
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
