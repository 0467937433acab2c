package cohealth.report;

import cohealth.money.Fen;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a person has left: a row of {@code cohealth quota}.
 *
 * @param person index of the person
 * @param benefitYear the year in which the person's benefit year begins
 * @param benefit its name, empty where there is none
 * @param name of the limit or purse; empty where there is a payer
 * @param payer index of the payer; {@link #NOBODY} where there is a name
 * @param kind null for a row that only says why there is nothing
 * @param period empty where nothing starts anew
 * @param limitFen {@link Fen#NONE} where there is none, as the two after it
 * @param remark a reason code, empty when all is well; for people only
 */
public record QuotaRow(
    int person,
    int benefitYear,
    String benefit,
    String name,
    int payer,
    @Nullable Kind kind,
    String period,
    long limitFen,
    long usedFen,
    long leftFen,
    String remark) {
  /** {@link #payer} where there is none. */
  public static final int NOBODY = -1;

  /** What is told. */
  public enum Kind {
    /** Deductibles and their ceiling. */
    DEDUCTIBLE,
    /** Limits of the expense that the pool looks at. */
    EXPENSE_CAP,
    /** Limits of what the pool or a supplementary fund pays. */
    PAYMENT_CAP,
    /** A purse of the person. */
    OWN_BALANCE,
    /** What a payer could give now. */
    FAMILY_AVAILABLE,
    /** The authorised amount of a binding. */
    BINDING_LIMIT
  }

  /** Whether the row only says why there is nothing: it is for people only. */
  public boolean isRemark() {
    return !remark.isEmpty();
  }

  /** A row that only says why there is nothing. */
  static QuotaRow remark(int person, int benefitYear, int payer, @Nullable Kind kind, String code) {
    return new QuotaRow(
        person, benefitYear, "", "", payer, kind, "", Fen.NONE, Fen.NONE, Fen.NONE, code);
  }
}
