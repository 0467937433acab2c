package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a payer's money and authorised amount a claim may take (rules: section 6). */
class FamilyMoneyTest {
  private static final String HEADER =
      "claim_id,person_id,service_time,type,facility_level,total,eligible,over_limit\n";
  private static final String SHARES_PRIOR_MONEY =
      "\"binding\": {\"shareable\": {\"purses\": [\"prior\"], \"source\": \"test\"}},";
  private static final String TWO_FAMILY_STAGES =
      """
      "chain": [
        {"payer": "family", "covers": ["over_limit"], "source": "test"},
        {"payer": "pool", "source": "test"},
        {"payer": "own", "source": "test"},
        {"payer": "family", "covers": ["deductible", "copay"], "source": "test"},
        {"payer": "cash"}
      ],
      """;

  @TempDir Path temporary = Path.of("");
  private CliFolder folder = new CliFolder(temporary);

  @BeforeEach
  void writePeople() {
    folder = new CliFolder(temporary);
    folder.write(
        CliFolder.HOUSEHOLDS,
        """
        household_id,person_id,relation,insurance,region,current_balance,share_order
        H1,dad,self,employee,990100,500.00,1
        H1,mum,spouse,employee,990100,,
        """);
  }

  @Test
  void aPayersYearPassesBeforeItIsAskedWhatMayBeShared() {
    folder.write(CliFolder.POLICY, CliFolder.policy(SHARES_PRIOR_MONEY));
    folder.write(
        CliFolder.CLAIMS,
        HEADER
            + "C1,mum,2025-12-31T23:59:59,general,primary,50.00,50.00,\n"
            + "C2,mum,2026-01-01T00:00:00,general,primary,50.00,50.00,\n");
    assertThat(family(settled("--opening-date", "2025-06-01")))
        .isEqualTo(Map.of("C1", "", "C2", "dad:50.00"));
  }

  @Test
  void anAmountForEachClaimHoldsForAllItsStagesTogetherAndBeginsAnewWithTheNextOne() {
    folder.write(CliFolder.POLICY, CliFolder.policy(TWO_FAMILY_STAGES));
    folder.write(
        CliFolder.BINDINGS,
        """
        payer_id,beneficiary_id,relation,limit,limit_period,confirmed_on
        dad,mum,spouse,70.00,claim,2025-01-01
        """);
    folder.write(
        CliFolder.CLAIMS,
        HEADER
            + "C1,mum,2025-03-01,general,primary,140.00,80.00,60.00\n"
            + "C2,mum,2025-03-02,general,primary,140.00,80.00,60.00\n");
    // 60.00 over the limit first, so that 10.00 of the deductible are left to be authorised
    assertThat(family(settled())).isEqualTo(Map.of("C1", "dad:70.00", "C2", "dad:70.00"));
  }

  @Test
  void aBindingAndABenefitMayLastOneDay() {
    folder.write(CliFolder.POLICY, CliFolder.policy(""));
    folder.write(
        CliFolder.HOUSEHOLDS,
        """
        household_id,person_id,relation,insurance,region,current_balance,benefit_from,benefit_to
        H1,dad,self,employee,990100,500.00,,
        H1,mum,spouse,employee,990100,,2025-03-02,2025-03-02
        """);
    folder.write(
        CliFolder.BINDINGS,
        """
        payer_id,beneficiary_id,relation,confirmed_on,valid_from,valid_to
        dad,mum,spouse,2025-01-01,2025-03-02,2025-03-02
        """);
    folder.write(
        CliFolder.CLAIMS,
        HEADER
            + "C1,mum,2025-03-01,general,primary,50.00,50.00,\n"
            + "C2,mum,2025-03-02,general,primary,50.00,50.00,\n"
            + "C3,mum,2025-03-03,general,primary,50.00,50.00,\n");
    String csv = settled();
    assertThat(family(csv)).isEqualTo(Map.of("C1", "", "C2", "dad:50.00", "C3", ""));
    assertThat(CliFolder.column(csv, "claim_id", "reasons"))
        .containsEntry("C1", "WAITING_PERIOD;NOT_IN_FORCE")
        .containsEntry("C2", "DEDUCTIBLE_NOT_MET")
        .containsEntry("C3", "BENEFIT_ENDED;NOT_IN_FORCE");
  }

