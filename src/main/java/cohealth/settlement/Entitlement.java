package cohealth.settlement;

import cohealth.event.Vocabulary;
import cohealth.policy.BenefitCell;
import cohealth.policy.OffsiteRule;
import cohealth.policy.PolicyVersion;
import org.jspecify.annotations.Nullable;

/**
 * Which rules apply to a claim (rules: section 4).
 *
 * @param version the patient's policy on the day, or null
 * @param group the patient's group in it
 * @param band the band of the facility
 * @param benefit the first benefit whose conditions hold
 * @param cell what the benefit gives; null when the pool has nothing for the claim
 * @param offsite the rule of an unfiled off-site claim, or null
 * @param ends the claim ends here: all is cash
 * @param poolOpen the pool may pay
 * @param reasons why not, and what else holds
 */
public record Entitlement(
    @Nullable PolicyVersion version,
    int group,
    int band,
    int benefit,
    @Nullable BenefitCell cell,
    @Nullable OffsiteRule offsite,
    boolean ends,
    boolean poolOpen,
    Reasons reasons) {

  static Entitlement ended(@Nullable PolicyVersion version, Reasons reasons) {
    return new Entitlement(
        version,
        Vocabulary.NONE,
        Vocabulary.NONE,
        Vocabulary.NONE,
        null,
        null,
        true,
        false,
        reasons);
  }

  /** Whether family money may help with this claim, as far as off-site rules say. */
  boolean allowsFamily() {
    return offsite == null || offsite.written().familyMoney();
  }
}
