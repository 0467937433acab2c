package cohealth.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cohealth.event.Activity;
import cohealth.money.Fen;
import cohealth.person.Attribute;
import cohealth.person.Category;
import cohealth.person.Insurance;
import cohealth.person.Insured;
import cohealth.person.People;
import cohealth.person.Purse;
import cohealth.time.Day;
import cohealth.time.DayText;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityFileTest {
  private static final String HEADER =
      "activity_id,time,kind,person_id,payer_id,mode,purse,amount,plan_year,field,value\n";
  private static final long DAY = DayText.moment("2025-03-14");

  @TempDir java.nio.file.Path folder;
  private InputFiles files;
  private People people;
  private RowIds ids;

  @BeforeEach
  void start() throws UnreadableFile {
    files = new InputFiles(folder);
    ids = new RowIds();
    people =
        Objects.requireNonNull(
            HouseholdFile.read(
                files.text(
                    "households.csv",
                    """
                    household_id,person_id,relation,insurance,region
                    A,P0001,self,employee,510400
                    A,P0002,child,resident,510400
                    """),
                ReadOptions.DEFAULT,
                files.problems));
  }

  /** What came out of a row. */
  private record Row(
      int ordinal,
      int line,
      String id,
      int person,
      int payer,
      long moment,
      List<String> problems,
      @Nullable Activity activity) {
    static Row of(ActivityFile file) {
      return new Row(
          file.ordinal(),
          file.line(),
          file.id(),
          file.person(),
          file.payer(),
          file.moment(),
          InputFiles.lines(file.problems()),
          file.activity());
    }
  }

  private List<Row> rows(InputText text) throws UnreadableFile {
    List<Row> rows = new ArrayList<>();
    try (ActivityFile file =
        ActivityFile.open(text, ReadOptions.DEFAULT, people, ids, files.problems)) {
      while (file != null && file.next()) {
        rows.add(Row.of(file));
      }
    }
    return rows;
  }

  private List<Row> rows(String content) throws UnreadableFile {
    return rows(files.text("a.csv", content));
  }

  private List<@Nullable Activity> activities(String content) throws UnreadableFile {
    List<Row> rows = rows(content);
    assertThat(rows.stream().flatMap(row -> row.problems.stream())).isEmpty();
    assertThat(files.messages()).isEmpty();
    return rows.stream().map(Row::activity).toList();
  }

  private List<String> problems(String content) throws UnreadableFile {
    return rows(content).stream().flatMap(row -> row.problems.stream()).toList();
  }

  @Test
  void everyKind() throws UnreadableFile {
    assertThat(
            activities(
                HEADER
                    + "A1,2025-03-14,credit,P0001,,,prior,100.5,,,\n"
                    + "A2,2025-03-14,CREDIT,P0001,,,,,,,\n"
                    + "A3,2025-03-14,premium,P0002,P0001,personal,,400,2026,,\n"
                    + "A4,2025-03-14,premium,P0002,,family,,,2026,,\n"
                    + "A5,2025-03-14,transfer,P0002,P0001,,,12.34,,,\n"
                    + "A6,2025-03-14,change,P0001,,,,,,category,retired\n"))
        .containsExactly(
            new Activity.Credit(0, 0, DAY, Purse.PRIOR, 10_050),
            new Activity.Credit(1, 0, DAY, Purse.CURRENT, Fen.NONE),
            new Activity.Premium(2, 1, DAY, 0, false, 40_000, 2026),
            new Activity.Premium(3, 1, DAY, Activity.NOBODY, true, Fen.NONE, 2026),
            new Activity.Transfer(4, 1, DAY, false, 0, 1234),
            new Activity.Change(
                5,
                0,
                DAY,
                Attribute.CATEGORY,
                Insured.NOTHING.with(Attribute.CATEGORY, insured(Category.RETIRED))));
  }

  private static Insured insured(Category category) {
    Insured nothing = Insured.NOTHING;
    return new Insured(
        nothing.insurance(),
        category,
        "",
        false,
        0,
        false,
        nothing.benefitFrom(),
        nothing.benefitTo(),
        nothing.retiredOn(),
        null,
        false,
        nothing.contributionBaseFen());
  }

  @Test
  void chineseHeadersAndWordsInGb18030() throws UnreadableFile {
    String content =
        """
        业务编号,办理时间,业务类型,人员编号,共济人编号,缴费方式,账户,金额,缴费年度,变更项,变更值
        A1,2025-03-14,划入,P0001,,,历年,1,,,
        A2,2025-03-14,划入,P0001,,,当年,1,,,
        A3,2025-03-14,划入,P0001,,,钱包,1,,,
        A4,2025-03-14,代缴,P0002,P0001,个人,,,2026,,
        A5,2025-03-14,代缴,P0002,,家庭,,,2026,,
        A6,2025-03-14,转账,P0002,P0001,,,1,,,
        A7,2025-03-14,变更,P0001,,,,,,参保状态,暂停
        """;
    List<Row> rows = rows(files.text("a.csv", content, Charset.forName("GB18030")));
    assertThat(files.codes()).containsExactly(ProblemCode.READ_AS_GB18030);
    assertThat(rows.stream().flatMap(row -> row.problems.stream())).isEmpty();
    assertThat(rows.stream().map(Row::activity).limit(6))
        .containsExactly(
            new Activity.Credit(0, 0, DAY, Purse.PRIOR, 100),
            new Activity.Credit(1, 0, DAY, Purse.CURRENT, 100),
            new Activity.Credit(2, 0, DAY, Purse.WALLET, 100),
            new Activity.Premium(3, 1, DAY, 0, false, Fen.NONE, 2026),
            new Activity.Premium(4, 1, DAY, Activity.NOBODY, true, Fen.NONE, 2026),
            new Activity.Transfer(5, 1, DAY, false, 0, 100));
    Activity.Change change = (Activity.Change) Objects.requireNonNull(rows.get(6).activity);
    assertThat(change.attribute()).isEqualTo(Attribute.STATUS);
    assertThat(change.value().suspended()).isTrue();
  }

  @Test
  void fourColumnsAreEnoughForACredit() throws UnreadableFile {
    assertThat(activities("kind,person_id,time,activity_id\ncredit,P0001,20250314,A1\n"))
        .containsExactly(new Activity.Credit(0, 0, DAY, Purse.CURRENT, Fen.NONE));
  }

  @Test
  void aBlankModeFollowsFromThePayer() throws UnreadableFile {
    assertThat(
            activities(
                HEADER
                    + "A1,2025-03-14,premium,P0002,P0001,,,,2026,,\n"
                    + "A2,2025-03-14,premium,P0002,,,,,2026,,\n"))
        .containsExactly(
            new Activity.Premium(0, 1, DAY, 0, false, Fen.NONE, 2026),
            new Activity.Premium(1, 1, DAY, Activity.NOBODY, true, Fen.NONE, 2026));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-03-14,false",
    "2025/3/14,false",
    "20250314,false",
    "2025-03-14T00:00:00,true",
    "2025-03-14 00:00,true",
    "2025-03-14 23:59:59,true"
  })
  void aTransferTellsWhetherATimeIsWritten(String time, boolean written) throws UnreadableFile {
    Activity.Transfer transfer =
        (Activity.Transfer)
            Objects.requireNonNull(
                activities(HEADER + "A1," + time + ",transfer,P0002,P0001,,,1,,,\n").get(0));
    assertThat(transfer.timeWritten()).isEqualTo(written);
    assertThat(transfer.moment()).isEqualTo(DayText.moment(time));
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "insurance|resident|RESIDENT",
        "insurance|310|EMPLOYEE",
        "险种|居民医保|RESIDENT",
        "insurance|none|NONE",
        "category|retired|RETIRED",
        "psn_type|1103|FLEXIBLE",
        "category|  |null",
        "plan|一档|一档",
        "plan|  |",
        "contracted|yes|true",
        "家庭医生签约|否|false",
        "region|510402|510402",
        "参保地|330200|330200",
        "status|normal|false",
        "psn_insu_stas|2|true",
        "benefit_from|2025-02-01|2025-02-01",
        "benefit_from|  |-2147483648",
        "benefit_to|20251231|2025-12-31",
        "待遇结束|  |2147483647",
        "retired_on|2024/5/6|2024-05-06",
        "retired_on|  |-2147483648",
        "diseases|高血压; 糖尿病；|[高血压, 糖尿病]",
        "diseases|  |[]",
        "wallet|是|true",
        "wallet|no|false",
        "contribution_base|8000.5|800050",
        "contribution_base|0|0",
        "缴费基数|  |-1",
      },
      delimiter = '|')
  void changesAreReadAsTheHouseholdsColumn(
      String field, @Nullable String value, @Nullable String expected) throws UnreadableFile {
    String written = value == null ? "" : value;
    Activity.Change change =
        (Activity.Change)
            Objects.requireNonNull(
                activities(HEADER + "A1,20250314,change,P0001,,,,,," + field + "," + written + "\n")
                    .get(0));
    assertThat(shown(change)).isEqualTo(expected == null ? "" : expected);
    // and nothing else is told
    assertThat(change.value().with(change.attribute(), change.value()))
        .isEqualTo(Insured.NOTHING.with(change.attribute(), change.value()));
  }

  private static String shown(Activity.Change change) {
    Insured value = change.value();
    return switch (change.attribute()) {
      case INSURANCE -> value.insurance().name();
      case CATEGORY -> String.valueOf(value.category());
      case PLAN -> value.plan();
      case CONTRACTED -> Boolean.toString(value.contracted());
      case REGION -> Integer.toString(value.region());
      case STATUS -> Boolean.toString(value.suspended());
      case BENEFIT_FROM -> day(value.benefitFrom());
      case BENEFIT_TO -> day(value.benefitTo());
      case RETIRED_ON -> day(value.retiredOn());
      case DISEASES -> String.valueOf(value.diseases());
      case WALLET -> Boolean.toString(value.walletOpened());
      case CONTRIBUTION_BASE -> Long.toString(value.contributionBaseFen());
    };
  }

  private static String day(int day) {
    return day == Day.OPEN_START || day == Day.OPEN_END ? Integer.toString(day) : Day.text(day);
  }

  @Test
  void everyAttributeCanBeNamed() {
    for (Attribute attribute : Attribute.values()) {
      HouseholdColumn column = HouseholdColumn.valueOf(attribute.name());
      assertThat(ActivityWords.ATTRIBUTES.find(column.field())).isEqualTo(attribute);
      assertThat(ActivityWords.ATTRIBUTES.find(column.aliases().get(0))).isEqualTo(attribute);
    }
  }

  @Test
  void aChangeOfAnEmployeeIsAppliedToThePerson() throws UnreadableFile {
    List<@Nullable Activity> activities =
        activities(
            HEADER
                + "A1,20250314,change,P0001,,,,,,insurance,resident\n"
                + "A2,20250314,change,P0001,,,,,,benefit_from,2025-04-01\n"
                + "A3,20250314,change,P0001,,,,,,diseases,高血压\n");
    Insured insured = people.get(0).insured();
    for (Activity activity : activities) {
      Activity.Change change = (Activity.Change) Objects.requireNonNull(activity);
      insured = insured.with(change.attribute(), change.value());
    }
    assertThat(insured.insurance()).isEqualTo(Insurance.RESIDENT);
    assertThat(insured.benefitFrom()).isEqualTo(Day.of(LocalDate.of(2025, 4, 1)));
    assertThat(insured.diseases()).isEqualTo(Set.of("高血压"));
    assertThat(insured.region()).isEqualTo(510400);
  }

  @Test
  void allErrorsOfAFileAreTold() throws UnreadableFile {
    assertThat(
            problems(
                HEADER
                    + "A1,2025-02-30,credits,P0009,P0008,perhaps,later,12.345,26,status2,x\n"
                    + "A1,45730,transfer,P0002,P0002,,,0,,,\n"
                    + "A1,20250314,transfer,P0002,,family,current,,2026,,\n"
                    + "=A4,,premium,,P0001,family,,-5,,,\n"
                    + "A5,20250314,premium,P0002,,personal,,x,20260,,\n"
                    + "A6,20250314,change,P0001,P0002,personal,prior,5,2026,,\n"
                    + "A7,20250314,change,P0001,,,,,,region,\n"
                    + "A8,20250314,credit,P0001,P0002,,,0.00,,plan,一档\n"))
        .containsExactly(
            "a.csv:2:4: error[E211] time: '2025-02-30' is not in the calendar; correct the day or"
                + " the month",
            "a.csv:2:15: error[E219] kind: 'credits' is not one of the words of this column; write"
                + " one of: credit",
            "a.csv:2:23: error[E303] person_id: there is no person P***09 in the households file;"
                + " add the person or correct the id",
            "a.csv:2:29: error[E303] payer_id: there is no person P***08 in the households file;"
                + " add the person or correct the id",
            "a.csv:2:35: error[E219] mode: 'perhaps' is not one of the words of this column; write"
                + " one of: personal, family",
            "a.csv:2:43: error[E219] purse: 'later' is not one of the words of this column; write"
                + " one of: prior, current, wallet",
            "a.csv:2:49: error[E207] amount: '12.345' has more than two decimals; write 12.35",
            "a.csv:2:56: error[E230] plan_year: '26' is not a year; write its four digits, as"
                + " 2025",
            "a.csv:2:59: error[E219] field: 'status2' is not one of the words of this column;"
                + " write one of: status",
            "a.csv:3:1: error[E321] activity_id: activity A*** already stands in a.csv, line 2; ids"
                + " must be unique over all activities files",
            "a.csv:3:4: error[E213] time: '45730' is a spreadsheet's day number; write 2025-03-14",
            "a.csv:3:25: error[E320] payer_id: payer and person are the same, P***02; name the"
                + " family member whose account pays",
            "a.csv:3:33: error[E229] amount: '0' is not above zero; write the amount that moves, or"
                + " delete the row",
            "a.csv:4:1: error[E321] activity_id: activity A*** already stands in a.csv, line 2; ids"
                + " must be unique over all activities files",
            "a.csv:4:28: error[E227] payer_id: is blank; a row with kind transfer needs a value"
                + " here",
            "a.csv:4:29: error[E228] mode: is filled in, but a row with kind transfer does not use"
                + " it; leave the cell blank",
            "a.csv:4:36: error[E228] purse: is filled in, but a row with kind transfer does not use"
                + " it; leave the cell blank",
            "a.csv:4:44: error[E227] amount: is blank; a row with kind transfer needs a value here",
            "a.csv:4:45: error[E228] plan_year: is filled in, but a row with kind transfer does not"
                + " use it; leave the cell blank",
            "a.csv:5:1: error[E222] activity_id: '=***' begins with =; a spreadsheet would run it as"
                + " a formula: remove the character",
            "a.csv:5:5: error[E201] time: is blank; every row needs a value here",
            "a.csv:5:14: error[E201] person_id: is blank; every row needs a value here",
            "a.csv:5:15: error[E228] payer_id: is filled in, but a row with mode family does not"
                + " use it; leave the cell blank",
            "a.csv:5:29: error[E205] amount: '-5' has a sign; amounts here are never negative:"
                + " write it as 1234.56",
            "a.csv:5:32: error[E227] plan_year: is blank; a row with kind premium needs a value"
                + " here",
            "a.csv:6:27: error[E227] payer_id: is blank; a row with mode personal needs a value"
                + " here",
            "a.csv:6:38: error[E210] amount: 'x' is not an amount; write digits with at most two"
                + " decimals, as 1234.56",
            "a.csv:6:40: error[E230] plan_year: '20260' is not a year; write its four digits, as"
                + " 2025",
            "a.csv:7:26: error[E228] payer_id: is filled in, but a row with kind change does not"
                + " use it; leave the cell blank",
            "a.csv:7:32: error[E228] mode: is filled in, but a row with kind change does not use"
                + " it; leave the cell blank",
            "a.csv:7:41: error[E228] purse: is filled in, but a row with kind change does not use"
                + " it; leave the cell blank",
            "a.csv:7:47: error[E228] amount: is filled in, but a row with kind change does not use"
                + " it; leave the cell blank",
            "a.csv:7:49: error[E228] plan_year: is filled in, but a row with kind change does not"
                + " use it; leave the cell blank",
            "a.csv:7:54: error[E227] field: is blank; a row with kind change needs a value here",
            "a.csv:8:38: error[E227] value: is blank; a row with field region needs a value here",
            "a.csv:9:26: error[E228] payer_id: is filled in, but a row with kind credit does not"
                + " use it; leave the cell blank",
            "a.csv:9:34: error[E229] amount: '0.00' is not above zero; write the amount that moves,"
                + " or delete the row",
            "a.csv:9:40: error[E228] field: is filled in, but a row with kind credit does not use"
                + " it; leave the cell blank",
            "a.csv:9:45: error[E228] value: is filled in, but a row with kind credit does not use"
                + " it; leave the cell blank");
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "insurance|  |E227",
        "insurance|employe|E219",
        "region|  |E227",
        "region|51040|E225",
        "status|  |E227",
        "status|maybe|E219",
        "contracted|  |E227",
        "contracted|maybe|E217",
        "wallet|  |E227",
        "wallet|x|E217",
        "category|child|E219",
        "benefit_from|2025-02-30|E211",
        "benefit_to|2025-02-01 08:00|E216",
        "retired_on|45730|E213",
        "contribution_base|1e5|E203",
        "contribution_base|-1|E205",
        "plan|a\u200bb|E226",
        "diseases|a\u202eb|E226",
        "birth_date|2025-01-01|E219",
      },
      delimiter = '|')
  void valuesThatAnAttributeCannotHave(String field, @Nullable String value, String code)
      throws UnreadableFile {
    String written = value == null ? "" : value;
    String cell = code.equals("E219") && field.equals("birth_date") ? "field" : "value";
    assertThat(problems(HEADER + "A1,20250314,change,P0001,,,,,," + field + "," + written + "\n"))
        .singleElement()
        .asString()
        .startsWith("a.csv:2:")
        .contains("error[" + code + "] " + cell + ": ");
  }

  @ParameterizedTest
  @CsvSource({"2026,true", "1000,true", "0999,false", "２０２６,false", "2026.0,false", "+202,false"})
  void planYears(String year, boolean good) throws UnreadableFile {
    assertThat(problems(HEADER + "A1,20250314,premium,P0002,,,,," + year + ",,\n").isEmpty())
        .isEqualTo(good);
  }

  @Test
  void columnsThatARowNeedsAndTheFileDoesNotHave() throws UnreadableFile {
    assertThat(
            problems(
                """
                activity_id,time,kind,person_id
                A1,20250314,transfer,P0002
                A2,20250314,premium,P0002
                A3,20250314,change,P0002
                """))
        .containsExactly(
            "a.csv:2: error[E227] payer_id: is blank; a row with kind transfer needs a value here",
            "a.csv:2: error[E227] amount: is blank; a row with kind transfer needs a value here",
            "a.csv:3: error[E227] plan_year: is blank; a row with kind premium needs a value here",
            "a.csv:4: error[E227] field: is blank; a row with kind change needs a value here");
  }

  @Test
  void wordsAreToldAsTheyAreWritten() throws UnreadableFile {
    assertThat(
            problems(
                HEADER
                    + "A1,20250314,划入,P0001,,个人,,,,,\n"
                    + "A2,20250314,代缴,P0002,P0001,家庭,,,2026,,\n"
                    + "A3,20250314,变更,P0002,,,,,,参保地,\n"))
        .containsExactly(
            "a.csv:2:23: error[E228] mode: is filled in, but a row with kind 划入 does not use it;"
                + " leave the cell blank",
            "a.csv:3:22: error[E228] payer_id: is filled in, but a row with mode 家庭 does not use"
                + " it; leave the cell blank",
            "a.csv:4:31: error[E227] value: is blank; a row with field 参保地 needs a value here");
  }

  @Test
  void idsAndOrdinalsGoOnOverAllFiles() throws UnreadableFile {
    String row = ",20250314,credit,P0001,,,,,,,\n";
    rows(files.text("jan.csv", HEADER + "A1" + row + "\nA3" + row));
    List<Row> rows = rows(files.text("feb.csv", HEADER + "A3" + row + "A5" + row));
    assertThat(rows.get(0).problems)
        .containsExactly(
            "feb.csv:2:1: error[E321] activity_id: activity A*** already stands in jan.csv, line"
                + " 4; ids must be unique over all activities files");
    assertThat(rows.get(0).activity).isNull();
    assertThat(Objects.requireNonNull(rows.get(1).activity).ordinal()).isEqualTo(4);
    assertThat(rows.stream().map(Row::ordinal)).containsExactly(3, 4);
    assertThat(rows.stream().map(Row::line)).containsExactly(2, 3);
    assertThat(ids.size()).isEqualTo(5);
    assertThat(ids.id(4)).isEqualTo("A5");
    assertThat(ids.place(4)).isEqualTo(new RowIds.Place("feb.csv", 3));
  }

  @Test
  void refusedRowsTellPersonPayerAndTimeWhereTheyCan() throws UnreadableFile {
    List<Row> rows =
        rows(
            HEADER
                + "A1,20250314,transfer,P0002,P0001,,,x,,,\n"
                + "A2,20250314,transfer,P0002,P0001\n"
                + "A3,20250314,credit,P0009,,,,1,,,\n"
                + "A4,2025,credit,P0002,,,,1,,,\n"
                + "\n"
                + "A6,20250314,credit,P0002,,,,1,,,\n");
    assertThat(rows.stream().map(Row::person)).containsExactly(1, 1, -1, 1, -1, 1);
    assertThat(rows.stream().map(Row::payer)).containsExactly(0, 0, -1, -1, -1, -1);
    assertThat(rows.stream().map(Row::moment))
        .containsExactly(DAY, DAY, DAY, ActivityFile.NO_MOMENT, ActivityFile.NO_MOMENT, DAY);
    assertThat(rows.stream().map(Row::id)).containsExactly("A1", "A2", "A3", "A4", "", "A6");
    assertThat(rows.stream().map(row -> row.problems.size())).containsExactly(1, 1, 1, 1, 1, 0);
    assertThat(rows.stream().map(row -> row.activity == null))
        .containsExactly(true, true, true, true, true, false);
  }

  @Test
  void whatEndsTheReadingIsAProblemOfTheRun() throws UnreadableFile {
    List<Row> rows =
        rows(
            HEADER
                + "A1,20250314,credit,P0001,,,,,,,\n"
                + "A2,20250314,cre\"dit,P0001,,,,,,,\n"
                + "A3,20250314,credit,P0001,,,,,,,\n");
    assertThat(rows).hasSize(1);
    assertThat(files.messages()).singleElement().asString().startsWith("a.csv:3:16: error[E108]");
    files = new InputFiles(folder);
    assertThat(rows("activity_id,payer\nx,y\n")).isEmpty();
    assertThat(files.codes())
        .containsExactly(
            ProblemCode.MISSING_COLUMN,
            ProblemCode.MISSING_COLUMN,
            ProblemCode.MISSING_COLUMN,
            ProblemCode.UNKNOWN_COLUMN);
    files = new InputFiles(folder);
    assertThat(rows(HEADER)).isEmpty();
    assertThat(files.messages()).isEmpty();
  }

  @Test
  void problemsFoundLaterAreLocated() throws UnreadableFile {
    InputText text = files.text("a.csv", HEADER + "A1,20250314,credit,P0001,,,,5,,,\n");
    try (ActivityFile file =
        Objects.requireNonNull(
            ActivityFile.open(text, ReadOptions.DEFAULT, people, ids, files.problems))) {
      assertThat(file.next()).isTrue();
      assertThat(
              InputFiles.lines(
                  List.of(file.at("time", ProblemCode.BEFORE_OPENING, "2025-03-14", "2025-04-01"))))
          .singleElement()
          .asString()
          .startsWith("a.csv:2:4: error[E318] time: 2025-03-14 is before");
      assertThatThrownBy(() -> file.at("nothing", ProblemCode.BEFORE_OPENING))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(file.next()).isFalse();
    }
  }
}
