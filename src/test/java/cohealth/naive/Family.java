package cohealth.naive;

import cohealth.naive.Policies.Rules;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Section 6 for one claim: which bindings work, in which order they pay, and what. */
final class Family {
  private static final List<String> NEAR =
      List.of("spouse", "parent", "child", "sibling", "grandparent", "grandchild");

  private final Settled settled;
  private final Person patient;
  private final LocalDate day;
  private final Rules rules;
  private final Policies policies;
  private final Bindings bindings;
  private final History history;
  private final Reach reach;

  /** What each payer could share before this claim took anything. */
  private final Map<Integer, Long> shareableBefore = new HashMap<>();

  Family(
      Settled settled,
      Rules rules,
      Policies policies,
      Bindings bindings,
      History history,
      Reach reach) {
    this.settled = settled;
    this.patient = settled.claim.patient();
    this.day = settled.claim.date();
    this.rules = rules;
    this.policies = policies;
    this.bindings = bindings;
    this.history = history;
    this.reach = reach;
    if (by().equals("largest_balance")) {
      for (Binding binding : bindings.ofBeneficiary(patient)) {
        shareableBefore.put(binding.rank(), shareable(binding.payer()));
      }
    }
  }

  private Rules rulesOf(Person person) {
    return policies.rules(person, day);
  }

  private String by() {
    return rules.binding().path("order").path("by").asText("configured");
  }

  /** Whether the purses that the patient's policy names are empty. */
  boolean ownIsEmpty() {
    JsonNode first = rules.binding().path("ownEmptyFirst");
    boolean empty = true;
    for (Purse purse : Purse.values()) {
      boolean named = first.isMissingNode() || Policies.contains(first.path("purses"), word(purse));
      empty &= !named || history.balance(patient, purse) == 0;
    }
    if (!empty) {
      reach.hit("own purses not empty first");
    } else if (history.balance(patient) > 0) {
      reach.hit("own purses not empty, and need not be");
    }
    return empty;
  }

  private static String word(Purse purse) {
    return switch (purse) {
      case PRIOR -> "prior";
      case CURRENT -> "current";
      case WALLET -> "wallet";
    };
  }

  /** The working bindings draw in order; the others leave their reasons. */
  void pay(Bill bill, Set<Bill.Component> covers) {
    List<Binding> working = new ArrayList<>();
    for (Binding binding : bindings.ofBeneficiary(patient)) {
      String reason = refusal(binding);
      if (reason.isEmpty()) {
        working.add(binding);
      } else {
        settled.reasons.add(reason);
      }
    }
    List<Binding> ordered = ordered(working);
    if (bill.left(covers) > 0 && working.size() > 1) {
      reach.hit("order " + by());
      if (!ordered.equals(configured(working))) {
        reach.hit("order " + by() + " not as configured");
      }
    }
    for (Binding binding : ordered) {
      draw(binding, bill, covers);
    }
  }

  // --- which bindings work

  /** The reason of the first test that a binding fails; blank when it works. */
  private String refusal(Binding binding) {
    String alone = refusalAlone(binding);
    if (!alone.isEmpty()) {
      return alone;
    }
    if (tooManyMembers(binding)) {
      return "TOO_MANY_MEMBERS";
    }
    if (tooManyPayers(binding)) {
      return "TOO_MANY_PAYERS";
    }
    return crossRegion(binding) ? "CROSS_REGION" : "";
  }

