package cohealth.report;

import cohealth.event.Claim;
import cohealth.event.StandardLevel;
import cohealth.event.StandardType;
import cohealth.event.Vocabulary;
import cohealth.money.BasisPoints;
import cohealth.money.Fen;
import cohealth.policy.OffsiteRule;
import cohealth.policy.PolicyBook;
import cohealth.policy.PolicyDocument;
import cohealth.policy.PolicyDocument.Benefit;
import cohealth.policy.PolicyVersion;
import cohealth.policy.RowMatch;
import cohealth.settlement.Entitlement;
import cohealth.settlement.Explanation;
import cohealth.settlement.Payments;
import cohealth.settlement.Reason;
import cohealth.settlement.Settlement;
import cohealth.settlement.Status;
import cohealth.settlement.Step;
import cohealth.time.Day;
import cohealth.time.Moment;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * How one row came to be settled as it was: the rules with their reasons, every step with its
 * numbers, every payer that was skipped, and why there was not more.
 *
 * @param person how a person is shown
 */
public record ExplanationTree(
    PolicyWords words,
    Phrases phrases,
    Ids ids,
    IntFunction<String> person,
    PolicyBook book,
    Vocabulary vocabulary) {
  private static final int MINUTES = 16;

  /** The whole explanation. */
  public Explained of(Explanation explanation) {
    Settlement row = explanation.settlement();
    Statement tree = head(explanation);
    Entitlement entitlement = explanation.entitlement();
    if (entitlement != null) {
      tree.part(bill(row)).part(rules(explanation, entitlement));
    }
    RuleSources sources = sources(explanation.claim(), entitlement);
    PoolStatements pool =
        new PoolStatements(words, phrases, sources, slot -> book.slots().get(slot).period());
    PayerStatements payers = new PayerStatements(words, phrases, sources, ids, person);
    Statement steps = new Statement("steps").says(get("steps"));
    for (Step step : explanation.steps()) {
      Statement told = pool.of(step, closedBy(row));
      steps.part(told == null ? payers.of(step) : told);
    }
    return tree.part(steps)
        .part(sum(row))
        .part(new Statement("why_not_more").says(new WhyNotMore(phrases).sentence(explanation)))
        .done();
  }

  private Statement head(Explanation explanation) {
    Claim claim = explanation.claim();
    Settlement row = explanation.settlement();
    String time = Moment.text(row.moment());
    String status = row.status().name().toLowerCase(Locale.ROOT);
    Statement head =
        new Statement("claim")
            .word("claim_id", ids.claim(row.ordinal()))
            .word("person_id", ids.person(row.person()))
            .word("service_time", time)
            .word("status", status)
            .word("reasons", row.reasons().text())
            .amount("total", row.totalFen());
    String when = time.substring(0, MINUTES).replace('T', ' ');
    String outcome =
        row.status() == Status.SETTLED ? get("settled") : phrases.get("status." + status);
    if (claim.isReversal()) {
      return head.says(
          get(
              "head.reversal",
              ids.claim(row.ordinal()),
              person.apply(row.person()),
              when,
              Fen.text(row.totalFen()),
              outcome));
    }
    return head.says(
        get(
            "head",
            ids.claim(row.ordinal()),
            person.apply(row.person()),
            when,
            type(claim),
            level(claim),
            Fen.text(row.totalFen()),
            outcome));
  }

  private String type(Claim claim) {
    return claim.type() == Vocabulary.NONE
        ? ""
        : standard("type.", vocabulary.types(), claim.type());
  }

  private String level(Claim claim) {
    return claim.level() == Vocabulary.NONE
        ? ""
        : standard("level.", vocabulary.levels(), claim.level());
  }

  /** A standard word in the language; a policy's own word as it stands. */
  private String standard(String prefix, Vocabulary.Words known, int number) {
    String word = known.word(number);
    int standard =
        prefix.startsWith("type") ? StandardType.values().length : StandardLevel.values().length;
    return number < standard ? words.get(prefix + word) : word;
  }

  private Statement bill(Settlement row) {
    return new Statement("bill")
        .amount("total", row.totalFen())
        .amount("eligible", row.eligibleFen())
        .amount("first_self_pay", row.firstSelfPayFen())
        .amount("over_limit", row.overLimitFen())
        .amount("self_funded", row.selfFundedFen())
        .says(
            get(
                "bill",
                Fen.text(row.totalFen()),
                Fen.text(row.eligibleFen()),
                Fen.text(row.firstSelfPayFen()),
                Fen.text(row.overLimitFen()),
                Fen.text(row.selfFundedFen())));
  }

  private Statement rules(Explanation explanation, Entitlement entitlement) {
    Statement rules = new Statement("rules").says(get("rules"));
    for (Reason reason : Reason.values()) {
      if (entitlement.reasons().has(reason)) {
        rules.part(
            new Statement("reason")
                .word("reason", reason.name())
                .says(get("because", phrases.get("reason." + reason.name()), reason.name())));
      }
    }
    PolicyVersion version = entitlement.version();
    if (version == null) {
      return rules;
    }
    PolicyDocument document = version.policy().document();
    rules.part(
        new Statement("policy")
            .word("policy", document.id())
            .word("version", Day.text(version.written().from()))
            .says(
                get(
                    "policy",
                    words.of(document.title()),
                    document.id(),
                    words.days(version.written().from(), version.written().to()))));
    RuleSources sources = sources(explanation.claim(), entitlement);
    if (entitlement.ends() || sources == null) {
      return rules;
    }
    return rules
        .part(group(version, entitlement, sources))
        .part(band(version, entitlement, sources, explanation.claim()))
        .part(benefit(version, entitlement))
        .part(offsite(entitlement, sources));
  }

  private Statement group(PolicyVersion version, Entitlement entitlement, RuleSources sources) {
    if (entitlement.group() == Vocabulary.NONE) {
      return new Statement("group").says(get("group.none"));
    }
    PolicyDocument.Group group = version.written().groups().get(entitlement.group());
    return new Statement("group")
        .word("group", group.name())
        .says(
            get(
                "group",
                group.name(),
                words.of(group.title()),
                new ConditionText(words).of(group.when())))
        .source(sources.named(group.source()));
  }

  private Statement band(
      PolicyVersion version, Entitlement entitlement, RuleSources sources, Claim claim) {
    if (entitlement.band() == Vocabulary.NONE) {
      return new Statement("band").says(get("band.none", level(claim)));
    }
    String name = version.bandName(entitlement.band());
    PolicyDocument.Band band = version.written().bands().get(name);
    return new Statement("band")
        .word("band", name)
        .says(get("band", name, band == null ? "" : words.levels(band), level(claim)))
        .source(band == null ? null : sources.named(band.source()));
  }

  private Statement benefit(PolicyVersion version, Entitlement entitlement) {
    if (entitlement.benefit() == Vocabulary.NONE) {
      return new Statement("benefit").says(get("benefit.none"));
    }
    Benefit benefit = version.benefit(entitlement.benefit()).written();
    String title = benefit.title() == null ? "" : words.of(benefit.title());
    String when =
        new ConditionText(words).of(version.written(), benefit.when(), benefit.needsApproval());
    return new Statement("benefit")
        .word("benefit", benefit.name())
        .says(get(title.isEmpty() ? "benefit" : "benefit.title", benefit.name(), when, title));
  }

  private @Nullable Statement offsite(Entitlement entitlement, RuleSources sources) {
    OffsiteRule rule = entitlement.offsite();
    if (rule == null) {
      return null;
    }
    PolicyDocument.Offsite written = rule.written();
    String effect = written.effect().name().toLowerCase(Locale.ROOT);
    return new Statement("offsite")
        .word("effect", effect)
        .says(
            get(
                "offsite." + effect,
                BasisPoints.percent(written.points()),
                BasisPoints.percent(written.factor())))
        .source(sources.named(written.source()));
  }

  private Statement sum(Settlement row) {
    Payments paid = row.payments();
    return new Statement("sum")
        .amount("total", row.totalFen())
        .amount("pool", paid.poolFen())
        .amount("supplement", paid.supplementFen())
        .amount("own", paid.ownFen())
        .amount("family", paid.familyFen())
        .amount("cash", paid.cashFen())
        .says(
            get(
                paid.supplementFen() == 0 ? "sum" : "sum.supplement",
                Fen.text(row.totalFen()),
                Fen.text(paid.poolFen()),
                Fen.text(paid.ownFen()),
                Fen.text(paid.familyFen()),
                Fen.text(paid.cashFen()),
                Fen.text(paid.supplementFen())));
  }

  private String closedBy(Settlement row) {
    List<String> meanings =
        List.of(Reason.values()).subList(0, Reason.ACCOUNT_NOT_USED.ordinal()).stream()
            .filter(row.reasons()::has)
            .map(reason -> phrases.get("reason." + reason.name()))
            .toList();
    return String.join(phrases.get("policy.semicolon"), meanings);
  }

  private @Nullable RuleSources sources(Claim claim, @Nullable Entitlement entitlement) {
    PolicyVersion version = entitlement == null ? null : entitlement.version();
    if (entitlement == null || version == null) {
      return null;
    }
    String group = version.groupName(entitlement.group());
    String band = version.bandName(entitlement.band());
    int disease = claim.disease();
    return new RuleSources(
        version,
        entitlement.benefit() == Vocabulary.NONE
            ? null
            : version.benefit(entitlement.benefit()).written(),
        new RowMatch(
            group.isEmpty() ? null : group,
            band.isEmpty() ? null : band,
            disease == Vocabulary.NONE ? null : vocabulary.diseases().word(disease)));
  }

  private String get(String key, Object... args) {
    return phrases.get("explain." + key, args);
  }
}
