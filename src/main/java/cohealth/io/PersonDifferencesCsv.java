package cohealth.io;

import cohealth.comparison.PaidBy;
import cohealth.comparison.PersonDifference;
import cohealth.money.Fen;
import cohealth.text.RowText;

/** What a reform means for each person, as CSV. No value has to be quoted. */
public final class PersonDifferencesCsv implements RowFormat<PersonDifference> {
  @Override
  public String before() {
    StringBuilder header = new StringBuilder("person_id,household_id,claims,total");
    for (PaidBy payer : PaidBy.values()) {
      appendNames(header, payer.toString());
    }
    appendNames(header, "given");
    return header.append(",cap_before,cap_after\n").toString();
  }

  private static void appendNames(StringBuilder header, String name) {
    for (String part : new String[] {"before", "after", "difference"}) {
      header.append(',').append(name).append('_').append(part);
    }
  }

  @Override
  public void append(RowText out, PersonDifference row) {
    out.append(row.person()).append(',').append(row.household()).append(',');
    out.append(row.rows()).append(',');
    Fen.append(out, row.billedFen());
    for (PaidBy payer : PaidBy.values()) {
      amounts(out, row.paid().before().fen(payer), row.paid().after().fen(payer));
    }
    amounts(out, row.givenBeforeFen(), row.givenAfterFen());
    out.append(row.capBefore() ? ",yes" : ",no").append(row.capAfter() ? ",yes" : ",no");
  }

  private static void amounts(RowText out, long beforeFen, long afterFen) {
    for (long fen : new long[] {beforeFen, afterFen, afterFen - beforeFen}) {
      Fen.append(out.append(','), fen);
    }
  }

  @Override
  public String between() {
    return "\n";
  }

  @Override
  public String after(boolean any) {
    return any ? "\n" : "";
  }
}
