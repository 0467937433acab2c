package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Names and ids of people are marked, and the marks are looked for wherever they must not be:
 * messages, the rejects file, the names of files.
 */
class PrivacyTest {
  private static final String TEMPORARY_FOLDER = "java.io.tmpdir";
  private static final String NAME_MARK = "旃檀";
  private static final String ID_MARK = "KANARI";

  @TempDir Path temporary = Path.of("");
  @TempDir Path systemTemporary = Path.of("");
  private String usualTemporary = "";
  private CliFolder folder = new CliFolder(temporary);

  @BeforeEach
  void writeMarkedPeople() {
    usualTemporary = System.getProperty(TEMPORARY_FOLDER);
    System.setProperty(TEMPORARY_FOLDER, systemTemporary.toString());
    folder = new CliFolder(temporary);
    folder.write(
        CliFolder.HOUSEHOLDS,
        """
        household_id,person_id,name,relation,insurance,region,prior_balance,share_order
        HKANARI1,1KANARI01,李旃檀,self,employee,990100,500.00,1
        HKANARI1,1KANARI02,王旃檀,child,resident,990100,,
        """);
    folder.write(CliFolder.POLICY, CliFolder.policy(""));
    folder.write(
        CliFolder.CLAIMS,
        """
        claim_id,person_id,service_time,type,facility_level,total
        CKANARI01,1KANARI01,2025-01-01,general,primary,300.00
        CKANARI02,1KANARI02,2025-01-02,general,primary,300.00
        """);
  }

  @AfterEach
  void restoreTheTemporaryFolder() {
    System.setProperty(TEMPORARY_FOLDER, usualTemporary);
    assertThat(CliFolder.names(systemTemporary)).isEmpty();
  }

  @Test
  void noNameAndNoIdStandsInMessagesOfASettledRun() {
    for (String language : List.of("en", "zh")) {
      CommandLineRun run = folder.settle("--lang", language);
      assertThat(run.code()).as(run.err()).isZero();
      assertNoMark(run.err());
      assertThat(run.out()).doesNotContain(NAME_MARK).contains("1KANARI01 李** ");
    }
  }

  @Test
  void namesStandInNoMachineFormat() {
    for (String format : List.of("csv", "json", "ndjson")) {
      CommandLineRun run =
          folder.settle(
              "-f",
              format,
              "--columns",
              "full",
              "--show-names",
              "--postings",
              folder.path("p.csv"),
              "--journal",
              folder.path("j.journal"),
              "--totals",
              "person=" + folder.path("t.csv"),
              "--manifest",
              folder.path("m.json"),
              "--force");
      assertThat(run.out()).contains("1KANARI02").doesNotContain(NAME_MARK, "李", "王");
      for (String name : List.of("p.csv", "j.journal", "t.csv")) {
        assertThat(folder.read(name)).contains("1KANARI01").doesNotContain(NAME_MARK, "李", "王");
      }
      assertThat(folder.read("m.json")).doesNotContain(ID_MARK, NAME_MARK, "李", "王");
    }
  }

  @Test
  void idsAreMaskedInEveryMessageAboutThem() {
    folder.write(
        CliFolder.HOUSEHOLDS,
        folder.read(CliFolder.HOUSEHOLDS)
            + "HKANARI2,1KANARI02,赵旃檀\u200b,self,employee,990100,x,1\n"
            + "HKANARI2,1KANARI03,钱旃檀,self,employee,990100,,1\n"
            + "HKANARI3,1KANARI04,孙旃檀,child,employee,攀枝花,,1\n");
    folder.write(
        CliFolder.BINDINGS,
        """
        payer_id,beneficiary_id,relation
        1KANARI01,1KANARI99,child
        1KANARI01,1KANARI01,child
        1KANARI01,1KANARI02,child
        1KANARI01,1KANARI02,child
        """);
    folder.write(
        CliFolder.CLAIMS,
        folder.read(CliFolder.CLAIMS)
            + "CKANARI01,1KANARI01,2025-01-03,general,primary,1.00\n"
            + "CKANARI04,1KANARI77,2025-01-03,general,primary,1.005\n"
            + "CKANARI05,1KANARI01,2025-01-03,general\n");
    for (String language : List.of("en", "zh")) {
      CommandLineRun run = folder.settle("--lang", language, "-o", folder.path("r.csv"));
      assertThat(run.code()).isEqualTo(3);
      assertThat(run.err().lines().count()).as(run.err()).isGreaterThan(11);
      assertNoMark(run.err());
      assertThat(run.err()).contains("1***99", "C***01");
    }

    String shown = folder.settle("--show-ids").err();
    assertThat(shown).contains("1KANARI99", "CKANARI01").doesNotContain(NAME_MARK);
  }

  @Test
  void idsThatAreRefusedForTheirFormAreMaskedToo() {
    folder.write(
        CliFolder.CLAIMS,
        folder.read(CliFolder.CLAIMS)
            + "CKANARI:03,1KANARI 01,2025-01-03,general,primary,1.00\n"
            + "C"
            + "KANARI04".repeat(9)
            + ",1KANARI\u200b2,2025-01-03,general,primary,1.00\n");
    folder.write(
        CliFolder.ACTIVITIES,
        """
        activity_id,time,kind,person_id,payer_id,amount
        AKANARI1,2025-01-01,credit,1KANARI66,,1.00
        AKANARI1,2025-01-01,transfer,1KANARI02,1KANARI02,1.00
        """);
    for (String language : List.of("en", "zh")) {
      CommandLineRun run = folder.settle("--lang", language);
      assertThat(run.code()).isEqualTo(3);
      assertThat(run.err()).contains("[E220]", "[E221]", "[E303]", "[E320]", "[E321]");
      assertNoMark(run.err());
    }
  }

