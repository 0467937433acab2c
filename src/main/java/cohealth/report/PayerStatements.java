package cohealth.report;

import cohealth.ledger.Posting;
import cohealth.money.BasisPoints;
import cohealth.money.Fen;
import cohealth.person.Binding;
import cohealth.person.Purse;
import cohealth.settlement.Reason;
import cohealth.settlement.Step;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the payers beside the pool did with a claim (rules: sections 3 and 6). */
final class PayerStatements {
  private final PolicyWords words;
  private final Phrases phrases;
  private final @Nullable RuleSources sources;
  private final Ids ids;
  private final IntFunction<String> person;

  PayerStatements(
      PolicyWords words,
      Phrases phrases,
      @Nullable RuleSources sources,
      Ids ids,
      IntFunction<String> person) {
    this.words = words;
    this.phrases = phrases;
    this.sources = sources;
    this.ids = ids;
    this.person = person;
  }

  /** The statement of a step of a payer; null for other steps. */
  @Nullable Statement of(Step step) {
    if (step instanceof Step.Supplemented supplemented) {
      return supplement(supplemented);
    }
    if (step instanceof Step.OwnSkipped) {
      return new Statement("own_skipped").says(get("own.skipped"));
    }
    if (step instanceof Step.OwnDrawn drawn) {
      return own(drawn);
    }
    if (step instanceof Step.FamilySkipped skipped) {
      return familySkipped(skipped);
    }
    if (step instanceof Step.BindingRefused refused) {
      return payer("family_refused", refused.binding())
          .word("reason", refused.reason().name())
          .says(
              get(
                  "family.refused",
                  person.apply(refused.binding().payer()),
                  reason(refused.reason()),
                  refused.reason().name()));
    }
    if (step instanceof Step.FamilyDrawn drawn) {
      return family(drawn);
    }
    if (step instanceof Step.FamilyNotNeeded notNeeded) {
      return payer("family_not_needed", notNeeded.binding())
          .says(get("family.notNeeded", person.apply(notNeeded.binding().payer())));
    }
    if (step instanceof Step.CashPaid cash) {
      return cash(cash);
    }
    return step instanceof Step.GivenBack back ? givenBack(back) : null;
  }

  private Statement supplement(Step.Supplemented step) {
    long paid = step.paymentFen();
    Step.Counter counter = step.counter();
    Statement statement =
        new Statement("supplement")
            .word("name", step.name())
            .amount("covered", step.coveredFen())
            .word("rate", BasisPoints.text(step.basisPoints()))
            .amount("payment", paid)
            .source(sources == null ? null : sources.supplement(step.name()));
    String rate = BasisPoints.percent(step.basisPoints());
    if (counter == null) {
      return statement.says(
          get("supplement", step.name(), Fen.text(step.coveredFen()), rate, Fen.text(paid)));
    }
    return PoolStatements.counter(statement, counter)
        .says(
            get(
                "supplement.limit",
                step.name(),
                Fen.text(step.coveredFen()),
                rate,
                Fen.text(counter.limitFen()),
                Fen.text(counter.beforeFen()),
                Fen.text(paid),
                Fen.text(counter.afterFen())));
  }

  private Statement own(Step.OwnDrawn step) {
    String key = step.paymentFen() == 0 ? step.beforeFen() == 0 ? "own.empty" : "own.none" : "own";
    return new Statement("own")
        .word("purse", word(step.purse()))
        .amount("before", step.beforeFen())
        .amount("wanted", step.wantedFen())
        .amount("payment", step.paymentFen())
        .amount("after", step.beforeFen() - step.paymentFen())
        .says(
            get(
                key,
                words.of(step.purse()),
                Fen.text(step.beforeFen()),
                Fen.text(step.wantedFen()),
                Fen.text(step.paymentFen()),
                Fen.text(step.beforeFen() - step.paymentFen())));
  }

  private Statement familySkipped(Step.FamilySkipped step) {
    String why = step.why().name().toLowerCase(Locale.ROOT);
    Statement statement =
        new Statement("family_skipped")
            .word("why", why)
            .says(get("family.skipped", get("family.skipped." + why)));
    for (Binding binding : step.bindings()) {
      statement.part(
          payer("family_not_asked", binding)
              .says(get("family.notAsked", person.apply(binding.payer()))));
    }
    return statement;
  }

  private Statement family(Step.FamilyDrawn step) {
    boolean limited = step.authorisedFen() != Long.MAX_VALUE;
    boolean enough = step.paymentFen() == step.wantedFen();
    boolean byLimit = step.paymentFen() == step.authorisedFen();
    boolean byMoney = step.paymentFen() == step.shareableFen();
    String why =
        enough ? "" : get(byLimit && byMoney ? "stop.both" : byLimit ? "stop.limit" : "stop.empty");
    Statement statement =
        payer("family", step.binding())
            .amount("wanted", step.wantedFen())
            .amount("shareable", step.shareableFen());
    if (limited) {
      statement.amount("authorised_left", step.authorisedFen());
    }
    return statement
        .amount("payment", step.paymentFen())
        .source(sources == null ? null : sources.family("order"))
        .says(
            limited
                ? get(
                    "family.limited",
                    person.apply(step.binding().payer()),
                    Fen.text(step.wantedFen()),
                    Fen.text(step.shareableFen()),
                    Fen.text(step.authorisedFen()),
                    Fen.text(step.paymentFen()),
                    why)
                : get(
                    "family",
                    person.apply(step.binding().payer()),
                    Fen.text(step.wantedFen()),
                    Fen.text(step.shareableFen()),
                    Fen.text(step.paymentFen()),
                    why));
  }

  private Statement cash(Step.CashPaid step) {
    long sum = 0;
    Statement statement = new Statement("cash");
    for (Step.Left part : step.parts()) {
      sum = Math.addExact(sum, part.fen());
      statement.amount(word(part.component()), part.fen());
    }
    String parts =
        step.parts().stream()
            .map(part -> Fen.text(part.fen()) + " " + words.of(part.component()))
            .collect(Collectors.joining(" + "));
    return statement
        .amount("payment", sum)
        .says(step.parts().isEmpty() ? get("cash.none") : get("cash", Fen.text(sum), parts));
  }

  private Statement givenBack(Step.GivenBack step) {
    Statement statement = new Statement("given_back").says(get("givenBack"));
    for (Posting posting : step.postings()) {
      String account = get("account." + word(posting.account()));
      Purse purse = posting.purse();
      String holder = posting.holder() < 0 ? posting.fund() : person.apply(posting.holder());
      Statement part =
          new Statement("given_back_to")
              .word("account", word(posting.account()))
              .word("holder", posting.holder() < 0 ? posting.fund() : ids.person(posting.holder()))
              .amount("amount", posting.amountFen());
      if (purse != null) {
        part.word("purse", word(purse)).amount("after", posting.balanceAfterFen());
      }
      statement.part(
          part.says(
              purse == null
                  ? get("givenBack.to", account, holder, Fen.text(posting.amountFen()))
                  : get(
                      "givenBack.purse",
                      account,
                      holder,
                      words.of(purse),
                      Fen.text(posting.amountFen()),
                      Fen.text(posting.balanceAfterFen()))));
    }
    return statement;
  }

  private Statement payer(String key, Binding binding) {
    return new Statement(key).word("payer_id", ids.person(binding.payer()));
  }

  /** A reason's meaning. */
  String reason(Reason reason) {
    return phrases.get("reason." + reason.name());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private String get(String key, Object... args) {
    return phrases.get("explain." + key, args);
  }
}
