package cohealth.io;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.money.Fen;
import cohealth.person.Binding;
import cohealth.person.Bindings;
import cohealth.person.People;
import cohealth.person.Relation;
import cohealth.time.Day;
import cohealth.time.DayText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BindingFileTest {
  private static final String HEADER =
      "payer_id,beneficiary_id,relation,order,limit,limit_period,confirmed_on,valid_from,valid_to,"
          + "kind\n";
  @TempDir java.nio.file.Path folder;
  private InputFiles files;

  @BeforeEach
  void start() {
    files = new InputFiles(folder);
  }

  private @Nullable Bindings read(String content) throws UnreadableFile {
    People people =
        Objects.requireNonNull(
            HouseholdFile.read(
                files.text(
                    "households.csv",
                    """
                    household_id,person_id,insurance,region
                    A,P001,employee,510400
                    B,P002,none,510400
                    C,P003,none,510400
                    """),
                ReadOptions.DEFAULT,
                files.problems));
    return BindingFile.read(
        files.text("bindings.csv", content), ReadOptions.DEFAULT, people, files.problems);
  }

  @Test
  void everyColumn() throws UnreadableFile {
    Bindings bindings =
        Objects.requireNonNull(
            read(
                HEADER
                    + "P001,P002,child,2,500,claim,2025-01-02,2025-01-01,2025-12-31,credential_only\n"
                    + "P001,P003,配偶,,,,,,,\n"));
    assertThat(files.messages()).isEmpty();
    assertThat(bindings.all())
        .containsExactly(
            new Binding(
                0,
                0,
                1,
                Relation.CHILD,
                2,
                50_000,
                true,
                true,
                DayText.day("2025-01-02"),
                DayText.day("2025-01-01"),
                DayText.day("2025-12-31"),
                true),
            new Binding(
                1,
                0,
                2,
                Relation.SPOUSE,
                Binding.NO_ORDER,
                Fen.NONE,
                false,
                false,
                Day.OPEN_START,
                Day.OPEN_START,
                Day.OPEN_END,
                false));
  }

  @Test
  void chineseHeader() throws UnreadableFile {
    Bindings bindings =
        Objects.requireNonNull(
            read(
                """
                共济人编号,被共济人编号,关系,顺序,授权金额,确认日期,生效日期,失效日期
                P001,P002,父母,1,10,20250101,,
                """));
    assertThat(bindings.all().get(0).relation()).isEqualTo(Relation.PARENT);
    assertThat(bindings.all().get(0).confirmed()).isTrue();
  }

  @Test
  void allErrorsOfAFileAreTold() throws UnreadableFile {
    read(
        HEADER
            + "P001,P009,child,,,,,,,\n"
            + "P002,P002,child,,,,,,,\n"
            + "P001,P002,self,x,-1,month,,2025-02-01,2025-01-01,aid\n"
            + ",P002,,,,,,,,\n");
    assertThat(files.messages())
        .containsExactly(
            "bindings.csv:2:6: error[E303] beneficiary_id: there is no person P***09 in the"
                + " households file; add the person or correct the id",
            "bindings.csv:3:6: error[E304] beneficiary_id: payer and beneficiary are the same person,"
                + " P***02; correct one of the two ids",
            "bindings.csv:4:11: error[E219] relation: 'self' is not one of the words of this"
                + " column; write one of: spouse, parent, child, sibling, grandparent, grandchild,"
                + " other",
            "bindings.csv:4:16: error[E218] order: 'x' is not a whole number from 1 to 2147483646",
            "bindings.csv:4:18: error[E205] limit: '-1' has a sign; amounts here are never"
                + " negative: write it as 1234.56",
            "bindings.csv:4:21: error[E219] limit_period: 'month' is not one of the words of this"
                + " column; write one of: year, claim",
            "bindings.csv:4:39: error[E306] valid_to: 2025-01-01 is before valid_from 2025-02-01;"
                + " exchange or correct the days",
            "bindings.csv:4:50: error[E219] kind: 'aid' is not one of the words of this column;"
                + " write one of: mutual_aid, credential_only",
            "bindings.csv:5:1: error[E201] payer_id: is blank; every row needs a value here",
            "bindings.csv:5:7: error[E201] relation: is blank; every row needs a value here");
  }

  @Test
  void periodsOfAPairMayFollowButNotOverlap() throws UnreadableFile {
    read(
        HEADER
            + "P001,P002,child,,,,,,2025-03-31,\n"
            + "P001,P002,child,,,,,2025-04-01,2025-06-30,\n"
            + "P001,P002,child,,,,,2025-06-30,,\n"
            + "P001,P002,child,,,,,2025-02-01,2025-02-02,credential_only\n"
            + "P002,P001,parent,,,,,,,\n"
            + "P001,P002,child,,,,,,2020-01-01,\n"
            + "P001,P002,child,,,,,2025-07-01,,\n"
            + "P001,P002,child,,,,,2025-07-01,,\n");
    assertThat(files.messages())
        .containsExactly(
            "bindings.csv:4:21: error[E305] valid_from: P***01 and P***02 are already bound on some"
                + " of these days in line 3; end one period before the other begins",
            "bindings.csv:7:21: error[E305] valid_from: P***01 and P***02 are already bound on some"
                + " of these days in line 2; end one period before the other begins",
            "bindings.csv:9:21: error[E305] valid_from: P***01 and P***02 are already bound on some"
                + " of these days in line 8; end one period before the other begins");
  }
}
