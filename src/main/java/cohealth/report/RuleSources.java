package cohealth.report;

import cohealth.policy.PolicyDocument;
import cohealth.policy.PolicyDocument.AmountRow;
import cohealth.policy.PolicyDocument.Benefit;
import cohealth.policy.PolicyDocument.Cap;
import cohealth.policy.PolicyDocument.Deductible;
import cohealth.policy.PolicyDocument.LimitRow;
import cohealth.policy.PolicyDocument.RateRow;
import cohealth.policy.PolicyDocument.Source;
import cohealth.policy.PolicyVersion;
import cohealth.policy.RowMatch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the rows of a document that gave a claim its values, and where these are written. */
final class RuleSources {
  private final PolicyVersion version;
  private final @Nullable Benefit benefit;
  private final RowMatch place;

  /**
   * The rows for one claim.
   *
   * @param benefit the claim's benefit, or null
   * @param place its group, band and disease
   */
  RuleSources(PolicyVersion version, @Nullable Benefit benefit, RowMatch place) {
    this.version = version;
    this.benefit = benefit;
    this.place = place;
  }

  /** A source of the document; null for none. */
  @Nullable Source named(@Nullable String id) {
    for (Source source : version.policy().document().sources()) {
      if (source.id().equals(id)) {
        return source;
      }
    }
    return null;
  }

  @Nullable Source deductible() {
    Deductible deductible = benefit == null ? null : benefit.deductible();
    AmountRow row =
        deductible == null ? null : place.first(deductible.amounts(), AmountRow::selector);
    return row == null ? null : named(row.source());
  }

  @Nullable Source ceiling() {
    Deductible deductible = benefit == null ? null : benefit.deductible();
    AmountRow row =
        deductible == null || deductible.ceiling() == null
            ? null
            : place.first(deductible.ceiling().amounts(), AmountRow::selector);
    return row == null ? null : named(row.source());
  }

  @Nullable Source rate() {
    RateRow row = benefit == null ? null : place.first(benefit.rates(), RateRow::selector);
    return row == null ? null : named(row.source());
  }

  @Nullable Source tiers() {
    return benefit == null || benefit.tierBasis() == null
        ? null
        : named(benefit.tierBasis().source());
  }

  /** The caps of one kind that have a row for the claim, as a cell has them. */
  List<NamedCap> caps(boolean onPayment) {
    List<NamedCap> caps = new ArrayList<>();
    for (Cap cap : benefit == null ? List.<Cap>of() : benefit.caps()) {
      LimitRow row = place.first(cap.limits(), LimitRow::selector);
      if (cap.onPayment() == onPayment && row != null) {
        caps.add(new NamedCap(cap, named(row.source())));
      }
    }
    return caps;
  }

  /** A cap and the source of its limit for the claim. */
  record NamedCap(Cap cap, @Nullable Source source) {}

  /** The step of the written chain that names a supplementary fund. */
  @Nullable Source supplement(String name) {
    for (PolicyDocument.Step step : version.written().chain()) {
      if (step instanceof PolicyDocument.SupplementStep supplement
          && supplement.name().equals(name)) {
        return named(supplement.source());
      }
    }
    return null;
  }

  /** The source of a family rule, by the key of the document. */
  @Nullable Source family(String key) {
    return named(version.family().sources().get(key));
  }
}
