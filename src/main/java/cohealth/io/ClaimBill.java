package cohealth.io;

import static cohealth.io.ClaimColumn.ELIGIBLE;
import static cohealth.io.ClaimColumn.FIRST_SELF_PAY;
import static cohealth.io.ClaimColumn.OVER_LIMIT;
import static cohealth.io.ClaimColumn.REFUND_FLAG;
import static cohealth.io.ClaimColumn.REVERSES;
import static cohealth.io.ClaimColumn.SELF_FUNDED;
import static cohealth.io.ClaimColumn.TOTAL;

import cohealth.money.AmountText;
import cohealth.money.Fen;
import java.util.List;

/**
 * The amounts of a claim's row and how they make up the total (rules: section 2). Holds those of
 * the row read last.
 */
final class ClaimBill {
  /** No part can be what is left. */
  static final long NO_REST = -1;

  private static final List<ClaimColumn> AMOUNTS =
      List.of(TOTAL, ELIGIBLE, SELF_FUNDED, OVER_LIMIT, FIRST_SELF_PAY);

  private final CsvTable table;
  private final FieldText fields;
  private long totalFen;
  private long eligibleFen;
  private long firstSelfPayFen;
  private long overLimitFen;
  private long selfFundedFen;

  ClaimBill(CsvTable table, FieldText fields) {
    this.table = table;
    this.fields = fields;
  }

  long totalFen() {
    return totalFen;
  }

  long eligibleFen() {
    return eligibleFen;
  }

  long firstSelfPayFen() {
    return firstSelfPayFen;
  }

  long overLimitFen() {
    return overLimitFen;
  }

  long selfFundedFen() {
    return selfFundedFen;
  }

  /** Reads the amounts of an ordinary row; what is wrong becomes a problem. */
  void read() {
    if (isRefund()) {
      return;
    }
    totalFen = fields.amount(TOTAL, 0);
    eligibleFen = fields.amount(ELIGIBLE, Fen.NONE);
    firstSelfPayFen = fields.amount(FIRST_SELF_PAY, 0);
    overLimitFen = fields.amount(OVER_LIMIT, 0);
    selfFundedFen = fields.amount(SELF_FUNDED, Fen.NONE);
    if (totalFen == 0) {
      fields.refuse(TOTAL, ProblemCode.TOTAL_NOT_POSITIVE, Shown.cell(table.value(TOTAL)));
      return;
    }
    if (totalFen != FieldText.FAULT
        && eligibleFen != FieldText.FAULT
        && firstSelfPayFen != FieldText.FAULT
        && overLimitFen != FieldText.FAULT
        && selfFundedFen != FieldText.FAULT) {
      completeParts();
    }
  }

  /**
   * Reads the total of a reversal: 0 when blank, without the sign that national exports give it.
   */
  long reversedTotalFen() {
    String text = table.value(TOTAL);
    if (text.isEmpty()) {
      return 0;
    }
    if (text.charAt(0) == '-') {
      long fen = AmountText.fen(text.substring(1));
      if (fen != AmountText.INVALID) {
        return fen;
      }
    }
    return fields.amount(TOTAL, 0);
  }

  private boolean isRefund() {
    if (table.has(REFUND_FLAG) && fields.yes(REFUND_FLAG, false)) {
      refuseRefund(REFUND_FLAG);
      return true;
    }
    for (ClaimColumn column : AMOUNTS) {
      String text = table.value(column);
      if (text.length() > 1 && text.charAt(0) == '-' && AmountText.fen(text.substring(1)) > 0) {
        refuseRefund(column);
        return true;
      }
    }
    return false;
  }

  private void refuseRefund(ClaimColumn sign) {
    fields.refuse(
        table.has(REVERSES) ? REVERSES : sign,
        ProblemCode.REFUND_WITHOUT_ORIGINAL,
        sign.field() + " = " + Shown.cell(table.value(sign)));
  }

  private void completeParts() {
    boolean eligibleGiven = eligibleFen != Fen.NONE;
    boolean selfFundedGiven = selfFundedFen != Fen.NONE;
    long rest = restFen(totalFen, eligibleFen, firstSelfPayFen, overLimitFen, selfFundedFen);
    if (rest == NO_REST) {
      fields.refuse(
          TOTAL,
          eligibleGiven && selfFundedGiven ? ProblemCode.SUM_OFF : ProblemCode.PARTS_EXCEED_TOTAL,
          sum(eligibleGiven, selfFundedGiven),
          Fen.text(givenFen(eligibleFen, firstSelfPayFen, overLimitFen, selfFundedFen)),
          Fen.text(totalFen));
      return;
    }
    if (!eligibleGiven) {
      eligibleFen = rest;
      selfFundedFen = selfFundedGiven ? selfFundedFen : 0;
    } else if (!selfFundedGiven) {
      selfFundedFen = rest;
    }
  }

  /**
   * What is left of a total for the parts that are not given ({@link Fen#NONE}): first eligible,
   * then self-funded (rules: section 2).
   *
   * @return {@link #NO_REST} when the parts are more than the total, or all are given and less
   */
  static long restFen(
      long totalFen,
      long eligibleFen,
      long firstSelfPayFen,
      long overLimitFen,
      long selfFundedFen) {
    long rest = totalFen - givenFen(eligibleFen, firstSelfPayFen, overLimitFen, selfFundedFen);
    boolean allGiven = eligibleFen != Fen.NONE && selfFundedFen != Fen.NONE;
    return (allGiven ? rest != 0 : rest < 0) ? NO_REST : rest;
  }

  private static long givenFen(
      long eligibleFen, long firstSelfPayFen, long overLimitFen, long selfFundedFen) {
    return (eligibleFen == Fen.NONE ? 0 : eligibleFen)
        + firstSelfPayFen
        + overLimitFen
        + (selfFundedFen == Fen.NONE ? 0 : selfFundedFen);
  }

  /** The parts that are given, as a sum in names and numbers. */
  private String sum(boolean eligibleGiven, boolean selfFundedGiven) {
    StringBuilder sum = new StringBuilder();
    if (eligibleGiven) {
      append(sum, ELIGIBLE, eligibleFen);
    }
    append(sum, FIRST_SELF_PAY, firstSelfPayFen);
    append(sum, OVER_LIMIT, overLimitFen);
    if (selfFundedGiven) {
      append(sum, SELF_FUNDED, selfFundedFen);
    }
    return sum.toString();
  }

  private static void append(StringBuilder sum, ClaimColumn column, long fen) {
    if (!sum.isEmpty()) {
      sum.append(" + ");
    }
    sum.append(column.field()).append(' ').append(Fen.text(fen));
  }
}
