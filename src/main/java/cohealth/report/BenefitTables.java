package cohealth.report;

import cohealth.money.BasisPoints;
import cohealth.money.Fen;
import cohealth.policy.PolicyDocument.AmountRow;
import cohealth.policy.PolicyDocument.Benefit;
import cohealth.policy.PolicyDocument.Cap;
import cohealth.policy.PolicyDocument.Deductible;
import cohealth.policy.PolicyDocument.Group;
import cohealth.policy.PolicyDocument.LimitRow;
import cohealth.policy.PolicyDocument.RateRow;
import cohealth.policy.PolicyDocument.Selector;
import cohealth.policy.PolicyDocument.Tier;
import cohealth.policy.PolicyDocument.TierBasis;
import cohealth.policy.PolicyDocument.Unknown;
import cohealth.policy.PolicyDocument.Version;
import cohealth.policy.RowMatch;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The benefits of a version: deductibles, rates and limits by group, band and disease. */
final class BenefitTables {
  private static final List<String> DIMENSIONS = List.of("group", "band", "disease");

  private final Version version;
  private final PolicyWords words;
  private final PolicyPage page;

  BenefitTables(Version version, PolicyWords words, PolicyPage page) {
    this.version = version;
    this.words = words;
    this.page = page;
  }

  /** What stands in a row beside its labels. */
  private record Value(String text, String counter, String source) {}

  void tell() {
    version.benefits().forEach(this::tell);
    if (version.mergeVisits()) {
      page.part(words.sourced(words.get("visits"), version.sources().get("visits")));
    }
    String rounding = words.get("rounding", words.of(version.rounding()));
    page.part(words.sourced(rounding, version.sources().get("rounding")));
  }

  private void tell(Benefit benefit) {
    page.part(
        benefit.title() == null
            ? words.get("benefit", benefit.name())
            : words.get("benefit.title", benefit.name(), words.of(benefit.title())));
    ConditionText conditions = new ConditionText(words);
    String when = conditions.of(version, benefit.when(), benefit.needsApproval());
    page.paragraph("  ", words.get("benefit.for", when));
    deductible(benefit);
    rates(benefit);
    for (Cap cap : benefit.caps()) {
      String key = cap.onPayment() ? "cap.payment" : "cap.expense";
      String counts = cap.countsDeductible() ? words.get("cap.countsDeductible") : "";
      heading(words.get(key, cap.name(), words.of(cap.period())) + counts);
      table(
          benefit,
          "limit",
          cap.limits(),
          LimitRow::selector,
          new Value(words.get("none"), "", ""),
          row ->
              new Value(
                  Fen.text(row.limitFen()),
                  counter(row.accumulator(), benefit.name() + "/" + cap.name()),
                  PolicyWords.source(row.source())));
    }
  }

  private void deductible(Benefit benefit) {
    Deductible deductible = benefit.deductible();
    if (deductible == null) {
      heading(words.get("deductible.none"));
      return;
    }
    heading(words.get("deductible", words.of(deductible.period())));
    amounts(benefit, deductible.amounts(), benefit.name() + "/deductible");
    if (deductible.ceiling() != null) {
      heading(words.get("ceiling"));
      amounts(benefit, deductible.ceiling().amounts(), benefit.name() + "/ceiling");
    }
  }

  private void amounts(Benefit benefit, List<AmountRow> rows, String counter) {
    table(
        benefit,
        "amount",
        rows,
        AmountRow::selector,
        new Value(words.get("none"), "", ""),
        row ->
            new Value(
                row.laterFen() == Fen.NONE
                    ? Fen.text(row.amountFen())
                    : words.get("later", Fen.text(row.amountFen()), Fen.text(row.laterFen())),
                counter(row.accumulator(), counter),
                PolicyWords.source(row.source())));
  }

  private void rates(Benefit benefit) {
    TierBasis basis = benefit.tierBasis();
    heading(words.get("rate"));
    table(
        benefit,
        "rate",
        benefit.rates(),
        RateRow::selector,
        new Value(words.get("noBenefit"), "", ""),
        row -> new Value(tiers(row.tiers()), "", PolicyWords.source(row.source())));
    if (basis != null) {
      String measure = words.get("tiers." + basis.measure().name());
      String sentence = words.get("tiers", measure, words.of(basis.period()));
      page.paragraph("  ", words.sourced(sentence, basis.source()));
    }
    for (Unknown unknown : version.unknown()) {
      if (unknown.benefit().equals(benefit.name())) {
        page.paragraph("  ", words.get("unknown", cells(unknown), words.of(unknown.why())));
      }
    }
  }

