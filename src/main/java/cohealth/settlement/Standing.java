package cohealth.settlement;

import cohealth.person.Binding;
import cohealth.policy.HeldLimit;
import cohealth.policy.PolicyVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one person has left at the end of a day: what the next claim would find.
 *
 * @param benefitYear the calendar year in which the person's benefit year begins
 * @param version the person's policy on the day, or null
 * @param closed what keeps the pool from paying, whatever the claim
 * @param groupUnknown the policy needs a birth date that is not given, so that no limit can be told
 * @param payers who might help: first those who can, in the order in which they would be drawn
 */
public record Standing(
    int person,
    int day,
    int benefitYear,
    @Nullable PolicyVersion version,
    Reasons closed,
    boolean groupUnknown,
    List<LimitLeft> limits,
    long priorFen,
    long currentFen,
    long walletFen,
    List<PayerLeft> payers) {

  /**
   * One limit of the pool or of a supplementary fund.
   *
   * @param counter the name of its accumulator
   * @param limitFen for the next visit
   * @param usedFen in the period that holds the day; nothing for a period of one visit
   */
  public record LimitLeft(
      HeldLimit held, String counter, long limitFen, long usedFen, long leftFen) {}

  /**
   * One binding by which somebody might help.
   *
   * @param fault why it does not work now, or null
   * @param availableFen what a draw could take now
   * @param usedFen of the authorised amount, in the payer's account year
   * @param leftFen of the authorised amount; {@link cohealth.money.Fen#NONE} when there is none
   */
  public record PayerLeft(
      Binding binding, @Nullable Reason fault, long availableFen, long usedFen, long leftFen) {}
}
