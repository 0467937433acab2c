package cohealth.policy;

import cohealth.money.Fen;
import cohealth.policy.PolicyDocument.AmountRow;
import cohealth.policy.PolicyDocument.Benefit;
import cohealth.policy.PolicyDocument.Version;
import cohealth.time.PeriodKind;

/** Whether a document's rules depend on visits; most do not, and then nobody keeps them. */
final class VisitUse {
  private VisitUse() {}

  static boolean usesVisits(PolicyDocument document) {
    return usesFirstVisits(document)
        || document.versions().stream()
            .anyMatch(version -> version.mergeVisits() || countsByVisit(version));
  }

  static boolean usesFirstVisits(PolicyDocument document) {
    return document.versions().stream()
        .flatMap(version -> version.benefits().stream())
        .anyMatch(VisitUse::hasLaterAmount);
  }

  private static boolean countsByVisit(Version version) {
    return version.benefits().stream().anyMatch(VisitUse::countsByVisit)
        || version.chain().stream()
            .anyMatch(
                step ->
                    step instanceof PolicyDocument.SupplementStep supplement
                        && supplement.period() == PeriodKind.VISIT);
  }

  private static boolean countsByVisit(Benefit benefit) {
    return (benefit.deductible() != null && benefit.deductible().period() == PeriodKind.VISIT)
        || (benefit.tierBasis() != null && benefit.tierBasis().period() == PeriodKind.VISIT)
        || benefit.caps().stream().anyMatch(cap -> cap.period() == PeriodKind.VISIT);
  }

  private static boolean hasLaterAmount(Benefit benefit) {
    return benefit.deductible() != null
        && benefit.deductible().amounts().stream()
            .mapToLong(AmountRow::laterFen)
            .anyMatch(later -> later != Fen.NONE);
  }
}
