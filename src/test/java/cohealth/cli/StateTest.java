package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run leaves its state, and the next one goes on from it (rules: section 8). */
class StateTest {
  private static final String HEADER =
      "claim_id,person_id,service_time,type,facility_level,total,reverses\n";

  @TempDir Path temporary = Path.of("");
  private CliFolder folder = new CliFolder(temporary);

  @BeforeEach
  void settleTheFirstMonth() {
    folder = new CliFolder(temporary);
    folder.write(
        CliFolder.HOUSEHOLDS,
        """
        household_id,person_id,relation,insurance,region,prior_balance,current_balance,share_order
        H1,dad,self,employee,990100,0.00,500.00,1
        H1,mum,spouse,employee,990100,30.00,0.00,
        """);
    folder.write(CliFolder.POLICY, CliFolder.policy(""));
    claims(
        "C1,mum,2025-01-10,general,primary,300.00,\nC2,dad,2025-01-31T09:00,general,primary,50.00,\n");
    settled("--closing", folder.path("january.json"));
  }

  @Test
  void accumulatorsAndBalancesGoOn() {
    claims("C3,mum,2025-02-01,general,primary,100.00,\n");
    String csv = settled("--opening", folder.path("january.json"));
    // deductible used up in January; the own account is empty; dad has 500 − 150 − 50 left
    assertThat(row(csv, "C3")).containsEntry("pool", "60.00").containsEntry("family", "40.00");
    assertThat(row(csv, "C3")).containsEntry("deductible_left", "0.00");
    assertThat(row(csv, "C3")).containsEntry("cap_left", "820.00");
  }

  @Test
  void anEarlierRunsClaimIsTakenBack() {
    claims("R1,mum,2025-02-01,,,,C1\nC3,mum,2025-02-02,general,primary,100.00,\n");
    String csv =
        settled(
            "--opening",
            folder.path("january.json"),
            "--postings",
            folder.path("p.csv"),
            "--columns",
            "full");
    assertThat(row(csv, "R1"))
        .containsEntry("status", "reversed_out")
        .containsEntry("pool", "-120.00")
        .containsEntry("own_prior", "-30.00")
        .containsEntry("family_detail", "dad:-150.00")
        .containsEntry("deductible_left", "100.00")
        .containsEntry("cap_left", "1000.00")
        .containsEntry("own_balance", "30.00")
        .containsEntry("policy_version", "2020-01-01")
        .containsEntry("group", "all")
        .containsEntry("rate", "0.6000");
    assertThat(row(csv, "C3")).containsEntry("deductible", "100.00");
    assertThat(folder.read("p.csv"))
        .contains(",R1,2025-02-01T00:00:00,mum,family,dad,current,copay,", ",450.00\n");
  }

  @Test
  void whatWasTakenBackOrRejectedBeforeStaysSo() {
    claims("R1,mum,2025-02-01,,,,C1\nR2,mum,2025-02-01,,,,C9\n");
    settled("--opening", folder.path("january.json"), "--closing", folder.path("february.json"));
    claims(
        """
        R3,mum,2025-03-01,,,,C1
        R4,mum,2025-03-01,,,,R1
        R5,mum,2025-03-01,,,,R2
        R6,mum,2025-03-01,,,,C2
        """);
    String csv = settled("--opening", folder.path("february.json"));
    assertThat(CliFolder.column(csv, "claim_id", "reasons"))
        .isEqualTo(
            Map.of(
                "R3", "ALREADY_REVERSED",
                "R4", "NOT_REVERSIBLE",
                "R5", "NOT_REVERSIBLE",
                "R6", "OTHER_PERSON"));
  }

  @Test
  void moneyComesBackToWhereItWouldBeNow() {
    claims("R2,dad,2026-02-01,,,,C2\n");
    String csv =
        settled("--opening", folder.path("january.json"), "--postings", folder.path("p.csv"));
    assertThat(row(csv, "R2"))
        .containsEntry("own_current", "-50.00")
        .containsEntry("benefit_year", "2025")
        .containsEntry("own_balance", "350.00");
    assertThat(folder.read("p.csv")).contains(",own,dad,prior,deductible,50.00,350.00\n");
  }

