package cohealth.naive;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalTime;
import java.util.List;

/** Transfers to the wallets of relatives. */
final class Transfers {
  private final Policies policies;
  private final Bindings bindings;
  private final History history;
  private final Reach reach;

  Transfers(Policies policies, Bindings bindings, History history, Reach reach) {
    this.policies = policies;
    this.bindings = bindings;
    this.history = history;
    this.reach = reach;
  }

  /** Moves money to a wallet, or tells why not. */
  Outcome send(Activity activity) {
    Person payer = activity.namedPayer();
    Person receiver = activity.person();
    WorkingBindings all =
        new WorkingBindings(receiver, activity.date(), policies, bindings, history, reach);
    List<Binding> named = all.of(payer);
    if (named.isEmpty()) {
      return Outcome.refused("NO_BINDING");
    }
    if (named.stream().noneMatch(each -> all.refusalButForRegion(each).isEmpty())) {
      return Outcome.refused(all.refusalButForRegion(named.get(0)));
    }
    if (!payer.wallet() || !receiver.wallet()) {
      boolean one = payer.wallet() || receiver.wallet();
      reach.hit("transfer with " + (one ? "one wallet" : "no wallet"));
      return Outcome.refused("WALLET_NOT_OPEN");
    }
    JsonNode version = policies.rules(payer, activity.date()).version();
    JsonNode limits = version.path("wallet").path("transfer");
    long amount = Text.fen(activity.get("amount"));
    String refusal = beyond(limits, amount, activity);
    if (!refusal.isEmpty()) {
      return Outcome.refused(refusal);
    }
    if (amount > all.shareable(payer)) {
      reach.hit(
          amount <= history.balance(payer)
              ? "transfer of what is not shareable"
              : "transfer of what is not there");
      return Outcome.refused("INSUFFICIENT");
    }
    if (reach.isCounting()) {
      reachedTransfer(activity, all, named, limits, amount);
    }
    long prior = Math.min(amount, history.balance(payer, Purse.PRIOR));
    if (prior > 0 && prior < amount) {
      reach.hit("transfer from prior, then current");
    }
    history.move(null, payer, Purse.PRIOR, -prior);
    history.move(null, payer, Purse.CURRENT, prior - amount);
    history.move(null, receiver, Purse.WALLET, amount);
    history.transfers(payer).add(activity.date());
    return Outcome.accepted(amount, payer.id() + ":" + Text.yuan(amount));
  }

  /** The limit of transfers that one passes; blank when none. */
  private String beyond(JsonNode limits, long amount, Activity activity) {
    if (limits.has("maxAmount") && amount > Text.fen(limits.path("maxAmount").asText())) {
      return "AMOUNT_LIMIT";
    }
    if (limits.has("maxPerDay") && transfersThatDay(activity) >= limits.path("maxPerDay").asInt()) {
      return "COUNT_LIMIT";
    }
    if (activity.timeIsWritten() && limits.has("forbidden")) {
      LocalTime from = LocalTime.parse(limits.path("forbidden").path("from").asText());
      LocalTime to = LocalTime.parse(limits.path("forbidden").path("to").asText());
      LocalTime at = activity.time().toLocalTime();
      boolean begun = !at.isBefore(from);
      boolean ended = !at.isBefore(to);
      boolean pastMidnight = to.isBefore(from);
      if (pastMidnight ? begun || !ended : begun && !ended) {
        reach.hit("transfer in hours " + (pastMidnight ? "past midnight" : "of one day"));
        if (at.equals(from)) {
          reach.hit("transfer in the first forbidden minute");
        }
        return "FORBIDDEN_HOUR";
      }
      if (at.equals(to)) {
        reach.hit("transfer in the first minute after");
      }
    }
    return "";
  }

  private long transfersThatDay(Activity activity) {
    return history.transfers(activity.namedPayer()).stream()
        .filter(activity.date()::equals)
        .count();
  }

  private void reachedTransfer(
      Activity activity, WorkingBindings all, List<Binding> named, JsonNode limits, long amount) {
    Person payer = activity.namedPayer();
    boolean across = !all.sameRegion(payer);
    reach.hit(across ? "transfer across regions" : "transfer in one region");
    if (named.stream().noneMatch(each -> all.refusal(each).isEmpty())) {
      reach.hit("transfer where no claim could draw");
    }
    if (!all.sharesCurrent(payer)) {
      reach.hit("transfer from prior alone");
    }
    if (limits.isMissingNode()) {
      reach.hit("transfer without limits");
    }
    if (amount == Text.fen(limits.path("maxAmount").asText("0"))) {
      reach.hit("transfer of the most");
    }
    if (transfersThatDay(activity) + 1 == limits.path("maxPerDay").asInt()) {
      reach.hit("transfer as the last of the day");
    }
    if (!activity.timeIsWritten()
        && limits.path("forbidden").path("from").asText().equals("22:00")) {
      reach.hit("transfer without a time of day");
    }
    if (amount == all.shareable(payer)) {
      reach.hit("transfer of all that is shareable");
    }
    for (Binding binding : named) {
      if (!binding.limit().isEmpty() && amount > all.limitLeft(binding, List.of())) {
        reach.hit("transfer above the authorised amount");
      }
    }
  }
}
