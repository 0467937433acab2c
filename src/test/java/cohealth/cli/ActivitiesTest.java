package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --activities}: what they do to later claims, and what becomes of refused ones. */
class ActivitiesTest {
  private static final String ACTIVITIES_HEADER =
      "activity_id,time,kind,person_id,payer_id,mode,purse,amount,plan_year,field,value\n";
  private static final String CLAIMS_HEADER =
      "claim_id,person_id,service_time,type,facility_level,total\n";

  @TempDir Path temporary = Path.of("");
  private CliFolder folder = new CliFolder(temporary);

  /** P001 and P002 are a family, P003 lives alone. */
  @BeforeEach
  void writePeople() {
    folder = new CliFolder(temporary);
    folder.write(
        CliFolder.HOUSEHOLDS,
        """
        household_id,person_id,relation,insurance,region,prior_balance,share_order
        H001,P001,self,employee,990100,10.00,1
        H001,P002,spouse,resident,990100,,
        H002,P003,self,employee,990100,10.00,
        """);
    folder.write(CliFolder.POLICY, CliFolder.policy(""));
  }

  @Test
  void activitiesStandBetweenTheClaimsAndAtEqualTimesBeforeThem() {
    folder.write(
        CliFolder.CLAIMS,
        CLAIMS_HEADER
            + "C1,P001,2025-03-01T08:00:00,general,primary,50.00\n"
            + "C2,P001,2025-03-02T08:00:00,general,primary,50.00\n"
            + "C3,P001,2025-03-03T08:00:00,general,primary,50.00\n");
    folder.write(
        CliFolder.ACTIVITIES,
        ACTIVITIES_HEADER
            + "A2,2025-03-03T08:00:00,change,P001,,,,,,status,suspended\n"
            + "A1,2025-03-02T08:00:00,credit,P001,,,prior,30.00,,,\n");
    CommandLineRun run = folder.settle("-f", "csv", "--activities-out", folder.path("a.csv"));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(CliFolder.column(run.out(), "claim_id", "own_prior"))
        .isEqualTo(Map.of("C1", "10.00", "C2", "30.00", "C3", "0.00"));
    assertThat(CliFolder.column(run.out(), "claim_id", "reasons").get("C3")).contains("SUSPENDED");
    String activities = folder.read("a.csv");
    assertThat(activities)
        .startsWith(
            "activity_id,person_id,time,kind,status,amount,payer_detail,own_balance,reason\n"
                + "A2,P001,2025-03-03T08:00:00,change,accepted,")
        .contains("\nA1,P001,2025-03-02T08:00:00,credit,accepted,30.00,,30.00,\n")
        .hasLineCount(3);
  }

  @Test
  void theOrderOfTheClaimsFileChangesNothing() {
    folder.write(
        CliFolder.ACTIVITIES,
        ACTIVITIES_HEADER + "A1,2025-03-02T08:00:00,credit,P001,,,prior,30.00,,,\n");
    List<String> rows =
        List.of(
            "C1,P001,2025-03-01T08:00:00,general,primary,50.00\n",
            "C2,P001,2025-03-02T08:00:00,general,primary,50.00\n");
    folder.write(CliFolder.CLAIMS, CLAIMS_HEADER + rows.get(0) + rows.get(1));
    Map<String, String> expected =
        CliFolder.column(folder.settle("-f", "csv").out(), "claim_id", "own_prior");
    folder.write(CliFolder.CLAIMS, CLAIMS_HEADER + rows.get(1) + rows.get(0));
    assertThat(CliFolder.column(folder.settle("-f", "csv").out(), "claim_id", "own_prior"))
        .isEqualTo(expected)
        .isEqualTo(Map.of("C1", "10.00", "C2", "30.00"));
  }

  @Test
  void creditsStandInTheLedger() {
    folder.write(CliFolder.CLAIMS, CLAIMS_HEADER);
    folder.write(
        CliFolder.ACTIVITIES, ACTIVITIES_HEADER + "A1,2025-03-02,credit,P001,,,wallet,30.00,,,\n");
    folder.settle("--postings", folder.path("p.csv"));
    assertThat(CliFolder.rows(folder.read("p.csv")))
        .anySatisfy(
            row ->
                assertThat(row.cells())
                    .containsEntry("event_id", "A1")
                    .containsEntry("account", "credit")
                    .containsEntry("holder_id", "P001")
                    .containsEntry("purse", "wallet")
                    .containsEntry("amount", "30.00")
                    .containsEntry("balance_after", "30.00"));
  }

