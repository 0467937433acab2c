package cohealth.policy;

import cohealth.event.StandardLevel;
import cohealth.event.StandardType;
import cohealth.event.Vocabulary;
import cohealth.event.Vocabulary.Words;
import cohealth.person.Category;
import cohealth.policy.PolicyDocument.AmountRow;
import cohealth.policy.PolicyDocument.Benefit;
import cohealth.policy.PolicyDocument.Deductible;
import cohealth.policy.PolicyDocument.Group;
import cohealth.policy.PolicyDocument.LimitRow;
import cohealth.policy.PolicyDocument.Offsite;
import cohealth.policy.PolicyDocument.RateRow;
import cohealth.policy.PolicyDocument.Selector;
import cohealth.policy.PolicyDocument.Step;
import cohealth.policy.PolicyDocument.SupplementStep;
import cohealth.policy.PolicyDocument.Version;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what is odd in one version: every kind of claim that there can be is put to the
 * version, as the engine does.
 */
final class VersionReview {
  private final PolicyVersion version;
  private final Version written;
  private final Vocabulary vocabulary;
  private final String pointer;
  private final List<Finding> found;
  private final List<Set<RowMatch>> reached = new ArrayList<>();
  private final Set<String> paidPurchases = new LinkedHashSet<>();
  private boolean purchaseIsPaidWithoutBand;
  private final Set<Offsite> usedOffsite = Collections.newSetFromMap(new IdentityHashMap<>());

  VersionReview(PolicyVersion version, Vocabulary vocabulary, String pointer, List<Finding> found) {
    this.version = version;
    this.written = version.written();
    this.vocabulary = vocabulary;
    this.pointer = pointer;
    this.found = found;
    written.benefits().forEach(benefit -> reached.add(new LinkedHashSet<>()));
  }

  void run() {
    GroupCover groups = new GroupCover(written.groups(), version.policy().document().insurance());
    for (int idle : groups.idle()) {
      add(Finding.Kind.IDLE_GROUP, "/groups/" + idle, written.groups().get(idle).name());
    }
    for (Category category : groups.withoutGroup()) {
      add(Finding.Kind.NO_GROUP, "/groups", category.name().toLowerCase(Locale.ROOT));
    }
    tryClaims(groups.isComplete());
    pharmacies();
    UnknownCells unknown = new UnknownCells(written.unknown());
    for (int i = 0; i < reached.size(); i++) {
      Benefit benefit = written.benefits().get(i);
      if (reached.get(i).isEmpty()) {
        add(Finding.Kind.IDLE_BENEFIT, "/benefits/" + i, benefit.name());
      } else {
        rows(benefit, i);
        cells(benefit, i, unknown);
      }
    }
    supplements();
    for (int i = 0; i < written.offsite().size(); i++) {
      if (!usedOffsite.contains(written.offsite().get(i))) {
        add(Finding.Kind.SHADOWED_ROW, "/offsite/" + i);
      }
    }
    for (int idle : unknown.idle()) {
      add(Finding.Kind.IDLE_UNKNOWN, "/unknown/" + idle, written.unknown().get(idle).benefit());
    }
  }

  private void add(Finding.Kind kind, String place, String... args) {
    found.add(Finding.of(kind, pointer + place, args));
  }

  private void tryClaims(boolean everybodyHasAGroup) {
    Words diseases = vocabulary.diseases();
    for (int group : numbers(written.groups().size(), !everybodyHasAGroup)) {
      for (int band : numbers(written.bands().size(), someLevelHasNoBand())) {
        for (int disease : numbers(diseases.size(), true)) {
          RowMatch place =
              new RowMatch(
                  group < 0 ? null : version.groupName(group),
                  band < 0 ? null : version.bandName(band),
                  disease < 0 ? null : diseases.word(disease));
          for (int type = 0; type < vocabulary.types().size(); type++) {
            if (version.knowsType(type)) {
              tryClaim(place, type, version.benefitOf(type, disease, group, band, false));
              tryClaim(place, type, version.benefitOf(type, disease, group, band, true));
            }
          }
        }
      }
    }
  }

  private void tryClaim(RowMatch place, int type, int benefit) {
    if (benefit != Vocabulary.NONE) {
      reached.get(benefit).add(place);
      if (type == StandardType.PHARMACY.ordinal()) {
        tryPurchase(place, written.benefits().get(benefit));
      }
    }
    for (boolean sameProvince : new boolean[] {true, false}) {
      OffsiteRule rule = version.offsite(sameProvince, type, benefit);
      if (rule != null) {
        usedOffsite.add(rule.written());
      }
    }
  }

