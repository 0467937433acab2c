package cohealth.io;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.money.Fen;
import cohealth.person.Category;
import cohealth.person.Insurance;
import cohealth.person.Insured;
import cohealth.person.People;
import cohealth.person.Person;
import cohealth.person.Relation;
import cohealth.time.Day;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseholdFileTest {
  private static final String SHORT = "household_id,person_id,relation,insurance,region\n";
  @TempDir java.nio.file.Path folder;
  private InputFiles files;

  @BeforeEach
  void start() {
    files = new InputFiles(folder);
  }

  private @Nullable People people(String content) throws UnreadableFile {
    return HouseholdFile.read(
        files.text("households.csv", content), ReadOptions.DEFAULT, files.problems);
  }

  private People good(String content) throws UnreadableFile {
    People people = people(content);
    assertThat(files.problems.first()).as(files.messages().toString()).isEmpty();
    return Objects.requireNonNull(people);
  }

  /** Otherwise each of his claims would be one problem more. */
  @Test
  void aPersonInARowOfTheWrongWidthIsKnownToOtherFiles() throws UnreadableFile {
    InputFiles files = new InputFiles(folder);
    People people =
        HouseholdFile.read(
            files.text(
                "h.csv",
                """
                household_id,person_id,insurance,region,relation
                H1,P1,employee,510402
                H2,P2,employee,510402,self,more
                H3,P1,employee,510402,self,
                """),
            ReadOptions.DEFAULT,
            files.problems);
    assertThat(Objects.requireNonNull(people).size()).isEqualTo(2);
    assertThat(people.indexOf("P1")).isEqualTo(0);
    assertThat(people.indexOf("P2")).isEqualTo(1);
    assertThat(files.codes())
        .containsExactly(
            ProblemCode.ROW_TOO_SHORT, ProblemCode.ROW_TOO_LONG, ProblemCode.ROW_TOO_LONG);
  }

  @ParameterizedTest
  @CsvSource({
    "100000, true",
    "999999, true",
    "099999, false",
    "99999, false",
    "1000000, false",
    "51040/, false",
    "51040:, false",
    "５１０４００, false"
  })
  void aRegionHasSixDigits(String region, boolean good) throws UnreadableFile {
    People people = people("household_id,person_id,insurance,region\nH1,P1,none," + region + "\n");
    if (good) {
      assertThat(files.messages()).isEmpty();
      assertThat(Objects.requireNonNull(people).get(0).region())
          .isEqualTo(Integer.parseInt(region));
    } else {
      assertThat(files.messages())
          .singleElement()
          .asString()
          .startsWith("households.csv:2:12: error[E225] region: '" + region + "'");
    }
  }

  /** A spreadsheet has cut the number of the person; a household may be called so. */
  @Test
  void onlyNumbersOfPeopleAreLookedAtForACutEnd() throws UnreadableFile {
    people(
        """
        household_id,person_id,insurance,region
        510402199001011000,510402199001011000,none,510400
        """);
    assertThat(files.problems.first().stream().map(Problem::column)).containsExactly(20);
    assertThat(files.codes()).containsExactly(ProblemCode.MANGLED_PERSON_ID);
  }

  @Test
  void everyColumn() throws UnreadableFile {
    Person person =
        good("household_id,person_id,name,birth_date,relation,insurance,category,plan,contracted,"
                + "region,status,benefit_from,benefit_to,retired_on,diseases,prior_balance,"
                + "current_balance,wallet_balance,wallet,share_order,share_limit,confirmed,"
                + "contribution_base\n"
                + "H1,P1, 张三 ,1990/1/2,self,employee,retired,一档,yes,510402,suspended,"
                + "20250101,2025-12-31,2024-05-06,高血压; 糖尿病；,1000,20.5,3.07,是,2,500,no,"
                + "8000\n")
            .get(0);
    assertThat(person)
        .isEqualTo(
            new Person(
                0,
                "P1",
                "H1",
                " 张三 ",
                Day.of(LocalDate.of(1990, 1, 2)),
                Relation.SELF,
                new Insured(
                    Insurance.EMPLOYEE,
                    Category.RETIRED,
                    "一档",
                    true,
                    510402,
                    true,
                    Day.of(LocalDate.of(2025, 1, 1)),
                    Day.of(LocalDate.of(2025, 12, 31)),
                    Day.of(LocalDate.of(2024, 5, 6)),
                    java.util.Set.of("高血压", "糖尿病"),
                    true,
                    800_000),
                100_000,
                2050,
                307,
                2,
                50_000,
                false,
                2));
  }

  @Test
  void defaultsOfColumnsThatAreNotThere() throws UnreadableFile {
    Person person = good("household_id,person_id,insurance,region\nH1,P1,employee,510400\n").get(0);
    assertThat(person)
        .isEqualTo(
            new Person(
                0,
                "P1",
                "H1",
                null,
                Day.UNKNOWN,
                Relation.SELF,
                new Insured(
                    Insurance.EMPLOYEE,
                    Category.ACTIVE,
                    "",
                    false,
                    510400,
                    false,
                    Day.OPEN_START,
                    Day.OPEN_END,
                    Day.UNKNOWN,
                    null,
                    false,
                    Fen.NONE),
                0,
                0,
                0,
                0,
                Fen.NONE,
                true,
                2));
    Person resident =
        good("household_id,person_id,insurance,region,diseases\nH,P,none,510400,\n").get(0);
    assertThat(resident.category()).isNull();
    assertThat(resident.diseases()).isEmpty();
  }

  @Test
  void chineseAndNationalHeadersInGb18030() throws UnreadableFile {
    String content =
        """
        家庭编号,psn_no,psn_name,brdy,与户主关系,险种,psn_type,参保地,psn_insu_stas,enddate
        H1,P1,张三,1980-01-01,本人,310,1101,510400,1,2025-12-31
        H1,P2,李四,1982-01-01,配偶,职工,1203,510400,2,
        H1,P3,张小,2012-01-01,子女,390,1403,510400,,
        H1,P4,张大,1950-01-01,父母,居民,16,510400,正常,
        H1,P5,王五,1980-01-01,其他,employee,1103,510400,1,
        H1,P6,王六,1930-01-01,祖父母/外祖父母,none,,510400,1,
        """;
    InputText text = files.text("h.csv", content.replace("\n", "\r\n"), Charset.forName("GB18030"));
    People people =
        Objects.requireNonNull(HouseholdFile.read(text, ReadOptions.DEFAULT, files.problems));
    assertThat(files.codes()).containsExactly(ProblemCode.READ_AS_GB18030);
    assertThat(people.all().stream().map(Person::category))
        .containsExactly(
            Category.ACTIVE,
            Category.RETIRED,
            Category.MINOR,
            Category.SENIOR,
            Category.FLEXIBLE,
            null);
    assertThat(people.all().stream().map(Person::relation))
        .containsExactly(
            Relation.SELF,
            Relation.SPOUSE,
            Relation.CHILD,
            Relation.PARENT,
            Relation.OTHER,
            Relation.GRANDPARENT);
    assertThat(people.all().stream().map(Person::suspended))
        .containsExactly(false, true, false, false, false, false);
    assertThat(people.get(0).name()).isEqualTo("张三");
    assertThat(people.indexOf("P3")).isEqualTo(2);
  }

  @Test
  void allErrorsOfAFileAreTold() throws UnreadableFile {
    people(
        "household_id,person_id,name,birth_date,relation,insurance,region,prior_balance,wallet,"
            + "share_order,diseases,benefit_from,benefit_to\n"
            + "H1,P000001,x,1990-02-30,self,employe,51040,12.345,maybe,0,a,2025-02-01,2025-01-31\n"
            + "H1,5.10E+17,x,,cousin,employee,510400,\"1,234.56\",,,,,\n"
            + "H1,P000001,x,,child,employee,510400,,,,,,2025-01-01 08:00\n"
            + "H1,,x,,child,,,1e5,,,,,\n");
    assertThat(files.messages())
        .containsExactly(
            "households.csv:2:14: error[E211] birth_date: '1990-02-30' is not in the calendar;"
                + " correct the day or the month",
            "households.csv:2:30: error[E219] insurance: 'employe' is not one of the words of this"
                + " column; write one of: employee",
            "households.csv:2:38: error[E225] region: '51040' is not a region code; write the six"
                + " digits of GB/T 2260, as 510400",
            "households.csv:2:44: error[E207] prior_balance: '12.345' has more than two decimals;"
                + " write 12.35",
            "households.csv:2:51: error[E217] wallet: 'maybe' is neither yes nor no; write yes or"
                + " no",
            "households.csv:2:57: error[E218] share_order: '0' is not a whole number from 1 to"
                + " 2147483646",
            "households.csv:2:72: error[E306] benefit_to: 2025-01-31 is before benefit_from"
                + " 2025-02-01; exchange or correct the days",
            "households.csv:3:4: error[E223] person_id: '5.10E+17' is an id that a spreadsheet"
                + " turned into a number; format the column as text and export it again from the"
                + " source",
            "households.csv:3:16: error[E219] relation: 'cousin' is not one of the words of this"
                + " column; write one of: spouse, parent, child, sibling, grandparent, grandchild,"
                + " self, other",
            "households.csv:3:39: error[E202] prior_balance: '1,234.56' has a thousands separator;"
                + " write 1234.56",
            "households.csv:4:4: error[E301] person_id: person P***01 already stands in line 2;"
                + " delete one of the rows",
            "households.csv:4:42: error[E216] benefit_to: '2025-01-01 08:00' has a time of day;"
                + " this column takes a day alone: write 2025-01-01",
            "households.csv:5:4: error[E201] person_id: is blank; every row needs a value here",
            "households.csv:5:14: error[E201] insurance: is blank; every row needs a value here",
            "households.csv:5:15: error[E201] region: is blank; every row needs a value here",
            "households.csv:5:16: error[E203] prior_balance: '1e5' is written with an exponent;"
                + " write the amount in full digits, as 1234.56");
  }

  @Test
  void namesAreNeverShown() throws UnreadableFile {
    people(
        "household_id,person_id,name,insurance,region\nH1,P1,\"CANARY\u202e\",employee,510400\n");
    assertThat(files.messages())
        .containsExactly(
            "households.csv:2:7: error[E226] name: contains the control or invisible character"
                + " \\u{202E}; remove it");
  }

  @Test
  void householdsHaveOneSelfAndAtMostOneSpouse() throws UnreadableFile {
    people(
        SHORT
            + "A,P1,self,none,510400\n"
            + "A,P2,self,none,510400\n"
            + "B,P3,child,none,510400\n"
            + "B,P4,parent,none,510400\n"
            + "C,P5,self,none,510400\n"
            + "C,P6,spouse,none,510400\n"
            + "C,P7,spouse,none,510400\n"
            + "D,P8,self,none,510400\n"
            + "D,P9,,none,510400\n"
            + "E,P10,,none,510400\n"
            + "F,P11,child,none,510400\n");
    assertThat(files.messages())
        .containsExactlyInAnyOrder(
            "households.csv:3:6: error[E308] relation: the household already has its self in line"
                + " 2; exactly one member is self (本人)",
            "households.csv:8:6: error[E309] relation: the household already has a spouse in line"
                + " 7; there is at most one",
            "households.csv:4:6: error[E307] relation: none of the household's members (2) is"
                + " self; exactly one must be self (本人)",
            "households.csv:10:6: error[E310] relation: is blank in a household of 2 members; write"
                + " what the person is to the reference person, as child",
            "households.csv:12:7: error[E307] relation: none of the household's members (1) is"
                + " self; exactly one must be self (本人)");
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "a,b|E102 E102 E102 E102",
        "household_id,person_id,insurance,regoin|E104",
        "household_id,person_id,insurance,region,psn_no|E103",
        "household_id,person_id,insurance,region,人员编号|E103",
        "household_id,person_id,insurance,region,REGION |E103",
        "household_id,HOUSEHOLD_ID,person_id,insurance,region|E103",
        "household_id,person_id,insurance,region,confirm|E104",
        "household_id,person_id,insurance,region,nane|N101",
        "household_id,person_id,insurance,region,x,x|E103 N101",
        "household_id,person_id,insurance,region,,|''",
        " Household_ID , psn_no,\"险种\",参保地|''",
        "household_id;person_id;insurance;region|E102 E102 E102 E102",
        "1,2,2|E102 E102 E102 E102",
        "household_ids,x|E104 E102 E102 E102 N101",
        "\"household_id,person_id|E110",
        "''|E101",
      },
      delimiter = '|',
      quoteCharacter = '\'')
  void headers(String header, String codes) throws UnreadableFile {
    people(header + "\n");
    assertThat(String.join(" ", files.codes().stream().map(ProblemCode::code).toList()))
        .isEqualTo(codes);
  }

  @Test
  void headerProblemsSayWhatToWrite() throws UnreadableFile {
    people("household_id,person_id,insurance,psn_no,regoin,x,y\n");
    assertThat(files.messages())
        .containsExactly(
            "households.csv:1:34: error[E103] 'psn_no' names the same column as 'person_id' (cell 2"
                + " of the header); keep one of them",
            "households.csv:1:41: error[E104] unknown column 'regoin': did you mean region? Rename"
                + " it, or remove it",
            "households.csv:1: note[N101] columns that are not known and were ignored: x, y");
    files = new InputFiles(folder);
    people("regoin,household_id,person_id,insurance,x,y,y\n");
    assertThat(files.messages())
        .containsExactly(
            "households.csv:1:1: error[E104] unknown column 'regoin': did you mean region? Rename"
                + " it, or remove it",
            "households.csv:1:45: error[E103] 'y' names the same column as 'y' (cell 6 of the"
                + " header); keep one of them",
            "households.csv:1: note[N101] columns that are not known and were ignored: x, y");
  }

  @Test
  void anEmptyFileHasNoHeaderAndAHeaderAloneNoPersons() throws UnreadableFile {
    assertThat(people("")).isNull();
    assertThat(files.codes()).containsExactly(ProblemCode.NO_HEADER);
    files = new InputFiles(folder);
    assertThat(good(SHORT).size()).isZero();
  }

  @Test
  void rowsOfTheWrongShapeAreSkippedAndTheRestIsRead() throws UnreadableFile {
    People people = people(SHORT + "A,P1,self\n\nA,P2,self,none,510400,,\nA,P3,self,none,510400");
    assertThat(people).isNotNull();
    assertThat(files.messages())
        .containsExactly(
            "households.csv:2:6: error[E105] the row has 3 cells, the header has 5; add what is"
                + " missing (a blank cell needs its separator, too)",
            "households.csv:3: error[E107] a blank row in the middle of the data; delete it",
            "households.csv:4:23: error[E106] the row has 7 cells, the header has 5; put quotes"
                + " around a cell that contains the separator",
            "households.csv: note[N103] the last line has no line end; make sure that the file was"
                + " not cut");
  }

  @Test
  void aBrokenQuoteEndsTheReadingOfThisFile() throws UnreadableFile {
    assertThat(people(SHORT + "A,P1,self,none,51\nA,\"P2\"x,self,none,510400\nA,P3,x,x,x\n"))
        .isNull();
    assertThat(files.codes())
        .containsExactly(ProblemCode.NOT_A_REGION, ProblemCode.TEXT_AFTER_QUOTE);
  }

  @Test
  void unquotedValuesAreTrimmedAndQuotedOnesAreNot() throws UnreadableFile {
    assertThat(good(SHORT + " A ,\tP1\t, self , none , 510400 \n").get(0).id()).isEqualTo("P1");
    people(SHORT + "\" A\",P1,self,none,510400\n");
    assertThat(files.messages())
        .containsExactly(
            "households.csv:2:1: error[E220] household_id: ' ***' contains \\u{0020}, which no id may"
                + " contain; remove it");
  }

  @Test
  void otherDelimitersAndIds() throws UnreadableFile {
    ReadOptions options = new ReadOptions(null, ';', new Shown(true));
    InputText text =
        files.text(
            "h.csv",
            "household_id;person_id;insurance;region\nH1;P000001;none;510400\nH2;P000001;none;510400\n");
    HouseholdFile.read(text, options, files.problems);
    assertThat(files.messages())
        .containsExactly(
            "h.csv:3:4: error[E301] person_id: person P000001 already stands in line 2; delete one"
                + " of the rows");
  }
}
