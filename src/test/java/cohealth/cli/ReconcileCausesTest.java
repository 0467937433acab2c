package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Causes of differences: the real system is this program with one rule, balance or row changed, and
 * the change is found again.
 */
class ReconcileCausesTest {
  private static final String HOUSEHOLDS =
      """
      household_id,person_id,relation,insurance,region,prior_balance,current_balance,share_order
      H1,dad,self,employee,990100,300.00,200.00,1
      H1,mum,spouse,employee,990100,,300.00,2
      H1,kid,child,resident,990100,,,
      H2,oma,self,employee,990100,,50.00,
      """;

  private static final String CLAIMS =
      """
      claim_id,person_id,service_time,type,facility_level,total,reverses
      B1,dad,2025-01-05,general,primary,500.00,
      B2,kid,2025-02-01,general,primary,100.00,
      B3,dad,2025-03-01,general,primary,333.33,
      B4,mum,2025-04-01,general,primary,3000.00,
      B5,oma,2025-05-01,general,primary,200.00,
      B6,dad,2025-06-01,general,primary,,B1
      B7,dad,2025-07-01,general,primary,50.00,
      """;

  @TempDir Path temporary = Path.of("");

  /** What differs when the real system's inputs are these, as {@code claim cause follows}. */
  private List<String> differences(
      String households, String claims, String policy, String columns) {
    CliFolder folder = new CliFolder(temporary);
    folder.write(CliFolder.HOUSEHOLDS, households);
    folder.write(CliFolder.CLAIMS, claims);
    folder.write(CliFolder.POLICY, policy);
    String actual = folder.settle("-f", "csv", "--columns", columns, "--quiet").out();
    assertThat(actual).hasLineCount((int) claims.lines().count());
    folder.write("actual.csv", actual);
    folder.write(CliFolder.HOUSEHOLDS, HOUSEHOLDS);
    folder.write(CliFolder.CLAIMS, CLAIMS);
    folder.write(CliFolder.POLICY, CliFolder.policy(""));
    CommandLineRun run = folder.reconcile("-f", "csv");
    List<String> found = new ArrayList<>();
    for (Row row : CliFolder.rows(run.out())) {
      String line =
          (row.get("claim_id") + " " + row.get("cause") + " " + row.get("follows")).strip();
      if (!found.contains(line)) {
        found.add(line);
      }
    }
    assertThat(run.code()).isEqualTo(found.isEmpty() ? 0 : 4);
    return found;
  }

  private List<String> underPolicy(String policy) {
    return differences(HOUSEHOLDS, CLAIMS, policy, "full");
  }

  private List<String> withHouseholds(String households) {
    return differences(households, CLAIMS, CliFolder.policy(""), "full");
  }

  private List<String> withClaims(String claims) {
    return differences(HOUSEHOLDS, claims, CliFolder.policy(""), "full");
  }

  @Test
  void nothingDiffers() {
    assertThat(withHouseholds(HOUSEHOLDS)).isEmpty();
  }

  @Test
  void anotherRateWhereverItCounted() {
    // B4's payment is cut to the same limit, and B7 falls under the deductible: the column of the
    // rate tells
    assertThat(underPolicy(CliFolder.policy("").replace("60%", "70%")))
        .containsExactly("B1 RATE", "B3 RATE", "B4 RATE", "B5 RATE", "B6 RATE B1", "B7 RATE");
  }

  @Test
  void anotherRateWithoutItsColumn() {
    String policy = CliFolder.policy("").replace("60%", "70%");
    // 2900.00 x 60 % and x 70 % are both cut to 1000.00: nothing differs in B4 but the family's
    // part, since dad's account had paid less before
    assertThat(differences(HOUSEHOLDS, CLAIMS, policy, "cohealth"))
        .containsExactly(
            "B1 RATE", "B3 RATE", "B4 BALANCE B1", "B5 RATE", "B6 RATE B1", "B7 CAP B1");
    assertThat(differences(HOUSEHOLDS, CLAIMS, policy, "national"))
        .containsExactly(
            "B1 RATE", "B3 RATE", "B4 BALANCE B1", "B5 RATE", "B6 RATE B1", "B7 BALANCE B1");
  }

  @Test
  void anotherDeductible() {
    assertThat(underPolicy(CliFolder.policy("").replace("\"100.00\"", "\"150.00\"")))
        .containsExactly(
            "B1 DEDUCTIBLE",
            "B3 CAP B1",
            "B4 DEDUCTIBLE",
            "B5 DEDUCTIBLE",
            "B6 DEDUCTIBLE B1",
            "B7 DEDUCTIBLE B1");
  }

  @Test
  void anotherLimit() {
    assertThat(underPolicy(CliFolder.policy("").replace("\"1000.00\"", "\"800.00\"")))
        .containsExactly("B1 CAP", "B3 CAP B1", "B4 CAP", "B5 CAP", "B6 CAP B1", "B7 CAP B1");
    // without the columns of what is left, only the claim that the limit cut shows it
    String policy = CliFolder.policy("").replace("\"1000.00\"", "\"800.00\"");
    assertThat(differences(HOUSEHOLDS, CLAIMS, policy, "national")).containsExactly("B4 CAP");
  }

  @Test
  void aFenThatIsCutInsteadOfRounded() {
    // 333.33 x 60 % = 199.998
    assertThat(underPolicy(CliFolder.policy("\"rounding\": {\"mode\": \"down\"},")))
        .containsExactly("B3 ROUNDING", "B4 BALANCE B3", "B6 CAP B3", "B7 CAP B3");
  }

  @Test
  void pursesInAnotherOrder() {
    String chain =
        """
        "chain": [{"payer": "pool"}, {"payer": "own", "purses": ["current", "prior", "wallet"]},
          {"payer": "family"}, {"payer": "cash"}],
        """;
    assertThat(underPolicy(CliFolder.policy(chain)))
        .containsExactly(
            "B1 PURSE_ORDER", "B3 PURSE_ORDER B1", "B6 PURSE_ORDER B1", "B7 PURSE_ORDER B1");
  }

  @Test
  void familyMembersInAnotherOrder() {
    assertThat(withHouseholds(HOUSEHOLDS.replace("200.00,1\n", "200.00,3\n")))
        .containsExactly("B2 FAMILY_ORDER", "B3 BALANCE B2", "B4 BALANCE B2");
  }

  @Test
  void anotherBalance() {
    // B1 took 250.00 + 10.00 instead of 260.00, and B6 gives that back
    assertThat(withHouseholds(HOUSEHOLDS.replace("300.00,200.00", "250.00,200.00")))
        .containsExactly("B1 BALANCE", "B3 BALANCE B1", "B4 BALANCE B1", "B6 PURSE_ORDER B1");
  }

  @Test
  void anotherBill() {
    assertThat(withClaims(CLAIMS.replace("333.33", "333.34")))
        .containsExactly("B3 TOTAL_DIFFERS", "B4 BALANCE B3");
  }

  @Test
  void aClaimThatOnlyOneSideHas() {
    assertThat(withClaims(CLAIMS.replace("B2,kid,2025-02-01,general,primary,100.00,\n", "")))
        .containsExactly("B2 MISSING", "B3 BALANCE B2", "B4 BALANCE B2");
    assertThat(withClaims(CLAIMS.replace("B2,", "X9,dad,2025-01-20,general,primary,80.00,\nB2,")))
        .containsExactly("B3 CAP X9", "B4 BALANCE X9", "B6 CAP X9", "B7 CAP X9", "X9 EXTRA");
  }
}
