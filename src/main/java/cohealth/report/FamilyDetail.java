package cohealth.report;

import cohealth.money.AmountText;
import cohealth.money.Fen;
import cohealth.settlement.FamilyDraw;
import cohealth.text.RowText;
import java.util.List;

/** What each family member paid, as one value: {@code P002:120.00;P003:30.00}. */
public final class FamilyDetail {
  private FamilyDetail() {}

  /** Appends the draws in their order; nothing when there are none. */
  public static void append(RowText out, List<FamilyDraw> draws, Ids ids) {
    for (int i = 0; i < draws.size(); i++) {
      FamilyDraw draw = draws.get(i);
      if (i > 0) {
        out.append(';');
      }
      ids.appendPerson(out, draw.payer());
      out.append(':');
      Fen.append(out, draw.amountFen());
    }
  }

  /** The sum of such a value, or {@link AmountText#INVALID} when it is none. */
  static long sumFen(String detail) {
    long sum = 0;
    for (String draw : detail.isEmpty() ? new String[0] : detail.split(";", -1)) {
      long fen = AmountText.signedFen(draw.substring(draw.indexOf(':') + 1));
      boolean fits = Math.abs(sum) < Long.MAX_VALUE / 2; // an amount is far below that
      if (fen == AmountText.INVALID || draw.indexOf(':') < 1 || !fits) {
        return AmountText.INVALID;
      }
      sum += fen;
    }
    return sum;
  }
}
