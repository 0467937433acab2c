package cohealth.report;

import cohealth.money.BasisPoints;
import cohealth.money.Fen;
import cohealth.settlement.Step;
import cohealth.time.PeriodKind;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the pool did with a claim, step by step, with the numbers put in (rules: section 5). */
final class PoolStatements {
  private final PolicyWords words;
  private final Phrases phrases;
  private final @Nullable RuleSources sources;
  private final SlotNames slots;

  /** Tells what an accumulator counts over. */
  interface SlotNames {
    /** The period of the accumulator with the number. */
    PeriodKind period(int slot);
  }

  PoolStatements(
      PolicyWords words, Phrases phrases, @Nullable RuleSources sources, SlotNames slots) {
    this.words = words;
    this.phrases = phrases;
    this.sources = sources;
    this.slots = slots;
  }

  /** The statement of a step of the pool; null for other steps. */
  @Nullable Statement of(Step step, String whyClosed) {
    if (step instanceof Step.Denied denied) {
      return new Statement("pool_closed")
          .amount("reached", denied.reachedFen())
          .says(get("denied", Fen.text(denied.reachedFen()), whyClosed));
    }
    if (step instanceof Step.NoDeductible none) {
      return new Statement("deductible")
          .amount("reached", none.reachedFen())
          .amount("taken", 0)
          .says(get("deductible.none", Fen.text(none.reachedFen())));
    }
    if (step instanceof Step.Deducted deducted) {
      return deducted(deducted);
    }
    if (step instanceof Step.ExpenseCapped capped) {
      return expense(capped);
    }
    if (step instanceof Step.Rated rated) {
      return rated(rated);
    }
    if (step instanceof Step.PaymentCapped capped) {
      return payment(capped);
    }
    if (step instanceof Step.PoolPaid paid) {
      return new Statement("pool_paid")
          .amount("pool", paid.paymentFen())
          .amount("copay", paid.copayFen())
          .amount("over_cap", paid.overCapFen())
          .says(
              get(
                  "pool.paid",
                  Fen.text(paid.paymentFen()),
                  Fen.text(paid.copayFen()),
                  Fen.text(paid.overCapFen())));
    }
    return null;
  }

  private Statement deducted(Step.Deducted step) {
    Step.Counter counter = step.counter();
    String sentence =
        get(
            step.laterVisit() ? "deductible.later" : "deductible",
            words.of(slots.period(counter.slot())),
            Fen.text(counter.limitFen()),
            Fen.text(counter.beforeFen()),
            Fen.text(step.reachedFen()),
            Fen.text(counter.roomFen()),
            Fen.text(step.deductibleFen()),
            Fen.text(counter.afterFen()));
    Statement statement =
        counter(new Statement("deductible"), counter)
            .amount("reached", step.reachedFen())
            .amount("taken", step.deductibleFen())
            .says(sentence)
            .source(sources == null ? null : sources.deductible());
    Step.Counter ceiling = step.ceiling();
    return ceiling == null
        ? statement
        : statement.part(
            counter(new Statement("deductible_ceiling"), ceiling)
                .says(
                    get(
                        "ceiling",
                        Fen.text(ceiling.limitFen()),
                        Fen.text(ceiling.beforeFen()),
                        Fen.text(ceiling.roomFen()),
                        Fen.text(ceiling.afterFen())))
                .source(sources == null ? null : sources.ceiling()));
  }

  private Statement expense(Step.ExpenseCapped step) {
    Step.Counter counter = step.counter();
    RuleSources.NamedCap cap = cap(false, step.number());
    String key = step.countedDeductibleFen() > 0 ? "expense.deductible" : "expense";
    return counter(new Statement("expense_cap"), counter)
        .word("cap", name(cap))
        .amount("entering", step.enteringFen())
        .amount("passed", step.passedFen())
        .says(
            get(
                key,
                name(cap),
                words.of(slots.period(counter.slot())),
                Fen.text(counter.limitFen()),
                Fen.text(counter.beforeFen()),
                Fen.text(step.enteringFen()),
                Fen.text(step.passedFen()),
                Fen.text(counter.afterFen()),
                Fen.text(step.countedDeductibleFen())))
        .source(cap == null ? null : cap.source());
  }

