package cohealth.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohealth.event.Claim;
import cohealth.event.Roster;
import cohealth.event.StandardLevel;
import cohealth.event.StandardType;
import cohealth.event.Vocabulary;
import cohealth.person.People;
import cohealth.text.IdTable;
import cohealth.time.DayText;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimFileTest {
  private static final String SHORT =
      "claim_id,person_id,service_time,type,facility_level,total,reverses\n";
  private static final long MOMENT = DayText.moment("2025-03-14T09:26:53");

  @TempDir java.nio.file.Path folder;
  private InputFiles files;
  private ClaimContext context;

  @BeforeEach
  void start() throws UnreadableFile {
    files = new InputFiles(folder);
    Vocabulary vocabulary = new Vocabulary();
    vocabulary.types().add("dialysis");
    vocabulary.levels().add("clinic");
    vocabulary.diseases().add("糖尿病");
    context =
        new ClaimContext(
            new Roster(people(), List.of()),
            vocabulary,
            new RowIds(),
            new IdTable(),
            new IdTable());
  }

  private People people() throws UnreadableFile {
    return Objects.requireNonNull(
        HouseholdFile.read(
            files.text(
                "households.csv",
                """
                household_id,person_id,relation,insurance,region,diseases
                A,P0001,self,employee,510400,糖尿病
                A,P0002,child,resident,510400,
                """),
            ReadOptions.DEFAULT,
            files.problems));
  }

  /** What came out of a row. */
  private record Row(String id, int person, long moment, List<String> problems, Claim claim) {
    static Row of(ClaimFile file) throws UnreadableFile {
      Claim none = NO_CLAIM;
      return new Row(
          file.text("claim_id"),
          file.person(),
          file.moment(),
          InputFiles.lines(file.problems()),
          Objects.requireNonNullElse(file.claim(), none));
    }
  }

  private static final Claim NO_CLAIM =
      new Claim(
          -1, -1, 0, 0, 0, 0, 0, false, 0, 0, false, 0, 0, 0, 0, 0, 0, false, false, false, false,
          0);

  private List<Row> first(InputText text) throws UnreadableFile {
    List<Row> rows = new ArrayList<>();
    try (ClaimFile file =
        ClaimFile.first(text, ReadOptions.DEFAULT, context, files.problems, null, person -> {})) {
      while (file != null && file.next()) {
        rows.add(Row.of(file));
      }
    }
    return rows;
  }

  private List<Row> again(InputText text, int firstOrdinal) throws UnreadableFile {
    List<Row> rows = new ArrayList<>();
    try (ClaimFile file = ClaimFile.again(text, ReadOptions.DEFAULT, context, firstOrdinal)) {
      while (file.next()) {
        rows.add(Row.of(file));
      }
    }
    return rows;
  }

  private List<Row> rows(String content) throws UnreadableFile {
    return first(files.text("claims.csv", content));
  }

  private List<String> problems(String content) throws UnreadableFile {
    List<String> problems = new ArrayList<>();
    rows(content).forEach(row -> problems.addAll(row.problems));
    return problems;
  }

  @Test
  void everyColumn() throws UnreadableFile {
    List<Row> rows =
        rows(
            """
            claim_id,person_id,service_time,type,facility_level,facility_id,visit_id,disease,\
            prescriber_level,selected,total,eligible,self_funded,over_limit,first_self_pay,\
            care_region,filed,designated,credential_id,use_account,reverses
            C1,P0001,2025-03-14 09:26:53,chronic,tertiary_a,F1,V1,糖尿病,community,yes,100,70.5,\
            20.5,5,4,330100,yes,no,P0002,no,
            C2,P0002,20250314,general,primary,F1,V2,糖尿病,,,100,,,,,,,,P0002,,
            """);
    assertThat(files.messages()).isEmpty();
    assertThat(rows.stream().flatMap(row -> row.problems.stream())).isEmpty();
    assertThat(rows.get(0).claim)
        .isEqualTo(
            new Claim(
                0,
                0,
                MOMENT,
                StandardType.CHRONIC.ordinal(),
                StandardLevel.TERTIARY_A.ordinal(),
                StandardLevel.COMMUNITY.ordinal(),
                0,
                true,
                1,
                1,
                true,
                10_000,
                7050,
                400,
                500,
                2050,
                330100,
                true,
                false,
                false,
                false,
                Claim.NOTHING));
    assertThat(rows.get(1).claim)
        .isEqualTo(
            new Claim(
                1,
                1,
                DayText.moment("2025-03-14"),
                StandardType.GENERAL.ordinal(),
                StandardLevel.PRIMARY.ordinal(),
                Vocabulary.NONE,
                0,
                false,
                1,
                2,
                false,
                10_000,
                10_000,
                0,
                0,
                0,
                0,
                false,
                true,
                true,
                true,
                Claim.NOTHING));
  }

  /** A quote sends a row to the slow lane. */
  @Test
  void rowsWithAQuoteSayWhatRowsWithoutOneSay() throws UnreadableFile {
    String header =
        """
        claim_id,person_id,service_time,type,facility_level,facility_id,visit_id,disease,\
        prescriber_level,selected,total,eligible,self_funded,over_limit,first_self_pay,\
        care_region,filed,designated,credential_id,use_account,reverses
        """;
    String rows =
        """
        C1,P0001,2025-03-14 09:26:53,chronic,tertiary_a,F1,V1,糖尿病,community,yes,100,70.5,\
        20.5,5,4,330100,yes,no,P0002,no,
        C2,P0002,20250314,general,primary,F1,V2,糖尿病,,,100,,,,,,,,P0002,,
        C3,P0002,20250314,general,primary,F2,,,,no,100,80,,5,,,no,yes,P0001,yes,
        C4,P0001,20250314,general,primary,,V1,,,,100,,10,5,4,,,,,,
        C5,P0001,20250314,general,primary,,,,,,100,60,,20,,,,,,,
        R1,P0001,20250315,,,,,,,,-100.00,,,,,,,,,,C1
        R2,P0001,20250315,,,,,,,,100.00,,,,,,,,,,C4
        R3,P0001,20250315,,,,,,,,,,,,,,,,,,C5
        """;
    List<Claim> plain = rows(header + rows).stream().map(Row::claim).toList();
    start();
    List<Row> quoted = rows(header + rows.replaceAll("(?m)^([CR][0-9])", "\"$1\""));
    assertThat(quoted.stream().flatMap(row -> row.problems.stream())).isEmpty();
    assertThat(quoted.stream().map(Row::claim)).isEqualTo(plain).doesNotContain(NO_CLAIM);
    assertThat(plain.stream().map(Claim::designated))
        .containsExactly(false, true, true, true, true, true, true, true);
    assertThat(plain.stream().map(Claim::ownCredential))
        .containsExactly(false, true, false, true, true, true, true, true);
    assertThat(plain.stream().map(Claim::firstSelfPayFen))
        .containsExactly(400L, 0L, 0L, 400L, 0L, 0L, 0L, 0L);
    assertThat(plain.stream().map(Claim::selfFundedFen))
        .containsExactly(2_050L, 0L, 1_500L, 1_000L, 2_000L, 0L, 0L, 0L);
  }

  @Test
  void nationalExport() throws UnreadableFile {
    List<Row> rows =
        rows(
            """
            setl_id,psn_no,psn_name,setl_time,med_type,hosp_lv,medfee_sumamt,fulamt_ownpay_amt,\
            overlmt_selfpay,preselfpay_amt,inscp_scp_amt,acct_used_flag,refd_setl_flag,hifp_pay,reverses
            C1,P0001,x,2025-03-14 09:26:53,11,三级甲等,100.00,10.00,0.00,5.00,85.00,1,0,0.00,
            C2,P0001,x,2025-03-14 09:26:53,9901,社区,-100.00,-10.00,0.00,-5.00,-85.00,1,1,0.00,C1
            C3,P0001,x,2025-03-14 09:26:53,11,药店,100.00,10.00,0.00,5.00,85.00,1,1,0.00,
            C4,P0001,x,2025-03-14 09:26:53,11,药店,-100.00,-10.00,0.00,-5.00,-85.00,1,0,0.00,
            """);
    assertThat(files.messages())
        .containsExactly(
            "claims.csv:1: note[N101] columns that are not known and were ignored: psn_name,"
                + " hifp_pay");
    assertThat(rows.get(0).claim.eligibleFen()).isEqualTo(8500);
    assertThat(rows.get(1).claim.totalFen()).isEqualTo(10_000);
    assertThat(rows.get(1).claim.isReversal()).isTrue();
    assertThat(rows.get(2).problems)
        .containsExactly(
            "claims.csv:4:76: error[E314] reverses: the row is a refund (refd_setl_flag = 1), but"
                + " does not say of what; write the claim_id of the row that it takes back into the"
                + " column reverses");
    assertThat(rows.get(3).problems)
        .containsExactly(
            "claims.csv:5:80: error[E314] reverses: the row is a refund (total = -100.00), but"
                + " does not say of what; write the claim_id of the row that it takes back into the"
                + " column reverses");
  }

  @ParameterizedTest
  @CsvSource({
    "general,0",
    "11,0",
    "普通门诊,0",
    "EMERGENCY,1",
    "急诊,1",
    "门诊慢特病,2",
    "41,3",
    "药店购药,3",
    "定点药店购药,3",
    "9901,4",
    "门诊两病,4",
    "两病,4",
    "15,5",
    "特药,5",
    "dialysis,6"
  })
  void types(String word, int type) throws UnreadableFile {
    assertThat(rows(SHORT + "C1,P0001,20250101," + word + ",village,1,\n").get(0).claim.type())
        .isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({
    "village,0",
    "村卫生室,0",
    "社区,1",
    "一级,2",
    "二级,3",
    "三级,4",
    "三级甲,5",
    "三级甲等,5",
    "三级乙等,6",
    "三级丙,7",
    "药店,8",
    "零售药店,8",
    "Pharmacy,8",
    "clinic,9"
  })
  void levels(String word, int level) throws UnreadableFile {
    assertThat(rows(SHORT + "C1,P0001,20250101,general," + word + ",1,\n").get(0).claim.level())
        .isEqualTo(level);
  }

  @Test
  void tenErrorsOfAFileAreAllTold() throws UnreadableFile {
    assertThat(
            problems(
                """
                claim_id,person_id,service_time,type,facility_level,total,eligible,self_funded,filed
                C1,P0001,2025-02-30,general,primary,12.345,,,
                =C2,P0009,45730,dialisis,tertairy_a,0,,,maybe
                C1,P0001,2025-03-14 25:00,general,primary,１２.５,￥5,.5,
                C4,,14/03/25,,primary,100,110,,
                """))
        .containsExactly(
            "claims.csv:2:10: error[E211] service_time: '2025-02-30' is not in the calendar;"
                + " correct the day or the month",
            "claims.csv:2:37: error[E207] total: '12.345' has more than two decimals; write 12.35",
            "claims.csv:3:1: error[E222] claim_id: '=***' begins with =; a spreadsheet would run it"
                + " as a formula: remove the character",
            "claims.csv:3:5: error[E303] person_id: there is no person P***09 in the households"
                + " file; add the person or correct the id",
            "claims.csv:3:11: error[E213] service_time: '45730' is a spreadsheet's day number;"
                + " write 2025-03-14",
            "claims.csv:3:17: error[E219] type: 'dialisis' is not one of the words of this column;"
                + " write one of: dialysis",
            "claims.csv:3:26: error[E219] facility_level: 'tertairy_a' is not one of the words of"
                + " this column; write one of: tertiary_a",
            "claims.csv:3:37: error[E313] total: '0' is not above zero; a claim has a bill: delete"
                + " the row, or write its total",
            "claims.csv:3:41: error[E217] filed: 'maybe' is neither yes nor no; write yes or no",
            "claims.csv:4:1: error[E302] claim_id: claim C*** already stands in claims.csv, line 2;"
                + " ids must be unique over all claims files",
            "claims.csv:4:10: error[E212] service_time: '2025-03-14 25:00' has no valid time of"
                + " day; write it as 2025-03-14T09:26:53",
            "claims.csv:4:43: error[E204] total: '１２.５' has full-width characters; write 12.5",
            "claims.csv:4:48: error[E206] eligible: '￥5' has a currency mark; write it as 5",
            "claims.csv:4:51: error[E208] self_funded: '.5' has no digit on one side of the point;"
                + " write 0.5",
            "claims.csv:5:4: error[E201] person_id: is blank; every row needs a value here",
            "claims.csv:5:5: error[E214] service_time: '14/03/25' does not begin with a year of"
                + " four digits; write it as 2025-03-14T09:26:53",
            "claims.csv:5:14: error[E201] type: is blank; every row needs a value here",
            "claims.csv:5:23: error[E312] total: eligible 110.00 + first_self_pay 0.00 + over_limit"
                + " 0.00 = 110.00 is more than the total 100.00; correct the parts or the total");
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "1,234.56|E202|1234.56",
        "1e5|E203|1234.56",
        "１２.５|E204|12.5",
        "+5|E205|5",
        "-0.00|E205|0",
        "￥5|E206|5",
        "5元|E206|5",
        "12.345|E207|12.35",
        "12.3449|E207|12.34",
        "5.|E208|5",
        ".5|E208|0.5",
        "123456789012345|E209|14",
        "123456789012345678901234567890|E209|14",
        "123456789012345678901234567890.123|E209|14",
        "0x10|E210|1234.56",
        "NaN|E210|1234.56",
        "1 2|E210|1234.56",
        "99999999999999.99|ok|",
      },
      delimiter = '|')
  void amounts(String amount, String code, @Nullable String instead) throws UnreadableFile {
    Row row = rows(SHORT + "C1,P0001,20250101,general,primary,\"" + amount + "\",\n").get(0);
    if (code.equals("ok")) {
      assertThat(row.problems).isEmpty();
    } else {
      assertThat(row.problems)
          .singleElement()
          .asString()
          .startsWith("claims.csv:2:35: error[" + code + "] total: '")
          .contains(instead);
    }
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "100||||  |100.00 0.00 0.00 0.00",
        "100||10|5|3|82.00 10.00 5.00 3.00",
        "100||||100|0.00 0.00 0.00 100.00",
        "100|80||5||80.00 15.00 5.00 0.00",
        "100|80|10|5|5|80.00 10.00 5.00 5.00",
      },
      delimiter = '|')
  void partsMakeUpTheTotal(
      String total,
      @Nullable String eligible,
      @Nullable String self,
      @Nullable String over,
      @Nullable String first,
      String parts)
      throws UnreadableFile {
    Claim claim = bill(total, eligible, self, over, first).claim;
    assertThat(
            String.join(
                " ",
                cohealth.money.Fen.text(claim.eligibleFen()),
                cohealth.money.Fen.text(claim.selfFundedFen()),
                cohealth.money.Fen.text(claim.overLimitFen()),
                cohealth.money.Fen.text(claim.firstSelfPayFen())))
        .isEqualTo(parts);
  }

  @Test
  void sumsThatAreOffAreToldInNumbers() throws UnreadableFile {
    assertThat(bill("100", "80", "10", "5", "4").problems)
        .containsExactly(
            "claims.csv:2:35: error[E311] total: eligible 80.00 + first_self_pay 4.00 + over_limit"
                + " 5.00 + self_funded 10.00 = 99.00, but total is 100.00; correct the parts or the"
                + " total");
    context = new ClaimContext(context.roster(), context.vocabulary(), new RowIds(), null, null);
    assertThat(bill("100", "", "90", "5.5", "4.51").problems)
        .containsExactly(
            "claims.csv:2:35: error[E312] total: first_self_pay 4.51 + over_limit 5.50 +"
                + " self_funded 90.00 = 100.01 is more than the total 100.00; correct the parts or"
                + " the total");
  }

  private Row bill(
      String total,
      @Nullable String eligible,
      @Nullable String self,
      @Nullable String over,
      @Nullable String first)
      throws UnreadableFile {
    String row = String.join(",", total, blank(eligible), blank(self), blank(over), blank(first));
    return rows("claim_id,person_id,service_time,type,facility_level,total,eligible,self_funded,"
            + "over_limit,first_self_pay\nC1,P0001,20250101,general,primary,"
            + row
            + "\n")
        .get(0);
  }

  private static String blank(@Nullable String text) {
    return text == null ? "" : text;
  }

  @Test
  void reversalsNeedFourColumnsOnly() throws UnreadableFile {
    InputText one =
        files.text(
            "a.csv",
            SHORT
                + "R1,P0001,20250102,,,,C2\n"
                + "R2,P0001,20250102,nonsense,x,abc,C2\n"
                + "R3,P0001,20250102,,,-5.00,C9\n"
                + "R4,,20250102,,,5,C\t9\n");
    InputText two = files.text("b.csv", SHORT + "C2,P0001,20250101,general,primary,5,\n");
    List<Row> rows = first(one);
    assertThat(rows.get(0).claim.reverses()).isEqualTo(Claim.UNKNOWN);
    assertThat(rows.get(0).claim.totalFen()).isZero();
    assertThat(rows.get(1).problems).singleElement().asString().contains("error[E210] total");
    assertThat(rows.get(3).problems)
        .containsExactly(
            "a.csv:5:4: error[E201] person_id: is blank; every row needs a value here",
            "a.csv:5:18: error[E220] reverses: 'C***' contains \\u{0009}, which no id may"
                + " contain; remove it");
    int second = context.ids().size();
    first(two);
    List<Row> again = again(one, 0);
    assertThat(again.get(0).claim.reverses()).isEqualTo(4);
    assertThat(again.get(2).claim.reverses()).isEqualTo(Claim.UNKNOWN);
    assertThat(again.get(2).claim.totalFen()).isEqualTo(500);
    assertThat(again(two, second).get(0).claim.ordinal()).isEqualTo(4);
  }

  @Test
  void theSecondPassGivesTheSameRowsAsTheFirst() throws UnreadableFile {
    String content =
        SHORT
            + "C1,P0001,20250101,general,primary,5,\n"
            + "C1,P0001,20250101,general,primary,5,\n"
            + "\n"
            + "C3,P0009,2025010,general\n"
            + ",P0002,20250101,general,primary,5,\n"
            + "C5,P0002,20250101,general,primary,5,";
    InputText one = files.text("a.csv", content);
    InputText two = files.text("b.csv", content.replace("C5", "C6"));
    List<Row> first = first(one);
    int second = context.ids().size();
    List<Row> later = first(two);
    assertThat(again(one, 0)).isEqualTo(first);
    assertThat(again(two, second)).isEqualTo(later);
    assertThat(first.stream().filter(row -> !row.claim.equals(NO_CLAIM))).hasSize(2);
    assertThat(later.get(0).problems)
        .containsExactly(
            "b.csv:2:1: error[E302] claim_id: claim C*** already stands in a.csv, line 2; ids must"
                + " be unique over all claims files");
    assertThat(later.get(5).claim.ordinal()).isEqualTo(11);
  }

  @Test
  void refusedRowsTellPersonAndTimeWhereTheyCan() throws UnreadableFile {
    List<Row> rows =
        rows(
            SHORT
                + "C1,P0001,20250101,general,primary,x,\n"
                + "C2,P0001,20250101,general\n"
                + "C3,P0009,20250101,general,primary,1,\n"
                + "C4,P0002,2025,general,primary,1,\n"
                + "\n"
                + "C6,P0002,20250101,general,primary,1,\n"
                + "C7,P0002,,general,primary,1,\n");
    long moment = DayText.moment("20250101");
    assertThat(rows.stream().map(Row::person)).containsExactly(0, 0, -1, 1, -1, 1, 1);
    assertThat(rows.stream().map(Row::moment))
        .containsExactly(
            moment,
            moment,
            moment,
            ClaimFile.NO_MOMENT,
            ClaimFile.NO_MOMENT,
            moment,
            ClaimFile.NO_MOMENT);
    assertThat(rows.stream().map(Row::id)).containsExactly("C1", "C2", "C3", "C4", "", "C6", "C7");
    assertThat(rows.get(5).claim.ordinal()).isEqualTo(5);
  }

  @Test
  void whatEndsTheReadingIsAProblemOfTheRun() throws UnreadableFile {
    List<Row> rows =
        rows(
            SHORT
                + "C1,P0001,20250101,general,primary,1,\n"
                + "C2,P0001,20250101,gen\"eral,primary,1,\n"
                + "C3,P0001,20250101,general,primary,1,\n");
    assertThat(rows).hasSize(1);
    assertThat(files.messages())
        .singleElement()
        .asString()
        .startsWith("claims.csv:3:22: error[E108]");
    files = new InputFiles(folder);
    assertThat(rows("claim_id,person_id\nx,y\n")).isEmpty();
    assertThat(files.codes()).hasSize(4).containsOnly(ProblemCode.MISSING_COLUMN);
    files = new InputFiles(folder);
    assertThat(rows(SHORT)).isEmpty();
    assertThat(files.messages()).isEmpty();
  }

  @Test
  void problemsFoundLaterAreLocated() throws UnreadableFile {
    InputText text = files.text("a.csv", SHORT + "C1,P0001,20250101,general,primary,5,\n");
    try (ClaimFile file =
        Objects.requireNonNull(
            ClaimFile.first(
                text, ReadOptions.DEFAULT, context, files.problems, null, person -> {}))) {
      assertThat(file.next()).isTrue();
      assertThat(file.text("total")).isEqualTo("5");
      assertThat(InputFiles.lines(List.of(file.at("total", ProblemCode.REVERSAL_TOTAL, "5", "6"))))
          .containsExactly(
              "a.csv:2:35: error[E315] total: '5' is not the total of the claim taken back, 6;"
                  + " leave the cell blank; for a partial refund, reverse and settle again");
      assertThatThrownBy(() -> file.at("nothing", ProblemCode.REVERSAL_TOTAL))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aFileThatChangesBetweenThePassesIsNoticed() throws IOException {
    InputText text = files.text("a.csv", SHORT + "C1,P0001,20250101,general,primary,5,\n");
    first(text);
    Files.writeString(folder.resolve("a.csv"), SHORT + "C1,P0001,20250101,general,primary,5000,\n");
    assertThatThrownBy(() -> again(text, 0)).isInstanceOf(UnreadableFile.class);
  }
}