  /**
   * As in exports whose columns have moved: names and identity numbers where other things belong.
   */
  @Test
  void whatIsInTheWrongColumnIsMasked() {
    String households = folder.read(CliFolder.HOUSEHOLDS);
    String claims = folder.read(CliFolder.CLAIMS);
    for (String cell : List.of("李旃檀", "1KANARI01旃檀", "KANARI510402199001011234")) {
      String value = cell.replace("KANARI", "");
      folder.write(
          CliFolder.HOUSEHOLDS,
          households
              + """
              HKANARI2,1KANARI03,X,X,X,X,X,X
              X,=XKANARI,X,self,employee,990100,1X,X
              """
                  .replace("X", value));
      folder.write(
          CliFolder.CLAIMS,
          claims + "CKANARI03,1KANARI01,X,X,X,X\nCKANARI 旃檀,X,X X,X,X,1X\n".replace("X", value));
      for (String language : List.of("en", "zh")) {
        CommandLineRun run = folder.settle("--lang", language);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("[E219]", "[E215]", "[E225]", "[E218]", "[E222]");
        assertNoMark(run.err());
        assertThat(run.err()).doesNotContain("510402199001011234");
      }
    }
  }

  @Test
  void aFileWithoutHeaderShowsNothingOfItsFirstRow() {
    String households = folder.read(CliFolder.HOUSEHOLDS);
    folder.write(CliFolder.HOUSEHOLDS, households.substring(households.indexOf('\n') + 1));
    String claims = folder.read(CliFolder.CLAIMS);
    folder.write("actual.csv", claims.substring(claims.indexOf('\n') + 1));
    for (CommandLineRun run : List.of(folder.settle(), folder.quota(), folder.reconcile())) {
      assertThat(run.code()).isEqualTo(3);
      assertThat(run.err()).contains("[E102]");
      assertNoMark(run.err().toUpperCase(Locale.ROOT));
    }
  }

  @Test
  void adviceAndPagesMaskNames() {
    for (String household : List.of("HKANARI1", "HKANARI7")) {
      for (CommandLineRun run :
          List.of(
              folder.advise("--household", household),
              folder.advise("--household", household, "-f", "json"),
              folder.report("--household", household),
              folder.report("--household", household, "-f", "json"),
              folder.report())) {
        assertThat(run.out()).doesNotContain(NAME_MARK);
        assertNoMark(run.err());
      }
    }
    assertThat(folder.report("--household", "HKANARI1").out()).contains("1KANARI01 李**");
    assertThat(folder.advise("--household", "HKANARI1", "--show-names").out()).contains("李旃檀");
  }

  @Test
  void theMessageAboutABirthDateMasksTheId() {
    folder.write(
        CliFolder.POLICY,
        CliFolder.policy("")
            .replace(
                "\"en\": \"everybody\"}", "\"en\": \"everybody\"}, \"when\": {\"ageFrom\": 60}"));
    CommandLineRun run = folder.settle();
    assertThat(run.err()).contains("error[E316]", "person 1***01;");
    assertNoMark(run.err());
    assertThat(folder.settle("--show-ids").err()).contains("person 1KANARI01;");
  }

  @Test
  void theRejectsFileHoldsNoNameAndNoId() {
    folder.write(
        CliFolder.CLAIMS,
        folder.read(CliFolder.CLAIMS)
            + "CKANARI01,1KANARI01,2025-01-03,general,primary,1.00\n"
            + "CKANARI04,1KANARI77,2025-01-03,general,primary,1.005\n"
            + "CKANARI05,1KANARI02,2025-01-04,general,primary,1.00\n");
    CommandLineRun run =
        folder.settle("--rejects", folder.path("rejects.csv"), "-o", folder.path("r.csv"));
    assertThat(run.code()).isEqualTo(5);
    assertNoMark(run.err());
    assertNoMark(folder.read("rejects.csv"));
    assertThat(folder.read("rejects.csv")).contains("C***01", "1***77", "BLOCKED");
  }

  @Test
  void namesOfFilesDuringARunHoldNoNameAndNoId() {
    Set<String> before = folder.names();
    folder.settle("-o", folder.path("r.csv"), "--postings", folder.path("p.csv"));
    Set<String> after = folder.names();
    after.removeAll(before);
    assertThat(after).containsExactlyInAnyOrder("r.csv", "p.csv");
  }

  @Test
  void namesAreShownInFullOnlyWhenTheUserWantsThat() {
    assertThat(folder.settle("--show-names").out()).contains("李旃檀", "王旃檀");
    assertThat(folder.settle("--show-names").err()).doesNotContain(NAME_MARK);
  }

  @Test
  void aQuotaShowsNamesInNoMessageAndElsewhereOnlyWhenTheUserWantsThat() {
    for (String format : List.of("csv", "json", "ndjson")) {
      assertThat(folder.quota("-f", format).out())
          .contains("1KANARI02")
          .doesNotContain(NAME_MARK, "李", "王");
    }
    assertThat(folder.quota().out()).contains("1KANARI01 李** ").doesNotContain(NAME_MARK);
    String[] visit = {"--person", "1KANARI02", "--what-if", "primary general 300.00"};
    assertThat(folder.quota(visit).out()).contains("1KANARI02 王** ").doesNotContain(NAME_MARK);
    for (String language : List.of("en", "zh")) {
      assertNoMark(folder.quota("--show-names", "--lang", language).err());
      assertNoMark(folder.quota("--person", "1KANARI99", "--lang", language).err());
      assertNoMark(folder.quota("--household", "HKANARI9", "--lang", language).err());
    }
  }

  private static void assertNoMark(String text) {
    assertThat(text).doesNotContain(ID_MARK, NAME_MARK);
  }
}