  /** The tests that look at no other binding. */
  private String refusalAlone(Binding binding) {
    Person payer = binding.payer();
    Person beneficiary = binding.beneficiary();
    if (binding.credentialOnly()) {
      return "CREDENTIAL_ONLY";
    }
    if (!binding.inForce(day)) {
      return "NOT_IN_FORCE";
    }
    if (!payer.insurance().equals("employee") || payer.suspended() || !rulesOf(payer).exist()) {
      return "PAYER_NOT_COVERED";
    }
    JsonNode payersRules = rulesOf(payer).binding();
    JsonNode allowed = payersRules.path("relations").path("allow");
    boolean near =
        allowed.isMissingNode()
            ? NEAR.contains(binding.relation())
            : Policies.contains(allowed, binding.relation());
    if (!near) {
      return "RELATION_NOT_ALLOWED";
    }
    if (beneficiary.insurance().equals("none") || beneficiary.suspended()) {
      return "BENEFICIARY_NOT_COVERED";
    }
    int confirmAge = payersRules.path("confirmation").path("age").asInt(16);
    boolean young = beneficiary.birth() != null && beneficiary.age(day) < confirmAge;
    if (!young && !binding.confirmedBy(day)) {
      return "NOT_CONFIRMED";
    }
    return "";
  }

  private static List<Binding> byConfirmation(List<Binding> bindings) {
    List<Binding> sorted = new ArrayList<>(bindings);
    sorted.sort(Comparator.comparing(Binding::confirmedNoneFirst).thenComparing(Binding::rank));
    return sorted;
  }

  private boolean tooManyMembers(Binding binding) {
    JsonNode members = rulesOf(binding.payer()).binding().path("members");
    if (members.isMissingNode()) {
      return false;
    }
    Map<String, Integer> ofRelation = new HashMap<>();
    int inAll = 0;
    for (Binding other : byConfirmation(bindings.ofPayer(binding.payer()))) {
      if (!refusalAlone(other).isEmpty()) {
        continue;
      }
      int rank = ofRelation.merge(other.relation(), 1, Integer::sum);
      JsonNode most = members.path("perRelation").path(other.relation());
      boolean refused = !most.isMissingNode() && rank > most.asInt();
      if (refused) {
        if (other.rank() == binding.rank()) {
          reach.hit("members of one relation");
        }
      } else {
        inAll++;
        refused = members.has("max") && inAll > members.path("max").asInt();
        if (refused && other.rank() == binding.rank()) {
          reach.hit("members in all");
        }
      }
      if (other.rank() == binding.rank()) {
        return refused;
      }
    }
    throw new IllegalStateException("a binding that is not its payer's");
  }

  private boolean tooManyPayers(Binding binding) {
    JsonNode payers = rules.binding().path("payers");
    if (payers.isMissingNode()) {
      return false;
    }
    int rank = 0;
    for (Binding other : byConfirmation(bindings.ofBeneficiary(patient))) {
      if (refusalAlone(other).isEmpty() && !tooManyMembers(other)) {
        rank++;
      }
      if (other.rank() == binding.rank()) {
        return rank > payers.path("max").asInt();
      }
    }
    throw new IllegalStateException("a binding that is not its beneficiary's");
  }

  private boolean crossRegion(Binding binding) {
    Person payer = binding.payer();
    if (policies.sameRegion(payer.region(), patient.region(), "employee")) {
      return false;
    }
    JsonNode allowed = rulesOf(payer).binding().path("crossRegion").path("allow");
    if (allowed.asText().equals("any")) {
      reach.hit("cross region any");
      return false;
    }
    if (Policies.contains(allowed, "same_province")
        && Policies.sameProvince(payer.region(), patient.region())) {
      reach.hit("cross region same province");
      return false;
    }
    if (Policies.contains(allowed, "wallet") && payer.wallet() && patient.wallet()) {
      reach.hit("cross region wallet");
      return false;
    }
    return true;
  }

  // --- in which order

  private static final Comparator<Binding> CONFIGURED =
      Comparator.comparing(Binding::orderNoneLast)
          .thenComparing(Binding::confirmedNoneFirst)
          .thenComparing(Binding::rank);

  private static List<Binding> configured(List<Binding> working) {
    List<Binding> sorted = new ArrayList<>(working);
    sorted.sort(CONFIGURED);
    return sorted;
  }

