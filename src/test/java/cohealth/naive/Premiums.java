package cohealth.naive;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Residents' premiums from the accounts of employees. */
final class Premiums {
  private final Policies policies;
  private final Bindings bindings;
  private final History history;
  private final Reach reach;

  Premiums(Policies policies, Bindings bindings, History history, Reach reach) {
    this.policies = policies;
    this.bindings = bindings;
    this.history = history;
    this.reach = reach;
  }

  /** Pays a premium, or tells why not. */
  Outcome pay(Activity activity) {
    Person insured = activity.person();
    LocalDate day = activity.date();
    boolean family = activity.isPaidByFamily();
    WorkingBindings all = new WorkingBindings(insured, day, policies, bindings, history, reach);
    List<Binding> named = family ? all.all() : all.of(activity.namedPayer());
    List<Binding> working = named.stream().filter(each -> all.refusal(each).isEmpty()).toList();
    if (named.isEmpty()) {
      return Outcome.refused("NO_BINDING");
    }
    if (working.isEmpty()) {
      List<Binding> inOrder = family ? WorkingBindings.configured(named) : named;
      return Outcome.refused(all.refusal(inOrder.get(0)));
    }
    if (!insured.isResident()) {
      return Outcome.refused("NOT_RESIDENT");
    }
    String planYear = activity.get("plan_year");
    for (History.Premium paid : history.premiums(insured)) {
      if (paid.planYear().equals(planYear)) {
        return Outcome.refused("ALREADY_PAID");
      }
    }
    PlanYear plan = PlanYear.of(policies.premium(insured.region(), planYear), day, reach);
    if (plan == null) {
      return Outcome.refused("OUT_OF_WINDOW");
    }
    String given = activity.get("amount");
    if (!given.isEmpty() && Text.fen(given) != plan.due()) {
      return Outcome.refused("WRONG_AMOUNT");
    }
    List<Draw> draws = draws(all, working, plan.due());
    if (sum(draws) < plan.due()) {
      if (reach.isCounting()) {
        reachedInsufficient(activity, all, working, plan.due());
      }
      return Outcome.refused("INSUFFICIENT");
    }
    draws.forEach(draw -> history.draw(null, draw));
    history.premiums(insured).add(plan.paidOn(day, planYear, reach));
    if (reach.isCounting()) {
      reachedPremium(activity, all, working, draws);
    }
    return Outcome.accepted(plan.due(), detail(draws));
  }

  /** What each binding in its order can give towards an amount. */
  private static List<Draw> draws(WorkingBindings all, List<Binding> working, long due) {
    List<Draw> draws = new ArrayList<>();
    long rest = due;
    for (Binding binding : all.ordered(working)) {
      long most = Math.min(all.shareable(binding.payer()), all.limitLeft(binding, List.of()));
      long amount = Math.min(rest, most);
      if (amount > 0) {
        draws.add(all.draw(binding, amount));
        rest -= amount;
      }
    }
    return draws;
  }

  private static long sum(List<Draw> draws) {
    return draws.stream().mapToLong(Draw::amount).sum();
  }

  private static String detail(List<Draw> draws) {
    List<String> parts = new ArrayList<>();
    for (Draw draw : draws) {
      parts.add(draw.binding().payer().id() + ":" + Text.yuan(draw.amount()));
    }
    return String.join(";", parts);
  }

  private static String mode(Activity activity) {
    return activity.isPaidByFamily() ? "family" : "personal";
  }

  private void reachedInsufficient(
      Activity activity, WorkingBindings all, List<Binding> working, long due) {
    reach.hit("premium " + mode(activity) + " insufficient");
    long shareable = working.stream().mapToLong(each -> all.shareable(each.payer())).sum();
    long money = working.stream().mapToLong(each -> history.balance(each.payer())).sum();
    if (shareable >= due) {
      reach.hit("premium insufficient by the authorised amount");
    } else if (money >= due) {
      reach.hit("premium insufficient by what is not shareable");
    }
  }

  private void reachedPremium(
      Activity activity, WorkingBindings all, List<Binding> working, List<Draw> draws) {
    boolean family = activity.isPaidByFamily();
    JsonNode today = policies.rules(activity.person(), activity.date()).version();
    boolean listed = false;
    for (JsonNode entry : today.path("premium")) {
      listed |= entry.path("planYear").asText().equals(activity.get("plan_year"));
    }
    reach.hit("premium of " + (listed ? "the version of its day" : "another version"));
    if (today.isMissingNode()) {
      reach.hit("premium on a day without a version");
    }
    reach.hit("premium " + mode(activity));
    if (activity.get("mode").isEmpty()) {
      reach.hit("premium " + mode(activity) + " by default");
    }
    reach.hit("premium " + (activity.get("amount").isEmpty() ? "without" : "with") + " an amount");
    if (draws.size() > 1) {
      reach.hit("premium of several payers");
    }
    if (family && working.size() > 1) {
      reach.hit("premium family by " + all.by());
    }
    if (family && !draws.get(0).binding().equals(all.ordered(working).get(0))) {
      reach.hit("premium family past one who cannot pay");
    }
    for (Draw draw : draws) {
      Binding binding = draw.binding();
      if (draw.prior() > 0 && draw.current() > 0) {
        reach.hit("premium from prior, then current");
      }
      if (!binding.limit().isEmpty()) {
        reach.hit("premium within an amount per " + (binding.limitPerClaim() ? "claim" : "year"));
      }
      if (all.limitLeft(binding, List.of()) == 0) {
        reach.hit("premium uses up the binding");
      }
      if (all.shareable(binding.payer()) == 0) {
        reach.hit("premium uses up the payer");
      }
      if (!all.sameRegion(binding.payer())) {
        reach.hit("premium across regions");
      }
    }
  }
}
