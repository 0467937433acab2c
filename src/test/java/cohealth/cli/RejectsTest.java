package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --rejects}: which rows are refused, whom they block, and what becomes of the others. */
class RejectsTest {
  private static final String HEADER =
      "claim_id,person_id,service_time,type,facility_level,total,credential_id,reverses\n";

  @TempDir Path temporary = Path.of("");
  private CliFolder folder = new CliFolder(temporary);

  /** P001 and P002 are a family, P003 and P004 another one, P005 lives alone. */
  @BeforeEach
  void writeThreeFamilies() {
    folder = new CliFolder(temporary);
    folder.write(
        CliFolder.HOUSEHOLDS,
        """
        household_id,person_id,relation,insurance,region,prior_balance,share_order
        H001,P001,self,employee,990100,500.00,1
        H001,P002,spouse,resident,990100,,
        H002,P003,self,employee,990100,500.00,1
        H002,P004,child,resident,990100,,
        H003,P005,self,employee,990100,500.00,
        """);
    folder.write(CliFolder.POLICY, CliFolder.policy(""));
  }

  @Test
  void aRefusedRowBlocksLaterRowsOfItsFamilyOnly() {
    assertThat(
            outcome(
                """
                A1,P001,2025-01-01T08:00:00,general,primary,10.00,,
                BAD,P002,2025-01-02T08:00:00,general,primary,12.345,,
                A2,P001,2025-01-03T08:00:00,general,primary,10.00,,
                A3,P002,2025-01-04T08:00:00,general,primary,10.00,,
                B1,P003,2025-01-03T08:00:00,general,primary,10.00,,
                B2,P004,2025-01-04T08:00:00,general,primary,10.00,,
                C1,P005,2025-01-05T08:00:00,general,primary,10.00,,
                """))
        .isEqualTo("settled A1 B1 B2 C1 refused BAD blocked A2 A3");
  }

  @Test
  void laterIsAQuestionOfTimeNotOfPlace() {
    assertThat(
            outcome(
                """
                A2,P001,2025-01-03T08:00:00,general,primary,10.00,,
                A0,P001,2025-01-02T07:59:59,general,primary,10.00,,
                E1,P002,2025-01-02T08:00:00,general,primary,10.00,,
                BAD,P001,2025-01-02T08:00:00,genral,primary,10.00,,
                E2,P002,2025-01-02T08:00:00,general,primary,10.00,,
                A1,P002,2025-01-01T08:00:00,general,primary,10.00,,
                """))
        .isEqualTo("settled A0 E1 A1 refused BAD blocked A2 E2");
  }

  @Test
  void theEarliestOfSeveralRefusedRowsCounts() {
    assertThat(
            outcome(
                """
                A1,P001,2025-01-01T08:00:00,general,primary,10.00,,
                BAD1,P001,2025-03-01T08:00:00,general,primary,x,,
                A2,P002,2025-02-15T08:00:00,general,primary,10.00,,
                BAD2,P002,2025-02-01T08:00:00,general,primary,x,,
                A3,P001,2025-03-02T08:00:00,general,primary,10.00,,
                """))
        .isEqualTo("settled A1 refused BAD1 BAD2 blocked A2 A3");
  }

  @Test
  void aRowWithoutReadableTimeBlocksAllOfItsFamily() {
    assertThat(
            outcome(
                """
                A1,P001,2025-01-01T08:00:00,general,primary,10.00,,
                BAD,P002,2025-02-30T08:00:00,general,primary,10.00,,
                A2,P002,2025-03-01T08:00:00,general,primary,10.00,,
                B1,P003,2025-03-01T08:00:00,general,primary,10.00,,
                """))
        .isEqualTo("settled B1 refused BAD blocked A1 A2");
  }

  @Test
  void aRowWithoutKnownPersonBlocksNobodyAndANoteSaysSo() {
    assertThat(
            outcome(
                """
                BAD1,P009,2025-01-01T08:00:00,general,primary,10.00,,
                BAD2,,2025-01-01T08:00:00,general,primary,10.00,,
                A1,P001,2025-01-02T08:00:00,general,primary,10.00,,
                """))
        .isEqualTo("settled A1 refused BAD1 BAD2 blocked");
    assertThat(folder.settle("--rejects", folder.path("again.csv")).err())
        .contains("claims.csv:2:6: note[N104] ", "claims.csv:3:6: note[N104] ");
  }

