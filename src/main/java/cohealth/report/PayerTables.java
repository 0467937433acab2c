package cohealth.report;

import cohealth.money.BasisPoints;
import cohealth.money.Fen;
import cohealth.person.Relation;
import cohealth.policy.PolicyDocument.CrossRegion;
import cohealth.policy.PolicyDocument.Family;
import cohealth.policy.PolicyDocument.FamilyStep;
import cohealth.policy.PolicyDocument.LimitRow;
import cohealth.policy.PolicyDocument.Offsite;
import cohealth.policy.PolicyDocument.OwnStep;
import cohealth.policy.PolicyDocument.PoolStep;
import cohealth.policy.PolicyDocument.RateRow;
import cohealth.policy.PolicyDocument.Selector;
import cohealth.policy.PolicyDocument.Step;
import cohealth.policy.PolicyDocument.SupplementStep;
import cohealth.policy.PolicyDocument.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who pays in which order, what families may do, and what care in another region gets. */
final class PayerTables {
  private static final int NO_LIMIT = Integer.MAX_VALUE;

  private final Version version;
  private final PolicyWords words;
  private final PolicyPage page;

  PayerTables(Version version, PolicyWords words, PolicyPage page) {
    this.version = version;
    this.words = words;
    this.page = page;
  }

  void tell() {
    page.part(words.get("chain"));
    List<List<String>> steps = new ArrayList<>();
    for (Step step : version.chain()) {
      steps.add(step(Integer.toString(steps.size() + 1), step));
    }
    page.table(columns("place.number", "payer", "pays", "source"), steps);
    page.part(words.get("family"));
    page.table(columns("rule", "value", "source"), family(version.family()));
    if (version.offsite().isEmpty()) {
      page.part(words.get("offsite.none"));
      return;
    }
    page.part(words.get("offsite"));
    List<List<String>> rules = new ArrayList<>();
    version.offsite().forEach(rule -> rules.add(offsite(rule)));
    page.table(columns("when", "then", "familyMoney", "source"), rules);
  }

  private List<String> step(String place, Step step) {
    if (step instanceof PoolStep pool) {
      return row(place, words.get("payer.pool"), words.get("pays.pool"), pool.source());
    }
    if (step instanceof OwnStep own) {
      String pays = words.get("pays.own", words.all(own.purses()), words.cover(own.cover()));
      return row(place, words.get("payer.own"), pays, own.source());
    }
    if (step instanceof SupplementStep supplement) {
      String payer = words.get("payer.supplement", supplement.name());
      return row(place, payer, pays(supplement), supplement.source());
    }
    if (step instanceof FamilyStep family) {
      return row(place, words.get("payer.family"), words.cover(family.cover()), family.source());
    }
    return row(place, words.get("payer.cash"), words.get("pays.cash"), null);
  }

  private String pays(SupplementStep supplement) {
    List<String> parts = new ArrayList<>(List.of(words.cover(supplement.cover())));
    for (RateRow rate : supplement.rates()) {
      String percent = BasisPoints.percent(rate.tiers().get(0).basisPoints());
      parts.add(forGroups(rate.selector(), percent, rate.source()));
    }
    for (LimitRow limit : supplement.limits()) {
      String most = words.get("limit", Fen.text(limit.limitFen()), words.of(supplement.period()));
      parts.add(forGroups(limit.selector(), most, limit.source()));
    }
    return words.conditions(parts);
  }

  private String forGroups(Selector rows, String value, @Nullable String source) {
    String groups = rows.groups().isEmpty() ? words.get("all") : words.join(rows.groups());
    return words.sourced(words.get("forGroups", groups, value), source);
  }

  private List<List<String>> family(Family rules) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(rule(rules, "relations", none(rules.relations().stream().map(words::of).toList())));
    rows.add(rule(rules, "members", members(rules)));
    rows.add(rule(rules, "confirmation", words.get("value.confirmation", rules.confirmAge())));
    String purses = words.get(rules.sharesCurrent() ? "value.priorCurrent" : "value.prior");
    rows.add(
        rule(
            rules,
            "shareable",
            rules.reserveFen() == 0
                ? purses
                : words.get("value.reserve", purses, Fen.text(rules.reserveFen()))));
    rows.add(rule(rules, "crossRegion", crossRegion(rules.crossRegion())));
    rows.add(rule(rules, "payers", most(rules.maxPayers())));
    rows.add(
        rule(rules, "ownEmptyFirst", none(rules.ownEmptyFirst().stream().map(words::of).toList())));
    rows.add(rule(rules, "order", words.get("order." + rules.order().name())));
    return rows;
  }

  private String members(Family rules) {
    List<String> parts = new ArrayList<>();
    if (rules.maxMembers() != NO_LIMIT || rules.maxPerRelation().isEmpty()) {
      parts.add(most(rules.maxMembers()));
    }
    for (Map.Entry<Relation, Integer> relation : rules.maxPerRelation().entrySet()) {
      parts.add(words.get("value.perRelation", words.of(relation.getKey()), relation.getValue()));
    }
    return words.join(parts);
  }

  private String crossRegion(CrossRegion rule) {
    List<String> parts = new ArrayList<>();
    if (rule.always()) {
      parts.add(words.get("cross.any"));
    }
    if (rule.sameProvince()) {
      parts.add(words.get("cross.sameProvince"));
    }
    if (rule.wallet()) {
      parts.add(words.get("cross.wallet"));
    }
    return parts.isEmpty() ? words.get("cross.never") : words.join(parts);
  }

  private List<String> offsite(Offsite rule) {
    List<String> when = new ArrayList<>();
    if (rule.sameProvince() != null) {
      when.add(words.get(rule.sameProvince() ? "when.sameProvince" : "when.otherProvince"));
    }
    if (!rule.types().isEmpty()) {
      List<String> types = rule.types().stream().map(type -> words.type(version, type)).toList();
      when.add(words.get("when.type", words.join(types)));
    }
    if (!rule.benefits().isEmpty()) {
      when.add(words.get("when.benefit", words.join(rule.benefits())));
    }
    return List.of(
        words.conditions(when),
        effect(rule),
        words.yes(rule.familyMoney()),
        PolicyWords.source(rule.source()));
  }

  private String effect(Offsite rule) {
    return switch (rule.effect()) {
      case DENY -> words.get("then.deny");
      case HOME -> words.get("then.home");
      case REDUCE -> {
        List<String> parts = new ArrayList<>();
        if (rule.points() != 0) {
          parts.add(words.get("then.points", BasisPoints.percent(rule.points())));
        }
        if (rule.factor() != BasisPoints.ONE) {
          parts.add(words.get("then.factor", BasisPoints.percent(rule.factor())));
        }
        yield words.join(parts);
      }
    };
  }

  private List<String> rule(Family rules, String key, String value) {
    return List.of(words.get("rule." + key), value, PolicyWords.source(rules.sources().get(key)));
  }

  private String most(int max) {
    return max == NO_LIMIT ? words.get("noLimit") : words.get("atMost", max);
  }

  private String none(List<String> parts) {
    return parts.isEmpty() ? words.get("none") : words.join(parts);
  }

  private static List<String> row(
      String place, String payer, String pays, @Nullable String source) {
    return List.of(place, payer, pays, PolicyWords.source(source));
  }

  private List<String> columns(String... keys) {
    return List.of(keys).stream().map(key -> words.get("column." + key)).toList();
  }
}