  private List<Binding> ordered(List<Binding> working) {
    List<Binding> sorted = configured(working);
    Comparator<Binding> firstBound = Comparator.comparing(Binding::confirmedNoneFirst);
    // Descending with none last is exactly the reverse of ascending with none first.
    Comparator<Binding> lastBound = firstBound.reversed();
    Comparator<Binding> byName =
        switch (by()) {
          case "configured" -> CONFIGURED;
          case "bound_first" -> firstBound;
          case "bound_last_first" -> lastBound;
          case "largest_balance" ->
              Comparator.comparing(
                      (Binding binding) -> shareableBefore.getOrDefault(binding.rank(), 0L))
                  .reversed();
          case "same_region_first" ->
              Comparator.comparing(
                      (Binding binding) ->
                          !policies.sameRegion(
                              binding.payer().region(), patient.region(), "employee"))
                  .thenComparing(lastBound);
          default -> throw new IllegalArgumentException(by());
        };
    // The sort is stable, so ties stay as configured.
    sorted.sort(byName);
    return sorted;
  }

  // --- and how much

  private JsonNode shareableRule(Person payer) {
    return rulesOf(payer).binding().path("shareable");
  }

  private boolean sharesCurrent(Person payer) {
    JsonNode purses = shareableRule(payer).path("purses");
    return purses.isMissingNode() || Policies.contains(purses, "current");
  }

  /** The payer's shareable purses above the reserve. */
  private long shareable(Person payer) {
    long purses = history.balance(payer, Purse.PRIOR);
    if (sharesCurrent(payer)) {
      purses += history.balance(payer, Purse.CURRENT);
    }
    return Math.max(0, purses - Text.fen(shareableRule(payer).path("reserve").asText("0")));
  }

  private void draw(Binding binding, Bill bill, Set<Bill.Component> covers) {
    long need = bill.left(covers);
    if (need == 0) {
      return;
    }
    Person payer = binding.payer();
    int accountYear = rulesOf(payer).accountYear(day);
    long available = shareable(payer);
    long limitLeft = Long.MAX_VALUE;
    if (!binding.limit().isEmpty()) {
      long used =
          binding.limitPerClaim()
              ? settled.draws.stream()
                  .filter(draw -> draw.binding().rank() == binding.rank())
                  .mapToLong(Settled.Draw::amount)
                  .sum()
              : history.used(binding, accountYear);
      limitLeft = Text.fen(binding.limit()) - used;
    }
    long amount = Math.min(need, Math.min(available, limitLeft));
    if (amount < need) {
      if (limitLeft == amount) {
        settled.reasons.add("LIMIT_REACHED");
        reach.hit("binding limit per " + (binding.limitPerClaim() ? "claim" : "year"));
      }
      if (available == amount) {
        settled.reasons.add("EMPTY");
        reach.hit(history.balance(payer) > amount ? "payer empty but for the rest" : "payer empty");
      }
    }
    if (amount > 0) {
      long prior = Math.min(amount, history.balance(payer, Purse.PRIOR));
      bill.take(covers, amount);
      history.addDraw(settled, new Settled.Draw(binding, accountYear, prior, amount - prior));
      if (binding.relation().equals("other")) {
        reach.hit("family of another relation");
      }
      if (prior > 0 && amount > prior) {
        reach.hit("family from prior, then current");
      }
      if (!sharesCurrent(payer)) {
        reach.hit("family from prior alone");
      }
      reachedDraw(binding);
    }
  }

  private void reachedDraw(Binding binding) {
    if (settled.draws.size() > 1) {
      reach.hit("family of several payers");
    }
    Person beneficiary = binding.beneficiary();
    int confirmAge = rulesOf(binding.payer()).binding().path("confirmation").path("age").asInt(16);
    if (!binding.confirmedBy(day)) {
      reach.hit("family for one too young to confirm");
    } else if (day.equals(binding.confirmedOn())) {
      reach.hit("family on the day of confirmation");
    }
    if (beneficiary.birth() == null) {
      reach.hit("family without a birth date");
    } else if (beneficiary.age(day) == confirmAge
        && beneficiary.age(day.minusDays(1)) < confirmAge) {
      reach.hit("family on the day that the age of confirmation is reached");
    }
    if (day.equals(binding.validTo())) {
      reach.hit("family on the last day");
    }
  }
}
