package cohealth.policy;

import cohealth.money.Fen;
import cohealth.policy.PolicyDocument.TierMeasure;
import cohealth.time.PeriodKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one benefit gives the claims of one group, band and disease: the executed form of its rows.
 *
 * @param deductible null = none
 * @param rate null = no row matches: no benefit for such claims
 */
public record BenefitCell(
    @Nullable Deductible deductible,
    @Nullable Rate rate,
    List<Limit> expenseCaps,
    List<Limit> paymentCaps) {

  /** A counter: the number of its accumulator and over what it counts. */
  public record Counter(int slot, PeriodKind period) {}

  /**
   * 起付线.
   *
   * @param laterFen of second and later visits, or {@link Fen#NONE}
   * @param ceiling the yearly limit of deductibles, or null
   */
  public record Deductible(
      Counter counter, long amountFen, long laterFen, @Nullable Limit ceiling) {
    /** The amount for the first visit of a year, or for a later one. */
    public long amountFen(boolean firstVisit) {
      return firstVisit || laterFen == Fen.NONE ? amountFen : laterFen;
    }
  }

  /**
   * Rates by tier. The counter moves for every claim of the benefit, also where the row has a plain
   * rate: its other rows may have tiers.
   *
   * @param counter null = the benefit has no tiers
   */
  public record Rate(
      List<PolicyDocument.Tier> tiers, @Nullable Counter counter, TierMeasure measure) {}

  /** A counter that must not pass an amount. */
  public record Limit(Counter counter, long limitFen, boolean countsDeductible) {}
}
