package cohealth.cli;

import static cohealth.cli.CliFolder.fen;
import static org.assertj.core.api.Assertions.assertThat;

import cohealth.naive.RandomWorld;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --columns national}: the fields of the national interface. */
class NationalColumnsTest {
  private static final List<String> PROFILES =
      List.of("standard", "family-apart", "funds-with-account", "family-apart-funds-with-account");

  @TempDir Path temporary = Path.of("");

  /** By hand from the sums in the sample's README. */
  @Test
  void aNationalExportIsAnsweredInNationalColumns() {
    CliFolder folder = CliFolder.copyOfSample(temporary, "22-national-columns");
    assertThat(folder.settle("-f", "csv", "--columns", "national").out())
        .isEqualTo(
            """
            setl_id,psn_no,setl_time,med_type,medfee_sumamt,fulamt_ownpay_amt,overlmt_selfpay,preselfpay_amt,inscp_scp_amt,act_pay_dedc,hifp_pay,pool_prop_selfpay,hifob_pay,fund_pay_sumamt,psn_part_amt,acct_pay,acct_mulaid_pay,psn_cash_pay,balc
            S2025000001,P004,2025-02-20 10:02:11,14,1000.00,0.00,0.00,100.00,900.00,0.00,630.00,0.7000,0.00,630.00,370.00,0.00,0.00,370.00,0.00
            S2025000002,P001,2025-03-14 09:26:53,11,612.40,32.40,10.00,20.00,550.00,200.00,175.00,0.5000,0.00,175.00,437.40,395.00,95.00,42.40,0.00
            S2025000003,P004,2025-03-20 09:40:05,14,2000.00,0.00,0.00,0.00,2000.00,0.00,1245.00,0.6225,0.00,1245.00,755.00,0.00,0.00,755.00,0.00
            S2025000004,P002,2025-04-02 18:30:40,41,88.88,0.00,0.00,0.00,88.88,88.88,0.00,,0.00,0.00,88.88,88.88,0.00,0.00,316.12
            S2025000005,P002,2025-04-20 10:15:00,11,500.00,0.00,0.00,0.00,500.00,61.12,285.27,0.6500,0.00,285.27,214.73,0.00,0.00,214.73,316.12
            S2025000006,P001,2025-05-06 11:05:27,14,120.00,0.00,0.00,0.00,120.00,0.00,0.00,,0.00,0.00,120.00,120.00,120.00,0.00,0.00
            S2025000007,P003,2025-05-10 21:48:33,13,200.00,0.00,0.00,20.00,180.00,0.00,0.00,,0.00,0.00,200.00,196.12,196.12,3.88,0.00
            S2025000008,P001,2025-06-01 09:00:00,14,-120.00,0.00,0.00,0.00,-120.00,0.00,0.00,,0.00,0.00,-120.00,-120.00,-120.00,0.00,0.00
            S2025000009,P001,2025-06-02 09:00:00,,0.00,0.00,0.00,0.00,0.00,0.00,0.00,,0.00,0.00,0.00,0.00,0.00,0.00,0.00
            S2025000010,P005,2025-07-01 15:20:00,11,80.00,0.00,0.00,0.00,80.00,0.00,0.00,,0.00,0.00,80.00,50.00,0.00,30.00,0.00
            S2025000011,P001,2025-07-05 10:30:00,11,100.00,0.00,0.00,0.00,100.00,0.00,0.00,,0.00,0.00,100.00,0.00,0.00,100.00,0.00
            S2025000012,P001,2025-07-06 10:30:00,11,150.00,0.00,0.00,0.00,150.00,0.00,90.00,0.6000,0.00,90.00,60.00,60.00,60.00,0.00,0.00
            """);
  }

  @Test
  void profilesReadAccountAndFundsDifferently() {
    CliFolder folder = CliFolder.copyOfSample(temporary, "22-national-columns");
    Map<String, String> read = new HashMap<>();
    for (String profile : PROFILES) {
      String csv = folder.settle("-f", "csv", "--columns", "national", "--profile", profile).out();
      Row row = row(csv, "S2025000002");
      read.put(profile, row.get("acct_pay") + " " + row.get("fund_pay_sumamt"));
    }
    assertThat(read)
        .isEqualTo(
            Map.of(
                "standard", "395.00 175.00",
                "family-apart", "300.00 175.00",
                "funds-with-account", "395.00 570.00",
                "family-apart-funds-with-account", "300.00 570.00"));
  }

  /** Sample 01, C006 and C011: 1700.00 entered, 935.00 = 55 % were paid. */
  @Test
  void aReversalShowsNegatedAmountsAndItsOriginalsTypeAndShare() {
    CliFolder folder = CliFolder.copyOfSample(temporary, "01-panzhihua-family");
    String csv = folder.settle("-f", "csv", "--columns", "national").out();
    Row claim = row(csv, "C006");
    Row reversal = row(csv, "C011");
    assertThat(claim.get("pool_prop_selfpay")).isEqualTo("0.5500");
    assertThat(reversal.get("pool_prop_selfpay")).isEqualTo("0.5500");
    assertThat(reversal.get("med_type")).isEqualTo("11");
    for (String column : claim.cells().keySet()) {
      if (column.endsWith("_amt") || column.contains("_pay") || column.endsWith("sumamt")) {
        assertThat(fen(reversal.get(column))).as(column).isEqualTo(-fen(claim.get(column)));
      }
    }
  }