  private Statement rated(Step.Rated step) {
    Statement statement =
        new Statement("rate")
            .amount("entering", step.enteringFen())
            .word(
                "rates",
                step.basisPoints().stream().map(BasisPoints::text).collect(Collectors.joining(";")))
            .amount("payment", step.paymentFen())
            .source(sources == null ? null : sources.rate());
    if (step.measure() == null) {
      return statement.says(get("rate", formula(step), Fen.text(step.paymentFen())));
    }
    statement.source(sources == null ? null : sources.tiers());
    statement.amount("position", step.positionFen());
    String position = Fen.text(step.positionFen());
    String payment = Fen.text(step.paymentFen());
    if (!step.parts().isEmpty()) {
      return statement.says(get("rate.tiers", position, terms(step.parts()), payment));
    }
    String rates = step.basisPoints().stream().map(this::percent).collect(Collectors.joining(", "));
    return statement.says(get("rate.paid", Fen.text(step.enteringFen()), position, rates, payment));
  }

  /** {@code (600.00 − 120.00) × 60%}; with what lies beyond an expense cap taken off, too. */
  private String formula(Step.Rated step) {
    int rate = step.basisPoints().get(0);
    long overCap = step.reachedFen() - step.deductibleFen() - step.enteringFen();
    StringBuilder amount = new StringBuilder(Fen.text(step.reachedFen()));
    if (step.deductibleFen() != 0) {
      amount.append(" − ").append(Fen.text(step.deductibleFen()));
    }
    if (overCap != 0) {
      amount.append(" − ").append(Fen.text(overCap));
    }
    boolean plain = step.deductibleFen() == 0 && overCap == 0;
    return (plain ? amount : "(" + amount + ")") + " × " + percent(rate);
  }

  private String terms(List<Step.Part> parts) {
    return parts.stream()
        .map(part -> Fen.text(part.fen()) + " × " + percent(part.basisPoints()))
        .collect(Collectors.joining(" + "));
  }

  private Statement payment(Step.PaymentCapped step) {
    Step.Counter counter = step.counter();
    RuleSources.NamedCap cap = cap(true, step.number());
    String key = step.beforeFen() > counter.roomFen() ? "cap.cuts" : "cap.holds";
    return counter(new Statement("payment_cap"), counter)
        .word("cap", name(cap))
        .amount("wanted", step.beforeFen())
        .amount("payment", step.paymentFen())
        .says(
            get(
                key,
                name(cap),
                words.of(slots.period(counter.slot())),
                Fen.text(counter.limitFen()),
                Fen.text(counter.beforeFen()),
                Fen.text(counter.roomFen()),
                Fen.text(step.beforeFen()),
                Fen.text(counter.afterFen())))
        .source(cap == null ? null : cap.source());
  }

  private RuleSources.@Nullable NamedCap cap(boolean onPayment, int number) {
    List<RuleSources.NamedCap> caps = sources == null ? List.of() : sources.caps(onPayment);
    return number < caps.size() ? caps.get(number) : null;
  }

  private static String name(RuleSources.@Nullable NamedCap cap) {
    return cap == null ? "" : cap.cap().name();
  }

  /** The values of a counter. */
  static Statement counter(Statement statement, Step.Counter counter) {
    return statement
        .amount("limit", counter.limitFen())
        .amount("used_before", counter.beforeFen())
        .amount("used_after", counter.afterFen());
  }

  private String percent(int basisPoints) {
    return BasisPoints.percent(basisPoints);
  }

  private String get(String key, Object... args) {
    return phrases.get("explain." + key, args);
  }
}
