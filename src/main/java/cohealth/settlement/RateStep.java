package cohealth.settlement;

import cohealth.ledger.Ledger;
import cohealth.money.BasisPoints;
import cohealth.money.PaidTiers;
import cohealth.money.Rounding;
import cohealth.money.Share;
import cohealth.policy.BenefitCell;
import cohealth.policy.BenefitCell.Counter;
import cohealth.policy.OffsiteRule;
import cohealth.policy.PolicyDocument.OffsiteEffect;
import cohealth.policy.PolicyDocument.Tier;
import cohealth.policy.PolicyDocument.TierMeasure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rate step of the pool: the exact payment over all tiers, rounded once (rules: sections 1, 5).
 *
 * @param paymentFen before payment caps
 * @param parts what of the amount has which rate; empty when tiers go by money paid, or nobody
 *     wants to be told
 * @param positionFen where the tiers' counter stands before; 0 without tiers
 * @param basisPoints the rates of the tiers that a part of the amount fell into, in order; when the
 *     amount is zero, of the tier where the counter stands
 */
record RateStep(
    long paymentFen, List<Step.Part> parts, long positionFen, List<Integer> basisPoints) {
  /** Lists of one rate alone, each made once; most claims have one. */
  static final class Rates {
    private final @Nullable List<Integer>[] single;

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
    Rates() {
      single = new List[BasisPoints.ONE + 1];
    }

    List<Integer> of(int basisPoints) {
      List<Integer> known = single[basisPoints];
      if (known == null) {
        known = List.of(basisPoints);
        single[basisPoints] = known;
      }
      return known;
    }
  }

  /** The step as it is told. */
  Step told(BenefitCell cell, long reached, long deductible, long entering) {
    BenefitCell.Rate rate = cell.rate();
    TierMeasure measure =
        rate == null || rate.counter() == null || rate.tiers().size() == 1 ? null : rate.measure();
    return new Step.Rated(
        reached, deductible, entering, parts, basisPoints, measure, positionFen, paymentFen);
  }

  static RateStep of(
      BenefitCell cell,
      Turn turn,
      Ledger ledger,
      Rates rates,
      long deductible,
      long entering,
      Rounding rounding) {
    BenefitCell.Rate rate = cell.rate();
    if (rate == null) {
      throw new IllegalStateException("the pool is open for a claim without a rate");
    }
    OffsiteRule offsite = turn.entitlement.offsite();
    Counter counter = rate.counter();
    if (counter == null || rate.tiers().size() == 1) {
      int only = adjusted(rate.tiers().get(0), offsite);
      return new RateStep(
          Share.of(entering, only, rounding),
          turn.isTold() ? List.of(new Step.Part(entering, only)) : List.of(),
          0,
          rates.of(only));
    }
    long position = PoolPayer.tierPositionFen(rate, counter, turn, ledger, deductible);
    Tier first = tierAt(rate, position);
    int firstRate = adjusted(first, offsite);
    if (isWithin(first.upToFen() - position, rate.measure(), entering, firstRate)) {
      boolean hasPart = turn.isTold() && entering > 0 && rate.measure() != TierMeasure.PAID;
      return new RateStep(
          Share.of(entering, firstRate, rounding),
          hasPart ? List.of(new Step.Part(entering, firstRate)) : List.of(),
          position,
          rates.of(firstRate));
    }
    List<Integer> touched = new ArrayList<>(2);
    List<Step.Part> parts = new ArrayList<>(2);
    long payment =
        rate.measure() == TierMeasure.PAID
            ? PaidTiers.paymentFen(position, entering, paidTiers(rate, offsite), rounding, touched)
            : payment(rate, offsite, position, entering, rounding, parts);
    parts.forEach(part -> touched.add(part.basisPoints()));
    return new RateStep(payment, List.copyOf(parts), position, List.copyOf(touched));
  }

  /** Whether all of the amount falls into the tier where the counter stands, as it mostly does. */
  private static boolean isWithin(
      long roomFen, TierMeasure measure, long entering, int basisPoints) {
    long counted =
        measure == TierMeasure.PAID ? Share.of(entering, basisPoints, Rounding.UP) : entering;
    return counted <= roomFen;
  }

  private static long payment(
      BenefitCell.Rate rate,
      @Nullable OffsiteRule offsite,
      long start,
      long entering,
      Rounding rounding,
      List<Step.Part> parts) {
    Share share = new Share();
    long position = start;
    long left = entering;
    for (Tier tier : rate.tiers()) {
      long part = Math.min(left, tier.upToFen() - position);
      if (part > 0) {
        int basisPoints = adjusted(tier, offsite);
        share.add(part, basisPoints);
        parts.add(new Step.Part(part, basisPoints));
        position += part;
        left -= part;
      }
    }
    return share.roundedFen(rounding);
  }

  private static List<PaidTiers.Tier> paidTiers(
      BenefitCell.Rate rate, @Nullable OffsiteRule offsite) {
    return rate.tiers().stream()
        .map(tier -> new PaidTiers.Tier(tier.upToFen(), adjusted(tier, offsite)))
        .toList();
  }

  private static Tier tierAt(BenefitCell.Rate rate, long position) {
    for (int i = 0; i < rate.tiers().size(); i++) {
      Tier tier = rate.tiers().get(i);
      if (position < tier.upToFen()) {
        return tier;
      }
    }
    return rate.tiers().get(rate.tiers().size() - 1);
  }

  private static int adjusted(Tier tier, @Nullable OffsiteRule offsite) {
    boolean reduces = offsite != null && offsite.written().effect() == OffsiteEffect.REDUCE;
    return offsite == null || !reduces
        ? tier.basisPoints()
        : BasisPoints.adjust(
            tier.basisPoints(), offsite.written().points(), offsite.written().factor());
  }
}
