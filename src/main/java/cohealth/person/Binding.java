package cohealth.person;

import cohealth.money.Fen;
import cohealth.time.Day;
import org.jspecify.annotations.Nullable;

/**
 * One payer helping one beneficiary (共济绑定).
 *
 * @param index the binding's place in the file (or in the order of derivation), from 0
 * @param payer index of the payer
 * @param beneficiary index of the beneficiary
 * @param relation of the beneficiary to the payer; null when no near relation is known
 * @param order the payer's place for this beneficiary; {@link #NO_ORDER} = last
 * @param limitFen authorised amount, or {@link Fen#NONE}
 * @param limitPerClaim the amount is for each claim, not for the payer's account year
 * @param confirmed whether the beneficiary has confirmed at all
 * @param confirmedOn the day of it; {@link Day#OPEN_START} when confirmed without a day, or not at
 *     all
 * @param validFrom first day, {@link Day#OPEN_START} when open
 * @param validTo last day, {@link Day#OPEN_END} when open
 * @param credentialOnly a 亲情账户: shows a credential, shares no money
 */
public record Binding(
    int index,
    int payer,
    int beneficiary,
    @Nullable Relation relation,
    int order,
    long limitFen,
    boolean limitPerClaim,
    boolean confirmed,
    int confirmedOn,
    int validFrom,
    int validTo,
    boolean credentialOnly) {
  /** The order of a binding that gives none: after all others. */
  public static final int NO_ORDER = Integer.MAX_VALUE;

  /** The same with other numbers. */
  public Binding between(int newIndex, int newPayer, int newBeneficiary) {
    return new Binding(
        newIndex,
        newPayer,
        newBeneficiary,
        relation,
        order,
        limitFen,
        limitPerClaim,
        confirmed,
        confirmedOn,
        validFrom,
        validTo,
        credentialOnly);
  }

  /** The same at another place among the beneficiary's payers, with another authorised amount. */
  public Binding arranged(int newOrder, long newLimitFen) {
    return new Binding(
        index,
        payer,
        beneficiary,
        relation,
        newOrder,
        newLimitFen,
        limitPerClaim,
        confirmed,
        confirmedOn,
        validFrom,
        validTo,
        credentialOnly);
  }
}