  @Test
  void eventsThatAreNotLaterAreRefused() {
    claims("C3,mum,2025-01-31 09:00,general,primary,100.00,\n");
    CommandLineRun run = folder.settle("--opening", folder.path("january.json"));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("claims.csv:2:8: error[E322]", "2025-01-31T09:00:00");
    claims("C3,mum,2025-01-31 09:00:01,general,primary,100.00,\n");
    assertThat(folder.settle("--opening", folder.path("january.json")).code()).isZero();
  }

  @Test
  void anIdOfAnEarlierRunIsADuplicate() {
    claims("C1,mum,2025-02-01,general,primary,100.00,\n");
    CommandLineRun run = folder.settle("--opening", folder.path("january.json"));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("claims.csv:2:1: error[E302]", "january.json, line 5");
  }

  @Test
  void anActivityOfAnEarlierRunDoesNotHappenAgain() {
    claims("");
    String header = "activity_id,time,kind,person_id,amount\n";
    folder.write(CliFolder.ACTIVITIES, header + "A1,2025-02-01,credit,mum,10.00\n");
    settled("--opening", folder.path("january.json"), "--closing", folder.path("february.json"));
    folder.write(CliFolder.ACTIVITIES, header + "A1,2025-03-01,credit,mum,10.00\n");
    CommandLineRun run = folder.settle("--opening", folder.path("february.json"));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("activities.csv:2:1: error[E321]", "february.json, line ");
  }

  @Test
  void aRefundOfAnEarlierClaimMustHaveItsTotal() {
    claims("R1,mum,2025-02-01,,,299.00,C1\n");
    CommandLineRun run = folder.settle("--opening", folder.path("january.json"));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("E315", "299.00", "300.00");
  }

  @Test
  void theHouseholdFilesBalancesAreIgnoredWithOneNote() {
    claims("C3,mum,2025-02-01,general,primary,100.00,\n");
    CommandLineRun run = folder.settle("-f", "csv", "--opening", folder.path("january.json"));
    assertThat(run.err()).containsOnlyOnce("note[N105]").contains("persons: 2");
  }

  @Test
  void newPeopleBringTheirBalances() {
    folder.write(
        CliFolder.HOUSEHOLDS,
        """
        household_id,person_id,relation,insurance,region,prior_balance
        H2,new,self,employee,990100,7.00
        """);
    claims("C3,new,2025-02-01,general,primary,20.00,\nR1,mum,2025-02-03,,,,C1\n");
    String csv = settled("--opening", folder.path("january.json"));
    assertThat(row(csv, "C3")).containsEntry("own_prior", "7.00").containsEntry("cash", "13.00");
    assertThat(row(csv, "R1"))
        .as("people whom only the state knows are still there")
        .containsEntry("family_detail", "dad:-150.00");
  }

  @Test
  void theStateAloneIsEnough() {
    claims("C3,mum,2025-02-01,general,primary,100.00,\n");
    String csv = settled("--opening", folder.path("january.json"));
    String alone =
        CliFolder.run(
                "C",
                "",
                "settle",
                "-f",
                "csv",
                "--claims",
                folder.path(CliFolder.CLAIMS),
                "--policy",
                folder.path(CliFolder.POLICY),
                "--opening",
                folder.path("january.json"))
            .out();
    assertThat(alone).isEqualTo(csv);
  }

  @Test
  void whatWasChangedStaysChangedUntilTheHouseholdFileSaysOtherwise() {
    claims("");
    String header = "activity_id,time,kind,person_id,field,value\n";
    folder.write(CliFolder.ACTIVITIES, header + "A1,2025-02-01,change,mum,status,suspended\n");
    settled("--opening", folder.path("january.json"), "--closing", folder.path("february.json"));
    folder.write(CliFolder.ACTIVITIES, header);
    claims("C3,mum,2025-03-01,general,primary,100.00,\n");
    String csv =
        settled("--opening", folder.path("february.json"), "--closing", folder.path("march.json"));
    assertThat(row(csv, "C3")).containsEntry("reasons", "SUSPENDED;BENEFICIARY_NOT_COVERED");
    folder.write(
        CliFolder.HOUSEHOLDS,
        folder
            .read(CliFolder.HOUSEHOLDS)
            .replace("share_order\n", "share_order,benefit_to\n")
            .replace(",1\n", ",1,\n")
            .replace("30.00,0.00,\n", "30.00,0.00,,2025-03-15\n"));
    claims("C4,mum,2025-04-01,general,primary,100.00,\n");
    csv = settled("--opening", folder.path("march.json"));
    assertThat(row(csv, "C4"))
        .containsEntry("reasons", "SUSPENDED;BENEFIT_ENDED;BENEFICIARY_NOT_COVERED");
  }