  /** 1600.00: 100.00 deductible; the expense cap of 1000.00 lets 1000.00 enter; 60 % of it. */
  @Test
  void theShareIsOfWhatEnteredTheRateStepBehindExpenseCaps() {
    CliFolder folder = new CliFolder(temporary);
    folder.write(
        CliFolder.HOUSEHOLDS, "household_id,person_id,insurance,region\nH1,P1,employee,990100\n");
    folder.write(CliFolder.POLICY, CliFolder.policy("").replace("payment", "expense"));
    folder.write(
        CliFolder.CLAIMS,
        """
        claim_id,person_id,service_time,type,facility_level,total
        C1,P1,2025-01-01,general,primary,1600.00
        """);
    Row row = row(folder.settle("-f", "csv", "--columns", "national").out(), "C1");
    assertThat(row.get("hifp_pay")).isEqualTo("600.00");
    assertThat(row.get("pool_prop_selfpay")).isEqualTo("0.6000");
  }

  @Test
  void aSupplementIsTheFieldOfTheLargeAmountSubsidy() {
    CliFolder folder = CliFolder.copyOfSample(temporary, "policies/370481-employee");
    String csv = folder.settle("-f", "csv", "--columns", "national").out();
    Row row = row(csv, "C006");
    assertThat(row.get("hifp_pay")).isEqualTo("2670.00");
    assertThat(row.get("hifob_pay")).isEqualTo("330.00");
    assertThat(row.get("fund_pay_sumamt")).isEqualTo("3000.00");
    assertThat(row(csv, "C009").get("fund_pay_sumamt")).isEqualTo("-670.00");
  }

  @Test
  void aPolicysOwnTypeStandsAsItsWord() {
    CliFolder folder = CliFolder.copyOfSample(temporary, "policies/440100-employee");
    String csv = folder.settle("-f", "csv", "--columns", "national").out();
    assertThat(row(csv, "C002").get("med_type")).isEqualTo("基药甲类");
    assertThat(row(csv, "C007").get("med_type")).isEqualTo("13");
  }

  /** All identities of docs/national-fields.md, and every column against those of cohealth. */
  @ParameterizedTest
  @ValueSource(longs = {51, 52, 53, 54})
  void theIdentitiesHoldInEveryProfile(long seed) {
    CliFolder folder = CliFolder.of(temporary, RandomWorld.of(seed, 60));
    List<Row> own = CliFolder.rows(folder.settle("-f", "csv", "--columns", "full").out());
    assertThat(own).hasSizeGreaterThan(100);
    for (String profile : PROFILES) {
      CommandLineRun run =
          folder.settle("-f", "csv", "--columns", "national", "--profile", profile);
      assertThat(run.code()).as(run.err()).isZero();
      List<Row> national = CliFolder.rows(run.out());
      assertThat(national).hasSameSizeAs(own);
      for (int i = 0; i < own.size(); i++) {
        assertIdentities(profile, national.get(i));
        assertSame(own.get(i), national.get(i));
      }
    }
  }

  private static void assertIdentities(String profile, Row row) {
    String as = profile + " " + row.get("setl_id");
    long accounts =
        money(row, "acct_pay")
            + (profile.startsWith("family-apart") ? money(row, "acct_mulaid_pay") : 0);
    boolean withAccount = profile.endsWith("funds-with-account");
    assertThat(money(row, "medfee_sumamt"))
        .as(as)
        .isEqualTo(
            money(row, "inscp_scp_amt")
                + money(row, "fulamt_ownpay_amt")
                + money(row, "overlmt_selfpay")
                + money(row, "preselfpay_amt"))
        .isEqualTo(
            money(row, "fund_pay_sumamt")
                + (withAccount ? money(row, "psn_cash_pay") : money(row, "psn_part_amt")));
    assertThat(money(row, "psn_part_amt")).as(as).isEqualTo(accounts + money(row, "psn_cash_pay"));
    assertThat(money(row, "fund_pay_sumamt"))
        .as(as)
        .isEqualTo(money(row, "hifp_pay") + money(row, "hifob_pay") + (withAccount ? accounts : 0));
  }

  private static void assertSame(Row own, Row national) {
    Map.of(
            "claim_id", "setl_id",
            "person_id", "psn_no",
            "total", "medfee_sumamt",
            "first_self_pay", "preselfpay_amt",
            "deductible", "act_pay_dedc",
            "pool", "hifp_pay",
            "supplement", "hifob_pay",
            "family", "acct_mulaid_pay",
            "cash", "psn_cash_pay",
            "own_balance", "balc")
        .forEach((one, other) -> assertThat(national.get(other)).isEqualTo(own.get(one)));
    assertShare(own, national.get("pool_prop_selfpay"));
  }

  /** Where nothing was cut, what entered the rate step is known: the payment and the copay. */
  private static void assertShare(Row own, String share) {
    long pool = Math.abs(fen(own.get("pool")));
    long entered = pool + Math.abs(fen(own.get("copay")));
    if (fen(own.get("over_cap")) == 0) {
      String expected =
          entered == 0
              ? ""
              : BigDecimal.valueOf(pool)
                  .divide(BigDecimal.valueOf(entered), 4, RoundingMode.HALF_UP)
                  .toString();
      assertThat(share).as(own.toString()).isEqualTo(expected);
    }
  }

  private static long money(Row row, String column) {
    return fen(row.get(column));
  }

  private static Row row(String csv, String id) {
    return CliFolder.rows(csv).stream()
        .filter(row -> row.get("setl_id").equals(id))
        .findFirst()
        .orElseThrow();
  }
}
