package cohealth.naive;

import cohealth.naive.Policies.Rules;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.OptionalLong;

/** Section 7: does activities, one after the other in the order of time. */
final class Activities {
  static final String HEADER =
      "activity_id,person_id,time,kind,status,amount,payer_detail,own_balance,reason";

  private final Policies policies;
  private final History history;
  private final Reach reach;
  private final Premiums premiums;
  private final Transfers transfers;

  Activities(Policies policies, Bindings bindings, History history, Reach reach) {
    this.policies = policies;
    this.history = history;
    this.reach = reach;
    premiums = new Premiums(policies, bindings, history, reach);
    transfers = new Transfers(policies, bindings, history, reach);
  }

  /** Does what an activity says, or refuses it, and gives its row. */
  String row(Activity activity) {
    String kind = activity.get("kind");
    Outcome outcome =
        switch (kind) {
          case "credit" -> credit(activity);
          case "premium" -> premiums.pay(activity);
          case "transfer" -> transfers.send(activity);
          case "change" -> change(activity);
          default -> throw new IllegalArgumentException(kind);
        };
    boolean accepted = outcome.reason().isEmpty();
    reach.hit(kind + (accepted ? " accepted" : " refused " + outcome.reason()));
    return String.join(
        ",",
        activity.get("activity_id"),
        activity.person().id(),
        Text.time(activity.time()),
        kind,
        accepted ? "accepted" : "refused",
        Text.yuan(outcome.amount()),
        outcome.detail(),
        Text.yuan(history.balance(activity.person())),
        outcome.reason());
  }

  // --- credit

  private Outcome credit(Activity activity) {
    String word = activity.get("purse");
    Purse purse = word.isEmpty() ? Purse.CURRENT : Purse.of(word);
    long amount = Text.fen(activity.get("amount"));
    if (activity.get("amount").isEmpty()) {
      OptionalLong accrued = accrual(activity.person(), activity.date());
      if (accrued.isEmpty()) {
        return Outcome.refused("NO_RULE");
      }
      amount = accrued.getAsLong();
    }
    reach.hit("credit to " + (word.isEmpty() ? "the purse by default" : word));
    history.move(null, activity.person(), purse, amount);
    return Outcome.accepted(amount, "");
  }

  /** The monthly credit by the rules of a day; none when there is no rule or no base for it. */
  private OptionalLong accrual(Person person, LocalDate day) {
    Rules rules = policies.rules(person, day);
    if (!rules.exist()) {
      reach.hit("accrual without a policy");
      return OptionalLong.empty();
    }
    JsonNode version = rules.version();
    String group = Place.group(version, person, day, reach);
    for (JsonNode row : version.path("accrual")) {
      if (Policies.allows(row.path("group"), group)
          && Policies.allows(row.path("category"), person.category())) {
        reach.hit("accrual by " + (row.has("group") ? "group" : "no group"));
        reach.hit("accrual by " + (row.has("category") ? "category" : "no category"));
        return accrual(row, version, person);
      }
    }
    reach.hit(version.has("accrual") ? "accrual without a row" : "accrual without a rule");
    return OptionalLong.empty();
  }

  private OptionalLong accrual(JsonNode row, JsonNode version, Person person) {
    if (row.has("amount")) {
      reach.hit("accrual of an amount");
      return OptionalLong.of(Text.fen(row.path("amount").asText()));
    }
    if (person.contributionBase().isEmpty()) {
      reach.hit("accrual without a base");
      return OptionalLong.empty();
    }
    reach.hit("accrual of a rate");
    Fraction base = Fraction.of(Text.fen(person.contributionBase()));
    Fraction exact = Fraction.percent(row.path("rate").asText()).times(base);
    reach.hit(exact.isWhole() ? "accrual exact" : "accrual rounded");
    return OptionalLong.of(exact.round(Pool.mode(version, exact, reach)));
  }

  // --- change

  private Outcome change(Activity activity) {
    Person person = activity.person();
    String field = activity.get("field");
    LocalDate day = activity.date();
    Rules before = policies.rules(person, day);
    person.change(field, activity.get("value"));
    reach.hit("change of " + field);
    if (activity.get("value").isEmpty()) {
      reach.hit("change to nothing");
    }
    Rules after = policies.rules(person, day);
    if (!before.document().path("id").equals(after.document().path("id"))) {
      reach.hit("change of the document");
    }
    if (before.accountYear(day) != after.accountYear(day)) {
      reach.hit("change of the account year");
    }
    return Outcome.accepted(0, "");
  }
}