  @Test
  void aRowOfTheWrongLengthBlocksByThePersonAndTimeThatItSeemsToHave() {
    assertThat(
            outcome(
                """
                A1,P001,2025-01-01T08:00:00,general,primary,10.00,,
                BAD,P001,2025-01-02T08:00:00,general,primary,1,234.50,,
                A2,P001,2025-01-03T08:00:00,general,primary,10.00,,
                B1,P003,2025-01-03T08:00:00,general,primary,10.00,,
                """))
        .isEqualTo("settled A1 B1 refused BAD blocked A2");
  }

  @Test
  void aRowWhoseIdIsTheFaultBlocksToo() {
    assertThat(
            outcome(
                """
                A1,P001,2025-01-01T08:00:00,general,primary,10.00,,
                A1,P001,2025-01-02T08:00:00,general,primary,10.00,,
                A2,P001,2025-01-03T08:00:00,general,primary,10.00,,
                B1,P003,2025-01-03T08:00:00,general,primary,10.00,,
                =B,P003,2025-01-04T08:00:00,general,primary,10.00,,
                B2,P003,2025-01-05T08:00:00,general,primary,10.00,,
                """))
        .isEqualTo("settled A1 B1 refused A1 =B blocked A2 B2");
  }

  @Test
  void aReversalWithAnotherTotalIsRefusedAndBlocks() {
    assertThat(
            outcome(
                """
                A1,P001,2025-01-01T08:00:00,general,primary,10.00,,
                R1,P001,2025-01-02T08:00:00,general,primary,4.00,,A1
                A2,P002,2025-01-03T08:00:00,general,primary,10.00,,
                """))
        .isEqualTo("settled A1 refused R1 blocked A2");
  }

  @Test
  void aReversalOfARefusedRowWaitsLikeTheOthers() {
    assertThat(
            outcome(
                """
                BAD,P001,2025-01-01T08:00:00,general,primary,1e3,,
                R1,P001,2025-01-02T08:00:00,,,,,BAD
                """))
        .isEqualTo("settled refused BAD blocked R1");
  }

  @Test
  void aClaimThatIsRejectedByTheRulesBlocksNobody() {
    assertThat(
            outcome(
                """
                A1,P001,2025-01-01T08:00:00,general,primary,10.00,P002,
                A2,P001,2025-01-02T08:00:00,general,primary,10.00,,
                R1,P001,2025-01-03T08:00:00,,,,,NONE
                A3,P001,2025-01-04T08:00:00,general,primary,10.00,,
                """))
        .isEqualTo("settled A1 A2 R1 A3 refused blocked");
  }

  @Test
  void withoutAnyRefusedRowTheRunIsAsAlwaysAndTheFileHasAHeader() {
    folder.write(
        CliFolder.CLAIMS, HEADER + "A1,P001,2025-01-01T08:00:00,general,primary,10.00,,\n");
    CommandLineRun run = folder.settle("-f", "csv", "--rejects", folder.path("rejects.csv"));
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo(folder.settle("-f", "csv").out());
    assertThat(folder.read("rejects.csv")).isEqualTo("file,line,column,field,code,message\n");
  }

  @Test
  void theFileSaysWhereAndWhatInTheUsersLanguage() {
    folder.write(
        CliFolder.CLAIMS,
        HEADER
            + "BAD1,P001,2025-01-01T08:00:00,general,primary,12.345,,\n"
            + "BAD2,P001,2025-01-02,genral,primary,\"1,200\",,\n"
            + "A1,P002,2025-01-03T08:00:00,general,primary,10.00,,\n"
            + "BAD3,P003\n");
    String claims = folder.path(CliFolder.CLAIMS);
    folder.settle("--rejects", folder.path("en.csv"));
    folder.settle("--rejects", folder.path("zh.csv"), "--lang", "zh");

    assertThat(folder.read("en.csv").replace(claims, "claims.csv"))
        .isEqualTo(
            """
            file,line,column,field,code,message
            "claims.csv",2,47,total,E207,"'12.345' has more than two decimals; write 12.35"
            "claims.csv",3,22,type,E219,"'genral' is not one of the words of this column; write \
            one of: general; '1,200' has a thousands separator; write 1200"
            "claims.csv",4,1,claim_id,BLOCKED,"an earlier row of the family was refused"
            "claims.csv",5,6,,E105,"the row has 2 cells, the header has 8; add what is missing (a \
            blank cell needs its separator, too)"
            """);
    assertThat(folder.read("zh.csv").replace(claims, "claims.csv"))
        .startsWith(
            """
            file,line,column,field,code,message
            "claims.csv",2,47,total,E207,"“12.345”的小数多于两位；请写成 12.35"
            """)
        .contains("\"claims.csv\",4,1,claim_id,BLOCKED,\"同一家庭更早的一行被拒绝\"");
  }