  private boolean someLevelHasNoBand() {
    int levels = StandardLevel.values().length;
    return IntStream.range(0, levels)
        .anyMatch(level -> version.band(level, Vocabulary.NONE) == Vocabulary.NONE);
  }

  /** Pharmacies without a band get nothing where all rates are for bands. */
  private void pharmacies() {
    int pharmacy = StandardLevel.PHARMACY.ordinal();
    if (written.pharmacy() != null || version.band(pharmacy, Vocabulary.NONE) != Vocabulary.NONE) {
      return;
    }
    if (!purchaseIsPaidWithoutBand && !paidPurchases.isEmpty()) {
      add(Finding.Kind.NO_PHARMACY, "/bands", String.join(", ", paidPurchases));
    }
  }

  private void tryPurchase(RowMatch place, Benefit benefit) {
    if (place.first(benefit.rates(), RateRow::selector) != null) {
      paidPurchases.add(benefit.name());
      purchaseIsPaidWithoutBand |= place.band() == null;
    }
  }

  private void rows(Benefit benefit, int number) {
    String at = "/benefits/" + number;
    Deductible deductible = benefit.deductible();
    if (deductible != null) {
      rows(benefit, number, at + "/deductible/amounts", deductible.amounts(), AmountRow::selector);
      if (deductible.ceiling() != null) {
        List<AmountRow> amounts = deductible.ceiling().amounts();
        rows(benefit, number, at + "/deductible/ceiling/amounts", amounts, AmountRow::selector);
      }
    }
    rows(benefit, number, at + "/rates", benefit.rates(), RateRow::selector);
    for (int i = 0; i < benefit.caps().size(); i++) {
      List<LimitRow> limits = benefit.caps().get(i).limits();
      rows(benefit, number, at + "/caps/" + i + "/limits", limits, LimitRow::selector);
    }
  }

  private <R> void rows(
      Benefit benefit, int number, String at, List<R> rows, Function<R, Selector> selector) {
    RowUse use = new RowUse(rows.stream().map(selector).toList());
    reached.get(number).forEach(use::tell);
    for (int i = 0; i < rows.size(); i++) {
      if (use.matchesNothing(i)) {
        add(Finding.Kind.IDLE_ROW, at + "/" + i, benefit.name());
      } else if (use.neverCounts(i)) {
        add(Finding.Kind.SHADOWED_ROW, at + "/" + i);
      }
    }
  }

  private void supplements() {
    for (int i = 0; i < written.chain().size(); i++) {
      Step step = written.chain().get(i);
      if (step instanceof SupplementStep supplement) {
        String at = "/chain/" + i;
        shadowed(at + "/rates", supplement.rates().stream().map(RateRow::selector).toList());
        shadowed(at + "/limits", supplement.limits().stream().map(LimitRow::selector).toList());
      }
    }
  }

  private void shadowed(String at, List<Selector> rows) {
    RowUse use = new RowUse(rows);
    written.groups().forEach(group -> use.tell(new RowMatch(group.name(), null, null)));
    use.tell(new RowMatch(null, null, null));
    for (int i = 0; i < rows.size(); i++) {
      if (use.neverCounts(i)) {
        add(Finding.Kind.SHADOWED_ROW, at + "/" + i);
      }
    }
  }

  /** Tells the cells that have no rate, group by group. */
  private void cells(Benefit benefit, int number, UnknownCells unknown) {
    List<@Nullable String> bands = new ArrayList<>(written.bands().keySet());
    if (bands.isEmpty()) {
      bands.add(null);
    }
    for (Group group : written.groups()) {
      List<String> missing = new ArrayList<>();
      for (@Nullable String band : bands) {
        boolean paid = false;
        boolean any = false;
        for (RowMatch place : reached.get(number)) {
          if (group.name().equals(place.group()) && Objects.equals(band, place.band())) {
            any = true;
            paid |= place.first(benefit.rates(), RateRow::selector) != null;
          }
        }
        if (any
            && !paid
            && !unknown.tells(benefit.name(), new RowMatch(group.name(), band, null))) {
          missing.add(band == null ? "-" : band);
        }
      }
      if (!missing.isEmpty()) {
        add(
            Finding.Kind.NO_RATE,
            "/benefits/" + number + "/rates",
            benefit.name(),
            group.name(),
            String.join(", ", missing));
      }
    }
  }

  private static List<Integer> numbers(int size, boolean withNone) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      numbers.add(i);
    }
    if (withNone) {
      numbers.add(Vocabulary.NONE);
    }
    return numbers;
  }
}
