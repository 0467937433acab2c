package cohealth.io;

import cohealth.money.Fen;
import cohealth.report.FamilyDetail;
import cohealth.report.Ids;
import cohealth.settlement.ActivityResult;
import cohealth.time.Moment;

/** What became of the activities as CSV. As in {@link SettlementCsv}, no value has to be quoted. */
public record ActivitiesCsv(Ids ids) implements RowFormat<ActivityResult> {
  private static final String HEADER =
      "activity_id,person_id,time,kind,status,amount,payer_detail,own_balance,reason\n";

  @Override
  public String before() {
    return HEADER;
  }

  @Override
  public void append(StringBuilder out, ActivityResult row) {
    out.append(ids.activity(row.ordinal())).append(',');
    out.append(ids.person(row.activity().person())).append(',');
    out.append(Moment.text(row.activity().moment())).append(',');
    out.append(ActivityKind.of(row.activity()).word()).append(',');
    out.append(row.accepted() ? "accepted" : "refused").append(',');
    if (row.amountFen() != Fen.NONE) {
      Fen.append(out, row.amountFen());
    }
    out.append(',');
    FamilyDetail.append(out, row.payers(), ids);
    out.append(',');
    Fen.append(out, row.ownBalanceFen());
    out.append(',').append(row.reason());
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