  @Test
  void aLoweredAuthorisedAmountDrawsNothing() {
    String header = "payer_id,beneficiary_id,relation,limit,confirmed_on\n";
    folder.write(CliFolder.BINDINGS, header + "dad,mum,spouse,200.00,2024-01-01\n");
    claims("C3,mum,2025-02-01,general,primary,300.00,\n");
    String csv =
        settled(
            "--opening", folder.path("january.json"), "--closing", folder.path("february.json"));
    assertThat(row(csv, "C3")).containsEntry("family_detail", "dad:120.00");
    folder.write(CliFolder.BINDINGS, header + "dad,mum,spouse,60.00,2024-01-01\n");
    claims("C4,mum,2025-03-01,general,primary,100.00,\n");
    csv = settled("--opening", folder.path("february.json"));
    assertThat(row(csv, "C4"))
        .containsEntry("family_detail", "")
        .containsEntry("cash", "40.00")
        .containsEntry("reasons", "LIMIT_REACHED");
  }

  @Test
  void packedStatesWork() {
    claims("C3,mum,2025-02-01,general,primary,100.00,\n");
    settled("--opening", folder.path("january.json"), "--closing", folder.path("f.json.gz"));
    claims("C4,mum,2025-03-01,general,primary,100.00,\n");
    assertThat(row(settled("--opening", folder.path("f.json.gz")), "C4"))
        .containsEntry("cap_left", "760.00");
  }

  @Test
  void aStateIsNotReplacedByTheNextOne() {
    claims("C3,mum,2025-02-01,general,primary,100.00,\n");
    CommandLineRun run =
        folder.settle(
            "--force",
            "--opening",
            folder.path("january.json"),
            "--closing",
            folder.path("january.json"));
    assertThat(run.code()).isEqualTo(6);
    assertThat(run.err()).contains("E606");
  }

  @Test
  void foreignNewerAndDamagedStatesAreRefused() {
    claims("C3,mum,2025-02-01,general,primary,100.00,\n");
    String state = folder.read("january.json");
    assertRefused("household_id,person_id\n", "E501");
    assertRefused("", "E501");
    assertRefused("{\"policies\":[]}\n", "E501");
    assertRefused(state.replace("\"cohealth_state\":1", "\"cohealth_state\":2"), "E502");
    assertRefused(state.replace("\"prior\":0", "\"prior\":1"), "E503");
    assertRefused(state.substring(0, state.length() - 1), "E503");
    assertRefused(state.substring(0, state.lastIndexOf("{\"end\"")), "E503");
    assertRefused(state + "\n", "E503");
    assertRefused(state + state, "E503");
  }

  private void assertRefused(String state, String code) {
    folder.write("bad.json", state);
    CommandLineRun run =
        folder.settle("--opening", folder.path("bad.json"), "--closing", folder.path("no.json"));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("bad.json: error[" + code + "]");
    assertThat(folder.names()).doesNotContain("no.json");
  }

  @Test
  void withoutHouseholdsOrAStateNothingStarts() {
    CommandLineRun run =
        CliFolder.run("C", "", "settle", "--claims", folder.path(CliFolder.CLAIMS));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("missing: --households");
  }

  private void claims(String rows) {
    folder.write(CliFolder.CLAIMS, HEADER + rows);
  }

  private String settled(String... more) {
    String[] args = new String[more.length + 2];
    args[0] = "-f";
    args[1] = "csv";
    System.arraycopy(more, 0, args, 2, more.length);
    CommandLineRun run = folder.settle(args);
    assertThat(run.code()).as(run.err()).isZero();
    return run.out();
  }

  private static Map<String, String> row(String csv, String claim) {
    return CliFolder.rows(csv).stream()
        .filter(row -> row.get("claim_id").equals(claim))
        .findFirst()
        .orElseThrow()
        .cells();
  }
}
