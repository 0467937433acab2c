package cohealth.policy;

import cohealth.event.StandardLevel;
import cohealth.event.Vocabulary;
import cohealth.event.Vocabulary.Words;
import cohealth.policy.BenefitCell.Counter;
import cohealth.policy.BenefitCell.Limit;
import cohealth.policy.PolicyDocument.AmountRow;
import cohealth.policy.PolicyDocument.Band;
import cohealth.policy.PolicyDocument.Benefit;
import cohealth.policy.PolicyDocument.Cap;
import cohealth.policy.PolicyDocument.Deductible;
import cohealth.policy.PolicyDocument.LimitRow;
import cohealth.policy.PolicyDocument.RateRow;
import cohealth.policy.PolicyDocument.Selector;
import cohealth.policy.PolicyDocument.Step;
import cohealth.policy.PolicyDocument.SupplementStep;
import cohealth.policy.PolicyDocument.TierMeasure;
import cohealth.policy.PolicyDocument.Version;
import cohealth.policy.PolicyDocument.Word;
import cohealth.time.PeriodKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Turns a policy as written into the form that the engine executes: names become numbers, once. */
final class PolicyResolver {
  private final PolicyDocument document;
  private final Vocabulary vocabulary;
  private final AccumulatorSlots slots;

  PolicyResolver(PolicyDocument document, Vocabulary vocabulary, AccumulatorSlots slots) {
    this.document = document;
    this.vocabulary = vocabulary;
    this.slots = slots;
  }

  /** Adds the words that claims may use because of this document. */
  static void addWords(PolicyDocument document, Vocabulary vocabulary) {
    for (Version version : document.versions()) {
      version.types().stream().map(Word::name).forEach(vocabulary.types()::add);
      version.bands().values().stream()
          .flatMap(band -> band.levels().stream())
          .forEach(vocabulary.levels()::add);
      for (Benefit benefit : version.benefits()) {
        benefit.when().diseases().forEach(vocabulary.diseases()::add);
        selectors(benefit).stream()
            .flatMap(selector -> selector.diseases().stream())
            .forEach(vocabulary.diseases()::add);
      }
    }
  }

  Policy resolve() {
    Policy policy = new Policy(document);
    for (Version version : document.versions()) {
      policy.add(resolve(policy, version));
    }
    return policy;
  }

  private PolicyVersion resolve(Policy policy, Version version) {
    BitSet types = new BitSet();
    version.types().forEach(word -> types.set(vocabulary.types().find(word.name())));
    List<String> groups = version.groups().stream().map(PolicyDocument.Group::name).toList();
    List<String> bands = List.copyOf(version.bands().keySet());
    List<String> benefits = version.benefits().stream().map(Benefit::name).toList();
    return new PolicyVersion(
        policy,
        version,
        version.groups().stream().map(group -> new GroupRule(group.when())).toList(),
        bands(version, bands),
        types,
        version.benefits().stream().map(benefit -> benefit(benefit, groups, bands)).toList(),
        version.chain().stream().map(step -> step(step, groups)).toList(),
        version.offsite().stream()
            .map(
                rule ->
                    new OffsiteRule(
                        rule,
                        set(rule.types(), vocabulary.types()::find),
                        set(rule.benefits(), benefits::indexOf)))
            .toList());
  }

  private Bands bands(Version version, List<String> names) {
    Words levels = vocabulary.levels();
    int size = Math.max(levels.size(), StandardLevel.values().length);
    List<Integer> byLevel = new ArrayList<>(Collections.nCopies(size, Vocabulary.NONE));
    for (int i = 0; i < names.size(); i++) {
      Band band = version.bands().get(names.get(i));
      for (String level : band == null ? List.<String>of() : band.levels()) {
        byLevel.set(levels.find(level), i);
      }
    }
    PolicyDocument.Pharmacy pharmacy = version.pharmacy();
    String without = pharmacy == null ? null : pharmacy.without();
    return new Bands(
        names,
        List.copyOf(byLevel),
        pharmacy != null,
        without == null ? Vocabulary.NONE : names.indexOf(without));
  }

  private BenefitRule benefit(Benefit benefit, List<String> groups, List<String> bands) {
    List<Integer> diseases =
        selectors(benefit).stream()
            .flatMap(selector -> selector.diseases().stream())
            .distinct()
            .map(vocabulary.diseases()::find)
            .toList();
    List<BenefitCell> cells = new ArrayList<>();
    for (int g = 0; g <= groups.size(); g++) {
      for (int b = 0; b <= bands.size(); b++) {
        for (int d = 0; d <= diseases.size(); d++) {
          cells.add(
              cell(
                  benefit,
                  new RowMatch(
                      g < groups.size() ? groups.get(g) : null,
                      b < bands.size() ? bands.get(b) : null,
                      d < diseases.size() ? vocabulary.diseases().word(diseases.get(d)) : null)));
        }
      }
    }
    return new BenefitRule(
        benefit,
        set(benefit.when().types(), vocabulary.types()::find),
        set(benefit.when().diseases(), vocabulary.diseases()::find),
        set(benefit.when().groups(), groups::indexOf),
        set(benefit.when().bands(), bands::indexOf),
        new BenefitRule.Cells(List.copyOf(cells), groups.size(), bands.size(), diseases));
  }

