package cohealth.io;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.event.Activity;
import cohealth.money.Fen;
import cohealth.person.Attribute;
import cohealth.person.Insured;
import cohealth.person.Purse;
import cohealth.report.Ids;
import cohealth.settlement.ActivityResult;
import cohealth.settlement.FamilyDraw;
import cohealth.text.RowText;
import cohealth.time.DayText;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActivitiesCsvTest {
  private static final long MOMENT = DayText.moment("2025-03-14T09:26:53");

  private ActivitiesCsv csv;

  @BeforeEach
  void start() {
    csv =
        new ActivitiesCsv(
            new Ids() {
              @Override
              public String activity(int ordinal) {
                return "A" + ordinal;
              }

              @Override
              public String claim(int ordinal) {
                throw new IllegalStateException("no claims here");
              }

              @Override
              public String person(int index) {
                return "P" + index;
              }
            });
  }

  private String text(ActivityResult row) {
    RowText out = new RowText();
    csv.append(out, row);
    return out.toString();
  }

  @Test
  void header() {
    assertThat(csv.before())
        .isEqualTo(
            "activity_id,person_id,time,kind,status,amount,payer_detail,own_balance,reason\n");
    assertThat(csv.between()).isEqualTo("\n");
    assertThat(csv.after(true)).isEqualTo("\n");
    assertThat(csv.after(false)).isEmpty();
  }

  @Test
  void acceptedRows() {
    assertThat(
            text(
                ActivityResult.accepted(
                    new Activity.Credit(0, 7, MOMENT, Purse.CURRENT, Fen.NONE),
                    28_800,
                    List.of(),
                    128_800)))
        .isEqualTo("A0,P7,2025-03-14T09:26:53,credit,accepted,288.00,,1288.00,");
    assertThat(
            text(
                ActivityResult.accepted(
                    new Activity.Premium(1, 8, MOMENT, Activity.NOBODY, true, 40_000, 2026),
                    40_000,
                    List.of(new FamilyDraw(7, 30_005), new FamilyDraw(9, 9995)),
                    0)))
        .isEqualTo("A1,P8,2025-03-14T09:26:53,premium,accepted,400.00,P7:300.05;P9:99.95,0.00,");
    assertThat(
            text(
                ActivityResult.accepted(
                    new Activity.Transfer(2, 8, MOMENT, true, 7, 1234),
                    1234,
                    List.of(new FamilyDraw(7, 1234)),
                    1234)))
        .isEqualTo("A2,P8,2025-03-14T09:26:53,transfer,accepted,12.34,P7:12.34,12.34,");
    assertThat(
            text(
                ActivityResult.accepted(
                    new Activity.Change(3, 7, MOMENT, Attribute.PLAN, Insured.NOTHING),
                    Fen.NONE,
                    List.of(),
                    5)))
        .isEqualTo("A3,P7,2025-03-14T09:26:53,change,accepted,,,0.05,");
  }

  @Test
  void refusedRowsMoveNothing() {
    ActivityResult refused =
        ActivityResult.refused(
            new Activity.Transfer(4, 8, MOMENT, true, 7, 1234), "INSUFFICIENT", 100);
    assertThat(refused.accepted()).isFalse();
    assertThat(text(refused))
        .isEqualTo("A4,P8,2025-03-14T09:26:53,transfer,refused,0.00,,1.00,INSUFFICIENT");
  }
}
