package cohealth.person;

import cohealth.money.Fen;
import cohealth.time.Day;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a person is insured at a time: what an activity may change.
 *
 * @param category null when not given (for employees {@link Category#ACTIVE} then)
 * @param plan the insured plan's word, empty when not given
 * @param contracted has signed with a family doctor
 * @param region six digits
 * @param suspended the insurance is suspended
 * @param benefitFrom first day of benefits, {@link Day#OPEN_START} when open
 * @param benefitTo last day of benefits, {@link Day#OPEN_END} when open
 * @param retiredOn {@link Day#UNKNOWN} when not given
 * @param diseases approved diseases; null when the file does not say (then nothing is checked)
 * @param walletOpened has opened the wallet (医保钱包)
 * @param contributionBaseFen monthly, or {@link Fen#NONE}
 */
public record Insured(
    Insurance insurance,
    @Nullable Category category,
    String plan,
    boolean contracted,
    int region,
    boolean suspended,
    int benefitFrom,
    int benefitTo,
    int retiredOn,
    @Nullable Set<String> diseases,
    boolean walletOpened,
    long contributionBaseFen) {
  /** Nobody: every attribute not given. */
  public static final Insured NOTHING =
      new Insured(
          Insurance.NONE,
          null,
          "",
          false,
          0,
          false,
          Day.OPEN_START,
          Day.OPEN_END,
          Day.UNKNOWN,
          null,
          false,
          Fen.NONE);

  /** This with one attribute as {@code other} has it. */
  public Insured with(Attribute changed, Insured other) {
    Insurance newInsurance = changed == Attribute.INSURANCE ? other.insurance : insurance;
    Category newCategory = changed == Attribute.CATEGORY ? other.category : category;
    return new Insured(
        newInsurance,
        newCategory == null && newInsurance == Insurance.EMPLOYEE ? Category.ACTIVE : newCategory,
        changed == Attribute.PLAN ? other.plan : plan,
        changed == Attribute.CONTRACTED ? other.contracted : contracted,
        changed == Attribute.REGION ? other.region : region,
        changed == Attribute.STATUS ? other.suspended : suspended,
        changed == Attribute.BENEFIT_FROM ? other.benefitFrom : benefitFrom,
        changed == Attribute.BENEFIT_TO ? other.benefitTo : benefitTo,
        changed == Attribute.RETIRED_ON ? other.retiredOn : retiredOn,
        changed == Attribute.DISEASES ? other.diseases : diseases,
        changed == Attribute.WALLET ? other.walletOpened : walletOpened,
        changed == Attribute.CONTRIBUTION_BASE ? other.contributionBaseFen : contributionBaseFen);
  }
}