  @Test
  void theRowsThatRemainAreSettledAsIfTheOthersWereNotThere() {
    String good1 = "A1,P001,2025-01-01T08:00:00,general,primary,300.00,,\n";
    String good2 = "B1,P003,2025-01-04T08:00:00,general,primary,400.00,,\n";
    folder.write(CliFolder.CLAIMS, HEADER + good1 + good2);
    String expected = folder.settle("-f", "csv").out();

    folder.write(
        CliFolder.CLAIMS,
        HEADER
            + good1
            + "BAD,P002,2025-01-02T08:00:00,general,primary,-,,\n"
            + "A2,P001,2025-01-03T08:00:00,general,primary,99.00,,\n"
            + good2);
    CommandLineRun run = folder.settle("-f", "csv", "--rejects", folder.path("rejects.csv"));
    assertThat(run.code()).isEqualTo(5);
    assertThat(run.out()).isEqualTo(expected);
    assertThat(run.err())
        .contains("\n2 claims: 2 settled", "\n1 rows refused, 1 blocked; see ", "rejects.csv\n");
  }

  @Test
  void problemsElsewhereStillStopTheRun() {
    folder.write(
        CliFolder.CLAIMS,
        HEADER
            + "BAD,P002,2025-01-02T08:00:00,general,primary,x,,\n"
            + "A1,P001,2025-01-03T08:00:00,general,primary,99.00,,\n");
    Set<String> before = folder.names();
    String[] args = {"-o", folder.path("r.csv"), "--rejects", folder.path("rejects.csv")};

    String households = folder.read(CliFolder.HOUSEHOLDS);
    folder.write(CliFolder.HOUSEHOLDS, households.replace("spouse", "cousin"));
    assertThat(folder.settle(args).code()).isEqualTo(3);

    folder.write(CliFolder.HOUSEHOLDS, households);
    String policy = folder.read(CliFolder.POLICY);
    folder.write(CliFolder.POLICY, policy.replace("60%", "0.6"));
    assertThat(folder.settle(args).code()).isEqualTo(3);

    folder.write(CliFolder.POLICY, policy);
    folder.write(CliFolder.CLAIMS, folder.read(CliFolder.CLAIMS) + "\"C1\n");
    CommandLineRun run = folder.settle(args);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("error[E110]").doesNotContain("E210");
    assertThat(folder.names()).isEqualTo(before);
  }

  /**
   * The ids of settled, refused and blocked rows, of the rows as they stand and in order of time.
   */
  private String outcome(String rows) {
    folder.write(CliFolder.CLAIMS, HEADER + rows);
    CommandLineRun run =
        folder.settle("-f", "csv", "--rejects", folder.path("rejects.csv"), "--force");
    List<String> all = rows.lines().map(line -> line.split(",", -1)[0]).toList();
    List<String> settled =
        CliFolder.rows(run.out()).stream().map(row -> row.get("claim_id")).toList();
    List<String> refused = new ArrayList<>();
    List<String> blocked = new ArrayList<>();
    for (Row row : CliFolder.rows(folder.read("rejects.csv"))) {
      String id = all.get(Integer.parseInt(row.get("line")) - 2);
      ("BLOCKED".equals(row.get("code")) ? blocked : refused).add(id);
    }
    assertThat(run.code()).isEqualTo(refused.isEmpty() ? 0 : 5);
    assertThat(settled.size() + refused.size() + blocked.size()).isEqualTo(all.size());
    assertCounted(run.err(), settled.size(), refused.size(), blocked.size());
    return ("settled " + String.join(" ", settled)).strip()
        + (" refused " + String.join(" ", refused)).stripTrailing()
        + (" blocked " + String.join(" ", blocked)).stripTrailing();
  }

  private static void assertCounted(String summary, int settled, int refused, int blocked) {
    Matcher counts =
        Pattern.compile("\n(\\d+) claims: .*\n(\\d+) rows refused, (\\d+) blocked")
            .matcher(summary);
    assertThat(counts.find()).as(summary).isTrue();
    assertThat(List.of(counts.group(1), counts.group(2), counts.group(3)))
        .isEqualTo(List.of("" + settled, "" + refused, "" + blocked));
  }
}
