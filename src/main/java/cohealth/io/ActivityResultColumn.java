package cohealth.io;

import cohealth.money.Fen;
import cohealth.report.FamilyDetail;
import cohealth.report.Ids;
import cohealth.report.ResultColumn;
import cohealth.settlement.ActivityResult;
import cohealth.text.RowText;
import cohealth.time.Moment;
import java.util.List;
import java.util.Locale;

/** The columns of the results of activities, in their order. */
public enum ActivityResultColumn implements ResultColumn<ActivityResult> {
  ACTIVITY_ID((out, row, ids) -> ids.appendActivity(out, row.ordinal())),
  PERSON_ID((out, row, ids) -> ids.appendPerson(out, row.activity().person())),
  TIME((out, row, ids) -> Moment.append(out, row.activity().moment(), 'T')),
  KIND((out, row, ids) -> out.append(ActivityKind.of(row.activity()).word())),
  STATUS((out, row, ids) -> out.append(row.accepted() ? "accepted" : "refused")),
  AMOUNT(ActivityResultColumn::appendAmount),
  PAYER_DETAIL((out, row, ids) -> FamilyDetail.append(out, row.payers(), ids)),
  OWN_BALANCE((out, row, ids) -> Fen.append(out, row.ownBalanceFen())),
  REASON((out, row, ids) -> out.append(row.reason()));

  @SuppressWarnings("ImmutableEnumChecker") // each is a lambda without state
  private final Writer writer;

  ActivityResultColumn(Writer writer) {
    this.writer = writer;
  }

  /** All of them. */
  public static List<ActivityResultColumn> all() {
    return List.of(values());
  }

  @Override
  public String header() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void append(RowText out, ActivityResult row, Ids ids) {
    writer.append(out, row, ids);
  }

  @Override
  public boolean namesPeople() {
    return this == PERSON_ID || this == PAYER_DETAIL;
  }

  /** Appends the value of one column of a row. */
  private interface Writer {
    void append(RowText out, ActivityResult row, Ids ids);
  }

  private static void appendAmount(RowText out, ActivityResult row, Ids ids) {
    if (row.amountFen() != Fen.NONE) {
      Fen.append(out, row.amountFen());
    }
  }
}