  @Test
  void withoutRejectsABadActivityRefusesTheRun() {
    folder.write(CliFolder.CLAIMS, CLAIMS_HEADER);
    folder.write(
        CliFolder.ACTIVITIES,
        ACTIVITIES_HEADER
            + "A1,2025-03-02,credit,P009,,,prior,30.00,,,\n"
            + "A2,2025-03-02,credits,P001,,,prior,0.00,,,\n");
    CommandLineRun run = folder.settle("--activities-out", folder.path("a.csv"));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .contains("activities.csv:2:22: error[E303] person_id: ")
        .contains("activities.csv:3:15: error[E219] kind: 'credits' is not one of the words")
        .contains("\n3 problems; nothing was settled and nothing was written.\n");
    assertThat(folder.names()).doesNotContain("a.csv");
  }

  @Test
  void aRefusedActivityBlocksLaterRowsOfItsFamily() {
    assertThat(
            outcome(
                """
                A1,2025-01-01,credit,P001,,,prior,5.00,,,
                BAD,2025-01-02,credit,P001,,,prior,5.005,,,
                A2,2025-01-03,credit,P002,,,wallet,5.00,,,
                A3,2025-01-03,credit,P003,,,prior,5.00,,,
                """,
                """
                C1,P001,2025-01-01T08:00:00,general,primary,10.00
                C2,P002,2025-01-02T00:00:00,general,primary,10.00
                C3,P003,2025-01-03T00:00:00,general,primary,10.00
                """))
        .isEqualTo("done A1 A3 C1 C3 refused BAD blocked A2 C2");
  }

  @Test
  void aRefusedClaimBlocksLaterActivities() {
    assertThat(
            outcome(
                """
                A1,2025-01-02,credit,P001,,,prior,5.00,,,
                A2,2025-01-02T00:00:01,credit,P001,,,prior,5.00,,,
                """,
                """
                BAD,P002,2025-01-02T00:00:00,general,primary,x
                C2,P002,2025-01-02T00:00:00,general,primary,10.00
                """))
        .isEqualTo("done A1 refused BAD blocked A2 C2");
  }

  @Test
  void anActivityWithoutReadableTimeBlocksAllAndOneWithoutPersonNobody() {
    assertThat(
            outcome(
                """
                BAD1,soon,credit,P001,,,prior,5.00,,,
                BAD2,2025-01-01,credit,P009,,,prior,5.00,,,
                A1,2025-01-01,credit,P002,,,wallet,5.00,,,
                A2,2025-01-02,credit,P003,,,prior,5.00,,,
                """,
                """
                C1,P001,2025-01-01T08:00:00,general,primary,10.00
                C3,P003,2025-01-03T00:00:00,general,primary,10.00
                """))
        .isEqualTo("done A2 C3 refused BAD1 BAD2 blocked A1 C1");
  }

  @Test
  void anActivityThatTheRulesRefuseBlocksNobody() {
    assertThat(
            outcome(
                "A1,2025-01-01,transfer,P002,P003,,,99999.00,,,\n",
                """
                C1,P002,2025-01-02T08:00:00,general,primary,10.00
                C3,P003,2025-01-03T00:00:00,general,primary,10.00
                """))
        .isEqualTo("done A1 C1 C3 refused blocked");
    assertThat(CliFolder.column(folder.read("a.csv"), "activity_id", "status"))
        .isEqualTo(Map.of("A1", "refused"));
  }

  /**
   * The ids of done, refused and blocked rows, activities first, each kind in order of its file.
   */
  private String outcome(String activities, String claims) {
    folder.write(CliFolder.ACTIVITIES, ACTIVITIES_HEADER + activities);
    folder.write(CliFolder.CLAIMS, CLAIMS_HEADER + claims);
    CommandLineRun run =
        folder.settle(
            "-f",
            "csv",
            "--force",
            "--rejects",
            folder.path("rejects.csv"),
            "--activities-out",
            folder.path("a.csv"));
    List<String> done = new ArrayList<>();
    CliFolder.rows(folder.read("a.csv")).forEach(row -> done.add(row.get("activity_id")));
    CliFolder.rows(run.out()).forEach(row -> done.add(row.get("claim_id")));
    List<String> refused = new ArrayList<>();
    List<String> blocked = new ArrayList<>();
    for (Row row : CliFolder.rows(folder.read("rejects.csv"))) {
      boolean activity = row.get("file").endsWith(CliFolder.ACTIVITIES);
      int line = Integer.parseInt(row.get("line")) - 2;
      String id = (activity ? activities : claims).lines().toList().get(line).split(",", 2)[0];
      ("BLOCKED".equals(row.get("code")) ? blocked : refused).add(id);
    }
    assertThat(run.code()).as(run.err()).isEqualTo(refused.isEmpty() ? 0 : 5);
    assertThat(done.size() + refused.size() + blocked.size())
        .isEqualTo(activities.lines().count() + claims.lines().count());
    return String.join(
        " ", words("done", done), words("refused", refused), words("blocked", blocked));
  }

  private static String words(String first, List<String> ids) {
    return (first + " " + String.join(" ", ids.stream().sorted().toList())).strip();
  }
}
