package cohealth.naive;

import cohealth.naive.Policies.Rules;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Section 6 on one day for one beneficiary: which bindings work, in which order they pay, and how
 * much they can.
 */
final class WorkingBindings {
  private static final List<String> NEAR =
      List.of("spouse", "parent", "child", "sibling", "grandparent", "grandchild");
  private static final Comparator<Binding> CONFIGURED =
      Comparator.comparing(Binding::orderNoneLast)
          .thenComparing(Binding::confirmedNoneFirst)
          .thenComparing(Binding::rank);

  private final Person beneficiary;
  private final LocalDate day;
  private final Rules rules;
  private final Policies policies;
  private final Bindings bindings;
  private final History history;
  private final Reach reach;

  /** What each payer could share before anything was taken. */
  private final Map<Integer, Long> shareableBefore = new HashMap<>();

  WorkingBindings(
      Person beneficiary,
      LocalDate day,
      Policies policies,
      Bindings bindings,
      History history,
      Reach reach) {
    this.beneficiary = beneficiary;
    this.day = day;
    this.rules = policies.rules(beneficiary, day);
    this.policies = policies;
    this.bindings = bindings;
    this.history = history;
    this.reach = reach;
    if (by().equals("largest_balance")) {
      for (Binding binding : all()) {
        shareableBefore.put(binding.rank(), shareable(binding.payer()));
      }
    }
  }

  /** All bindings of the beneficiary, in file order. */
  List<Binding> all() {
    return bindings.ofBeneficiary(beneficiary);
  }

  /** Those of them that one payer has. */
  List<Binding> of(Person payer) {
    return all().stream().filter(binding -> binding.payer().row() == payer.row()).toList();
  }

  private Rules rulesOf(Person person) {
    return policies.rules(person, day);
  }

  // --- which bindings work

  /** The reason of the first test that a binding fails; blank when it works. */
  String refusal(Binding binding) {
    String reason = refusalButForRegion(binding);
    return reason.isEmpty() && crossRegion(binding) ? "CROSS_REGION" : reason;
  }

  /** The same without the last test, which asks whether both are of one region. */
  String refusalButForRegion(Binding binding) {
    String alone = refusalAlone(binding);
    if (!alone.isEmpty()) {
      return alone;
    }
    if (tooManyMembers(binding)) {
      return "TOO_MANY_MEMBERS";
    }
    return tooManyPayers(binding) ? "TOO_MANY_PAYERS" : "";
  }

  /** The tests that look at no other binding. */
  private String refusalAlone(Binding binding) {
    Person payer = binding.payer();
    Person helped = binding.beneficiary();
    if (binding.credentialOnly()) {
      return "CREDENTIAL_ONLY";
    }
    if (!binding.inForce(day)) {
      return "NOT_IN_FORCE";
    }
    if (!payer.isEmployee() || payer.suspended() || !rulesOf(payer).exist()) {
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
    if (helped.insurance().equals("none") || helped.suspended()) {
      return "BENEFICIARY_NOT_COVERED";
    }
    boolean young = helped.birth() != null && helped.age(day) < confirmAge(payer);
    if (!young && !binding.confirmedBy(day)) {
      return "NOT_CONFIRMED";
    }
    return "";
  }

  int confirmAge(Person payer) {
    return rulesOf(payer).binding().path("confirmation").path("age").asInt(16);
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
    for (Binding other : byConfirmation(all())) {
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
    if (sameRegion(payer)) {
      return false;
    }
    JsonNode allowed = rulesOf(payer).binding().path("crossRegion").path("allow");
    if (allowed.asText().equals("any")) {
      reach.hit("cross region any");
      return false;
    }
    if (Policies.contains(allowed, "same_province")
        && Policies.sameProvince(payer.region(), beneficiary.region())) {
      reach.hit("cross region same province");
      return false;
    }
    if (Policies.contains(allowed, "wallet") && payer.wallet() && beneficiary.wallet()) {
      reach.hit("cross region wallet");
      return false;
    }
    return true;
  }

  boolean sameRegion(Person payer) {
    return policies.sameRegion(payer.region(), beneficiary.region(), "employee");
  }

  // --- in which order

  /** The name of the order that the beneficiary's policy wants. */
  String by() {
    return rules.binding().path("order").path("by").asText("configured");
  }

  static List<Binding> configured(List<Binding> some) {
    List<Binding> sorted = new ArrayList<>(some);
    sorted.sort(CONFIGURED);
    return sorted;
  }

  /** Some bindings in the order of the beneficiary's policy. */
  List<Binding> ordered(List<Binding> some) {
    List<Binding> sorted = configured(some);
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
              Comparator.comparing((Binding binding) -> !sameRegion(binding.payer()))
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

  boolean sharesCurrent(Person payer) {
    JsonNode purses = shareableRule(payer).path("purses");
    return purses.isMissingNode() || Policies.contains(purses, "current");
  }

  private long reserve(Person payer) {
    return Text.fen(shareableRule(payer).path("reserve").asText("0"));
  }

  /** The payer's shareable purses above the reserve. */
  long shareable(Person payer) {
    long purses = history.balance(payer, Purse.PRIOR);
    if (sharesCurrent(payer)) {
      purses += history.balance(payer, Purse.CURRENT);
    }
    return Math.max(0, purses - reserve(payer));
  }

  /**
   * What is left of a binding's authorised amount.
   *
   * @param now what this claim or premium has already drawn
   */
  long limitLeft(Binding binding, List<Draw> now) {
    if (binding.limit().isEmpty()) {
      return Long.MAX_VALUE;
    }
    long used = 0;
    if (binding.limitPerClaim()) {
      for (Draw draw : now) {
        used += draw.binding().rank() == binding.rank() ? draw.amount() : 0;
      }
    } else {
      used = history.used(binding, rulesOf(binding.payer()).accountYear(day));
    }
    return Text.fen(binding.limit()) - used;
  }

  /** A draw: prior-year money first. */
  Draw draw(Binding binding, long amount) {
    Person payer = binding.payer();
    long prior = Math.min(amount, history.balance(payer, Purse.PRIOR));
    return new Draw(binding, rulesOf(payer).accountYear(day), prior, amount - prior);
  }
}