  private BenefitCell cell(Benefit benefit, RowMatch place) {
    List<Limit> expense = new ArrayList<>();
    List<Limit> payment = new ArrayList<>();
    for (Cap cap : benefit.caps()) {
      LimitRow row = place.first(cap.limits(), LimitRow::selector);
      if (row != null) {
        (cap.onPayment() ? payment : expense).add(limit(row, cap.period(), cap.countsDeductible()));
      }
    }
    return new BenefitCell(
        deductible(benefit.deductible(), place),
        rate(benefit, place),
        List.copyOf(expense),
        List.copyOf(payment));
  }

  private BenefitCell.@Nullable Deductible deductible(
      @Nullable Deductible deductible, RowMatch place) {
    AmountRow row =
        deductible == null ? null : place.first(deductible.amounts(), AmountRow::selector);
    if (deductible == null || row == null) {
      return null;
    }
    AmountRow ceiling =
        deductible.ceiling() == null
            ? null
            : place.first(deductible.ceiling().amounts(), AmountRow::selector);
    return new BenefitCell.Deductible(
        counter(row.accumulator(), deductible.period()),
        row.amountFen(),
        row.laterFen(),
        ceiling == null
            ? null
            : new Limit(
                counter(ceiling.accumulator(), PeriodKind.YEAR), ceiling.amountFen(), true));
  }

  private BenefitCell.@Nullable Rate rate(Benefit benefit, RowMatch place) {
    RateRow row = place.first(benefit.rates(), RateRow::selector);
    if (row == null) {
      return null;
    }
    PolicyDocument.TierBasis basis = benefit.tierBasis();
    return basis == null
        ? new BenefitCell.Rate(row.tiers(), null, TierMeasure.ENTERING)
        : new BenefitCell.Rate(
            row.tiers(), counter(basis.accumulator(), basis.period()), basis.measure());
  }

  private ChainRule step(Step step, List<String> groups) {
    if (step instanceof PolicyDocument.OwnStep own) {
      return new ChainRule.Own(own.purses(), own.cover());
    }
    if (step instanceof SupplementStep supplement) {
      return supplement(supplement, groups);
    }
    if (step instanceof PolicyDocument.FamilyStep family) {
      return new ChainRule.Family(family.cover());
    }
    return step instanceof PolicyDocument.PoolStep ? new ChainRule.Pool() : new ChainRule.Cash();
  }

  private ChainRule.Supplement supplement(SupplementStep step, List<String> groups) {
    List<Integer> rates = new ArrayList<>();
    List<Optional<Limit>> limits = new ArrayList<>();
    for (int g = 0; g <= groups.size(); g++) {
      RowMatch place = new RowMatch(g < groups.size() ? groups.get(g) : null, null, null);
      RateRow rate = place.first(step.rates(), RateRow::selector);
      rates.add(rate == null ? 0 : rate.tiers().get(0).basisPoints());
      LimitRow row = place.first(step.limits(), LimitRow::selector);
      limits.add(Optional.ofNullable(row).map(found -> limit(found, step.period(), false)));
    }
    return new ChainRule.Supplement(
        step.name(), step.cover(), List.copyOf(rates), List.copyOf(limits));
  }

  private Limit limit(LimitRow row, PeriodKind period, boolean countsDeductible) {
    return new Limit(counter(row.accumulator(), period), row.limitFen(), countsDeductible);
  }

  private Counter counter(String accumulator, PeriodKind period) {
    return new Counter(slots.number(document.id(), accumulator, period), period);
  }

  private static List<Selector> selectors(Benefit benefit) {
    List<Selector> all = new ArrayList<>();
    Deductible deductible = benefit.deductible();
    if (deductible != null) {
      deductible.amounts().forEach(row -> all.add(row.selector()));
      if (deductible.ceiling() != null) {
        deductible.ceiling().amounts().forEach(row -> all.add(row.selector()));
      }
    }
    benefit.rates().forEach(row -> all.add(row.selector()));
    benefit.caps().forEach(cap -> cap.limits().forEach(row -> all.add(row.selector())));
    return all;
  }

  private static @Nullable BitSet set(List<String> words, ToIntFunction<String> number) {
    if (words.isEmpty()) {
      return null;
    }
    BitSet set = new BitSet();
    words.forEach(word -> set.set(number.applyAsInt(word)));
    return set;
  }
}
