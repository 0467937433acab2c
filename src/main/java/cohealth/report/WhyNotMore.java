package cohealth.report;

import cohealth.event.Cover;
import cohealth.money.Fen;
import cohealth.settlement.Explanation;
import cohealth.settlement.Reason;
import cohealth.settlement.Reasons;
import cohealth.settlement.Status;
import cohealth.settlement.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One sentence of answer to "why not more?": what of the bill was left to cash, and why. */
final class WhyNotMore {
  private static final List<Reason> OF_FAMILY =
      List.of(
          Reason.CREDENTIAL_ONLY,
          Reason.NOT_IN_FORCE,
          Reason.PAYER_NOT_COVERED,
          Reason.RELATION_NOT_ALLOWED,
          Reason.BENEFICIARY_NOT_COVERED,
          Reason.NOT_CONFIRMED,
          Reason.TOO_MANY_MEMBERS,
          Reason.TOO_MANY_PAYERS,
          Reason.CROSS_REGION,
          Reason.LIMIT_REACHED,
          Reason.EMPTY);

  private final Phrases phrases;

  WhyNotMore(Phrases phrases) {
    this.phrases = phrases;
  }

  String sentence(Explanation explanation) {
    Status status = explanation.settlement().status();
    Reasons reasons = explanation.settlement().reasons();
    if (status == Status.REVERSED_OUT) {
      return get("why", get("why.reversal"));
    }
    if (status == Status.REJECTED || reasons.has(Reason.NOT_DESIGNATED)) {
      return get("why", get("why.ended", meanings(List.of(Reason.values()), reasons)));
    }
    long inScope = 0;
    long outside = 0;
    Step.@Nullable Skipped skipped = null;
    for (Step step : explanation.steps()) {
      if (step instanceof Step.CashPaid cash) {
        for (Step.Left left : cash.parts()) {
          boolean covered = Cover.IN_SCOPE.has(left.component());
          inScope += covered ? left.fen() : 0;
          outside += covered ? 0 : left.fen();
        }
      } else if (step instanceof Step.FamilySkipped family) {
        skipped = family.why();
      }
    }
    List<String> parts = new ArrayList<>();
    String pool = pool(explanation, reasons);
    if (!pool.isEmpty()) {
      parts.add(pool);
    }
    if (inScope > 0) {
      parts.add(get("why.cash", Fen.text(inScope), family(reasons, skipped)));
    }
    if (outside > 0) {
      parts.add(get("why.outside", Fen.text(outside)));
    }
    if (inScope + outside == 0) {
      parts.add(get("why.nothing"));
    }
    return get("why", String.join(get("why.and"), parts));
  }

  private String pool(Explanation explanation, Reasons reasons) {
    for (Step step : explanation.steps()) {
      if (step instanceof Step.Denied denied && denied.reachedFen() > 0) {
        return get("why.closed", meanings(closing(), reasons));
      }
    }
    if (reasons.has(Reason.CAP_REACHED)) {
      return get("why.cap", Fen.text(explanation.settlement().split().overCapFen()));
    }
    return reasons.has(Reason.DEDUCTIBLE_NOT_MET) ? get("why.deductible") : "";
  }

  private static List<Reason> closing() {
    return List.of(Reason.values()).subList(0, Reason.ACCOUNT_NOT_USED.ordinal());
  }

  private String family(Reasons reasons, Step.@Nullable Skipped skipped) {
    String found = meanings(OF_FAMILY, reasons);
    if (!found.isEmpty()) {
      return found;
    }
    return skipped == null
        ? get("why.covers")
        : get("family.skipped." + skipped.name().toLowerCase(Locale.ROOT));
  }

  private String meanings(List<Reason> wanted, Reasons reasons) {
    List<String> meanings = new ArrayList<>();
    for (Reason reason : wanted) {
      if (reasons.has(reason)) {
        meanings.add(phrases.get("reason." + reason.name()));
      }
    }
    return String.join(phrases.get("policy.semicolon"), meanings);
  }

  private String get(String key, Object... args) {
    return phrases.get("explain." + key, args);
  }
}