  private String cells(Unknown unknown) {
    List<String> names = new ArrayList<>(unknown.selector().groups());
    names.addAll(unknown.selector().bands());
    return names.isEmpty() ? words.get("any") : words.join(names);
  }

  private String tiers(List<Tier> tiers) {
    List<String> parts = new ArrayList<>();
    for (Tier tier : tiers) {
      String rate = BasisPoints.percent(tier.basisPoints());
      if (tiers.size() == 1) {
        return rate;
      }
      parts.add(
          tier.upToFen() == Long.MAX_VALUE
              ? words.get("tier.last", rate)
              : words.get("tier", rate, Fen.text(tier.upToFen())));
    }
    return words.join(parts);
  }

  private void heading(String text) {
    page.blank();
    page.paragraph("  ", text);
  }

  private static String counter(String name, String byDefault) {
    return name.equals(byDefault) ? "" : name;
  }

  /** The rows by group, band and disease; columns that make no difference are left out. */
  private <R> void table(
      Benefit benefit,
      String column,
      List<R> rows,
      Function<R, Selector> selector,
      Value without,
      Function<R, Value> value) {
    List<Selector> selectors = rows.stream().map(selector).toList();
    CellRows cells =
        new CellRows(
            List.of(groups(benefit), bands(benefit), diseases(benefit, selectors)),
            words.get("all"),
            words.get("others"));
    List<CellRows.Row<Value>> told =
        cells.of(
            labels -> {
              R row =
                  new RowMatch(labels.get(0), labels.get(1), labels.get(2)).first(rows, selector);
              return row == null ? without : value.apply(row);
            });
    List<String> titles = new ArrayList<>();
    List<List<String>> lines = new ArrayList<>();
    told.forEach(row -> lines.add(new ArrayList<>()));
    for (int i = 0; i < DIMENSIONS.size(); i++) {
      int at = i;
      if (told.stream().anyMatch(row -> !row.labels().get(at).equals(cells.all()))) {
        titles.add(words.get("column." + DIMENSIONS.get(i)));
        for (int j = 0; j < told.size(); j++) {
          lines.get(j).add(told.get(j).labels().get(i));
        }
      }
    }
    column(titles, lines, told, column, Value::text);
    if (told.stream().anyMatch(row -> !row.value().counter().isEmpty())) {
      column(titles, lines, told, "counter", Value::counter);
    }
    column(titles, lines, told, "source", Value::source);
    page.table(titles, lines);
  }

  private void column(
      List<String> titles,
      List<List<String>> lines,
      List<CellRows.Row<Value>> told,
      String title,
      Function<Value, String> text) {
    titles.add(words.get("column." + title));
    for (int i = 0; i < told.size(); i++) {
      lines.get(i).add(text.apply(told.get(i).value()));
    }
  }

  private List<@Nullable String> groups(Benefit benefit) {
    List<String> wanted = benefit.when().groups();
    return new ArrayList<>(
        version.groups().stream()
            .map(Group::name)
            .filter(name -> wanted.isEmpty() || wanted.contains(name))
            .collect(Collectors.toList()));
  }

  private List<@Nullable String> bands(Benefit benefit) {
    List<String> wanted = benefit.when().bands();
    List<@Nullable String> bands = new ArrayList<>();
    for (String name : version.bands().keySet()) {
      if (wanted.isEmpty() || wanted.contains(name)) {
        bands.add(name);
      }
    }
    if (bands.isEmpty()) {
      bands.add(null);
    }
    return bands;
  }

  private static List<@Nullable String> diseases(Benefit benefit, List<Selector> rows) {
    Set<@Nullable String> diseases = new LinkedHashSet<>();
    rows.forEach(row -> diseases.addAll(row.diseases()));
    List<String> wanted = benefit.when().diseases();
    if (wanted.isEmpty()) {
      diseases.add(null);
    } else {
      diseases.retainAll(wanted);
      diseases.addAll(wanted);
    }
    return new ArrayList<>(diseases);
  }
}
