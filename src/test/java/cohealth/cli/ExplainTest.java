package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a claim was settled as it was, and what a refund would leave as it is. */
class ExplainTest {
  private static final String SAMPLE = "samples/01-panzhihua-family/";

  @TempDir Path temporary = Path.of("");

  @Test
  void tellsEachStepWithItsNumbers() {
    CommandLineRun run = explain("C", "C003");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            "C003 of P004 王**, 2025-02-18 08:30, ordinary care at community: 260.00, settled\n",
            "  Group retired (retired): retired [seed-2025]\n",
            "  Rate: (246.40 − 150.00) × 65% = 62.66 [seed-2025]\n",
            "  Own account, prior-year money: holds 80.00, 197.34 is wanted, pays 80.00; 0.00 stays\n",
            "  Family, P002 刘**: skipped, since a relation that the payer's policy does not allow",
            "(RELATION_NOT_ALLOWED)",
            "  Family, P003 陈**: not needed any more\n",
            "Together: 260.00 = pool 62.66 + own account 125.50 + family 71.84 + cash 0.00\n",
            "Why not more: nothing was left to pay in cash.\n",
            "  seed-2025, grade SEED: ");
  }

  @Test
  void saysWhichLimitStoppedADraw() {
    assertThat(explain("C", "C007").out())
        .contains(
            "it cuts 770.00",
            "165.00 of the authorised amount was",
            "pays 165.00: the authorised amount stopped it",
            "Why not more: a limit of the pool was used up, so that 205.00 is over it; 670.00 in");
  }

  @Test
  void speaksChinese() {
    assertThat(explain("zh_CN.UTF-8", "C003").out())
        .contains(
            "比例：(246.40 − 150.00) × 65% = 62.66", "共济，P001 陈**：需要 71.84", "为何不能更多：没有剩余需要现金支付。");
  }

  @Test
  void theJsonHasTheSameTree() throws IOException {
    JsonNode tree = new ObjectMapper().readTree(explain("C", "C003", "-f", "json").out());
    assertThat(tree.get("claim_id").textValue()).isEqualTo("C003");
    assertThat(tree.get("total").textValue()).isEqualTo("260.00");
    List<String> keys = new ArrayList<>();
    tree.get("parts").forEach(part -> keys.add(part.get("key").textValue()));
    assertThat(keys).containsExactly("bill", "rules", "steps", "sum", "why_not_more");
    JsonNode steps = tree.get("parts").get(2).get("parts");
    long paid = 0;
    for (JsonNode step : steps) {
      String key = step.get("key").textValue();
      if (List.of("own", "family", "cash").contains(key)) {
        paid += CliFolder.fen(step.get("payment").textValue());
      } else if (key.equals("pool_paid")) {
        paid += CliFolder.fen(step.get("pool").textValue());
      }
    }
    assertThat(paid).isEqualTo(260_00);
    assertThat(steps.get(1).get("sources").get(0).get("grade").textValue()).isEqualTo("SEED");
  }

  @Test
  void aReversalTellsWhereTheMoneyWent() {
    assertThat(explain("C", "C011").out())
        .contains("a reversal, -1980.00", "pool (510400-employee): 935.00", "now 860.00");
  }

  @Test
  void aRefundLeavesLaterClaimsAsTheyAre() {
    assertThat(explain("C", "C006", "--refund").out())
        .contains(
            "C011 takes it back already.\n",
            "  to the pool 935.00\n",
            "  to P001 陈** 135.00\n",
            "  C007 of P003 陈**, 2025-04-22 14:10\n    pool: 565.00, without the claim 687.50\n")
        .doesNotContain("  C011 of");
    assertThat(explain("C", "C022", "--refund").out())
        .contains("No later claim of the family would have been settled otherwise.");
    assertThat(explain("C", "C016", "--refund").out()).contains("cannot be refunded: rejected");
  }

  /** For a refund everything is settled twice, in order of time both times. */
  @Test
  void aRefundIsTheSameForClaimsInAnotherOrder() {
    CliFolder folder = CliFolder.copyOfSample(temporary, "01-panzhihua-family");
    List<String> rows = new ArrayList<>(folder.read(CliFolder.CLAIMS).lines().toList());
    Collections.reverse(rows.subList(1, rows.size()));
    folder.write(CliFolder.CLAIMS, String.join("\n", rows) + "\n");
    for (String claim : List.of("C006", "C003", "C022")) {
      CommandLineRun reversed =
          CliFolder.run(
              "C",
              "",
              "explain",
              claim,
              "--refund",
              "-H",
              folder.path(CliFolder.HOUSEHOLDS),
              "-C",
              folder.path(CliFolder.CLAIMS));
      List<String> expected = explain("C", claim, "--refund").out().lines().sorted().toList();
      assertThat(reversed.out().lines().sorted().toList()).as(claim).isEqualTo(expected);
    }
  }

  @Test
  void anUnknownClaimGetsTheNearestIds() {
    CommandLineRun run = explain("C", "C0O3");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo("cohealth: no claim C***O3 in the claims files; near it: C***03, C***13\n");
    assertThat(explain("C", "C0O3", "--show-ids").err()).contains("near it: C003, C013");
    assertThat(explain("zh_CN.UTF-8", "nobody").err()).isEqualTo("cohealth: 费用文件中没有结算编号 n***dy\n");
  }

  @Test
  void writesIntoAFile() throws IOException {
    Path file = temporary.resolve("why.json");
    CommandLineRun run = explain("C", "C003", "--output", file.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(new ObjectMapper().readTree(Files.readString(file)).get("key").textValue())
        .isEqualTo("claim");
    assertThat(explain("C", "C003", "--output", file.toString()).code()).isEqualTo(6);
    assertThat(explain("C", "C003", "--output", SAMPLE + "claims.csv", "--force").err())
        .contains("E606");
  }

  @Test
  void wrongInputIsToldAsSettleTellsIt() {
    assertThat(CliFolder.run("C", "", "explain", "C003").err())
        .contains("missing: --households, --claims");
    CliFolder folder = new CliFolder(temporary);
    folder.write("claims.csv", "claim_id,person_id\nC1,P1\n");
    CommandLineRun run =
        CliFolder.run(
            "C",
            "",
            "explain",
            "C1",
            "-H",
            SAMPLE + "households.csv",
            "-C",
            folder.path("claims.csv"));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("E102");
  }

  private static CommandLineRun explain(String locale, String claim, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "explain", claim, "-H", SAMPLE + "households.csv", "-C", SAMPLE + "claims.csv"));
    args.addAll(List.of(more));
    return CliFolder.run(locale, "", args.toArray(String[]::new));
  }
}