  @Test
  void theLargestBalanceIsThatBeforeTheClaim() {
    String order = "\"binding\": {\"order\": {\"by\": \"largest_balance\", \"source\": \"test\"}},";
    folder.write(CliFolder.POLICY, CliFolder.policy(TWO_FAMILY_STAGES + order));
    folder.write(
        CliFolder.HOUSEHOLDS,
        """
        household_id,person_id,relation,insurance,region,current_balance,share_order
        H1,mum,self,employee,990100,,
        H1,dad,spouse,employee,990100,100.00,2
        H1,son,child,employee,990100,90.00,1
        """);
    folder.write(
        CliFolder.CLAIMS,
        HEADER
            + "C1,mum,2025-03-01,general,primary,60.00,40.00,20.00\n"
            + "C2,mum,2025-03-02,general,primary,60.00,40.00,20.00\n");
    // C1 leaves dad 40.00, so that the son's 90.00 are more when C2 begins
    assertThat(family(settled())).isEqualTo(Map.of("C1", "dad:60.00", "C2", "son:60.00"));
  }

  @Test
  void aRefundComesToAPayersPurseOfTheNewYear() {
    folder.write(CliFolder.POLICY, CliFolder.policy(""));
    folder.write(
        CliFolder.CLAIMS,
        """
        claim_id,person_id,service_time,type,facility_level,total,reverses
        C1,mum,2025-12-01,general,primary,50.00,
        R1,mum,2026-01-15,,,,C1
        """);
    settled("--opening-date", "2025-06-01", "--postings", folder.path("p.csv"));
    assertThat(folder.read("p.csv"))
        .contains(",mum,family,dad,current,deductible,-50.00,450.00\n")
        .contains(",mum,family,dad,prior,deductible,50.00,500.00\n");
  }

  @Test
  void whoIsCountedBeforeAMemberIsAskedAnewWhenTheOthersInsuranceChanges() {
    folder.write(CliFolder.POLICY, CliFolder.policy("\"binding\": {\"members\": {\"max\": 1}},"));
    folder.write(
        CliFolder.HOUSEHOLDS,
        """
        household_id,person_id,relation,insurance,region,current_balance
        H1,dad,self,employee,990100,500.00
        H1,mum,spouse,employee,990100,
        H1,son,child,employee,990100,
        """);
    folder.write(
        CliFolder.BINDINGS,
        """
        payer_id,beneficiary_id,relation,confirmed_on
        dad,son,child,2025-01-01
        dad,mum,spouse,2025-01-02
        """);
    folder.write(
        CliFolder.ACTIVITIES,
        """
        activity_id,time,kind,person_id,field,value
        A1,2025-03-02,change,son,status,suspended
        A2,2025-03-04,change,son,status,normal
        """);
    folder.write(
        CliFolder.CLAIMS,
        HEADER
            + "C1,mum,2025-03-01,general,primary,30.00,30.00,\n"
            + "C2,mum,2025-03-03,general,primary,30.00,30.00,\n"
            + "C3,mum,2025-03-05,general,primary,30.00,30.00,\n");
    String csv = settled();
    assertThat(family(csv)).isEqualTo(Map.of("C1", "", "C2", "dad:30.00", "C3", ""));
    assertThat(CliFolder.column(csv, "claim_id", "reasons").get("C3")).contains("TOO_MANY_MEMBERS");
  }

  @Test
  void fromABirthdayOnOnlyAConfirmationHelps() {
    folder.write(CliFolder.POLICY, CliFolder.policy(""));
    String people =
        """
        household_id,person_id,relation,insurance,region,current_balance,birth_date,share_order,confirmed
        H1,dad,self,employee,990100,500.00,1980-01-01,1,
        H1,son,child,employee,990100,,2009-03-02,,no
        """;
    folder.write(CliFolder.HOUSEHOLDS, people);
    folder.write(
        CliFolder.CLAIMS,
        HEADER
            + "C1,son,2025-03-01,general,primary,30.00,30.00,\n"
            + "C2,son,2025-03-02,general,primary,30.00,30.00,\n"
            + "C3,son,2025-04-01,general,primary,30.00,30.00,\n");
    // the son is 16 with C2
    assertThat(family(settled())).isEqualTo(Map.of("C1", "dad:30.00", "C2", "", "C3", ""));
    folder.write(
        CliFolder.BINDINGS,
        """
        payer_id,beneficiary_id,relation,confirmed_on
        dad,son,child,2025-04-01
        """);
    assertThat(family(settled())).isEqualTo(Map.of("C1", "dad:30.00", "C2", "", "C3", "dad:30.00"));
  }

  private String settled(String... more) {
    CommandLineRun run = folder.settle(with("-f", "csv", more));
    assertThat(run.code()).as(run.err()).isZero();
    return run.out();
  }

  private static String[] with(String option, String value, String... more) {
    String[] args = new String[more.length + 2];
    args[0] = option;
    args[1] = value;
    System.arraycopy(more, 0, args, 2, more.length);
    return args;
  }

  private static Map<String, String> family(String csv) {
    return CliFolder.column(csv, "claim_id", "family_detail");
  }
}
