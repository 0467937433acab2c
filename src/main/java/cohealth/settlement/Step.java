package cohealth.settlement;

import cohealth.event.Component;
import cohealth.ledger.Posting;
import cohealth.person.Binding;
import cohealth.person.Purse;
import cohealth.policy.PolicyDocument.TierMeasure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a claim through the chain of payers, with the amounts that went into it, as the
 * engine took it. Told for claims that somebody wants explained.
 */
public sealed interface Step {
  /** A limit before and after the step; the limit is {@link Long#MAX_VALUE} when there is none. */
  record Counter(int slot, int period, long limitFen, long beforeFen, long afterFen) {
    /** What was left before the step. */
    public long roomFen() {
      return Math.max(0, limitFen - beforeFen);
    }
  }

  /** The pool pays nothing: what reached it is denied. */
  record Denied(long reachedFen) implements Step {}

  /** The benefit has no deductible for the claim. */
  record NoDeductible(long reachedFen) implements Step {}

  /**
   * What falls under the deductible.
   *
   * @param ceiling the yearly limit of deductibles, or null
   * @param laterVisit the amount is that of the second and later visits of the year
   */
  record Deducted(
      long reachedFen,
      Counter counter,
      @Nullable Counter ceiling,
      boolean laterVisit,
      long deductibleFen)
      implements Step {}

  /**
   * An expense cap.
   *
   * @param number the cap's place among the expense caps of the cell
   * @param countedDeductibleFen the deductible part, if the cap counts it
   * @param passedFen what may pass all expense caps
   */
  record ExpenseCapped(
      int number, Counter counter, long countedDeductibleFen, long enteringFen, long passedFen)
      implements Step {}

  /**
   * The rate.
   *
   * @param deductibleFen what fell under the deductible before
   * @param parts what of the entering amount has which rate; empty when tiers go by money paid
   * @param measure what the tiers go by, or null for a plain rate
   * @param positionFen where the tiers' counter stood
   * @param paymentFen rounded, before payment caps
   */
  record Rated(
      long reachedFen,
      long deductibleFen,
      long enteringFen,
      List<Part> parts,
      List<Integer> basisPoints,
      @Nullable TierMeasure measure,
      long positionFen,
      long paymentFen)
      implements Step {}

  /** A part of an amount and its rate, after off-site changes. */
  record Part(long fen, int basisPoints) {}

  /** A payment cap; {@code number} is its place among the payment caps of the cell. */
  record PaymentCapped(int number, Counter counter, long beforeFen, long paymentFen)
      implements Step {}

  /** The pool has paid. */
  record PoolPaid(long paymentFen, long copayFen, long overCapFen) implements Step {}

  /**
   * A supplementary fund.
   *
   * @param counter its limit, or null
   */
  record Supplemented(
      String name, long coveredFen, int basisPoints, @Nullable Counter counter, long paymentFen)
      implements Step {}

  /** The patient did not want accounts to be used. */
  record OwnSkipped() implements Step {}

  /** A purse of the patient. */
  record OwnDrawn(Purse purse, long beforeFen, long wantedFen, long paymentFen) implements Step {}

  /** Why no family member was asked. */
  enum Skipped {
    /** Nobody is bound to help. */
    NO_BINDINGS,
    /** Accounts were not to be used. */
    ACCOUNT_NOT_USED,
    /** The off-site rule allows no family money. */
    OFFSITE,
    /** Nothing was left that family money may pay. */
    NOTHING_LEFT,
    /** A purse of the patient that must be empty first still holds money. */
    OWN_MONEY_LEFT
  }

  /** No family member was asked. */
  record FamilySkipped(Skipped why, List<Binding> bindings) implements Step {}

  /** A binding that does not work. */
  record BindingRefused(Binding binding, Reason reason) implements Step {}

  /**
   * A family member was asked.
   *
   * @param shareableFen what of the payer's money may help
   * @param authorisedFen what the binding's authorised amount has left; {@link Long#MAX_VALUE} = it
   *     has none
   */
  record FamilyDrawn(
      Binding binding, long wantedFen, long shareableFen, long authorisedFen, long paymentFen)
      implements Step {}

  /** Nothing was left for a family member whose turn it would have been. */
  record FamilyNotNeeded(Binding binding) implements Step {}

  /** What is left is paid in cash, by component. */
  record CashPaid(List<Left> parts) implements Step {}

  /** What is left of a component. */
  record Left(Component component, long fen) {}

  /** A reversal gave back what its claim took. */
  record GivenBack(List<Posting> postings) implements Step {}
}
