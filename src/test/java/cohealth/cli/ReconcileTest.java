package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cohealth reconcile} on the command line: files, formats, languages, exit codes. */
class ReconcileTest {
  private static final String ACTUAL = "actual.csv";
  private static final String REPORT = "report.xml";

  @TempDir Path temporary = Path.of("");
  private CliFolder folder = new CliFolder(temporary);
  private String settled = "";

  @BeforeEach
  void settleTheSample() {
    folder = CliFolder.copyOfSample(temporary, "01-panzhihua-family");
    settled = folder.settle("-f", "csv", "--quiet").out();
    folder.write(ACTUAL, settled);
  }

  /** The real system settled C006 by 60 % and C015 by one fen less, and forgot C014. */
  private void settleOtherwise() {
    String otherwise =
        settled
            .replace("935.00,0.00,860.00,0.00,0.00,135.00", "1020.00,0.00,860.00,0.00,0.00,50.00")
            .replace("P001:135.00,0.00,565.00", "P001:50.00,0.00,480.00")
            .replace(
                "220.00,0.00,0.00,0.00,0.00,139.66,60.34",
                "219.99,0.00,0.00,0.00,0.00,139.66,60.35");
    folder.write(ACTUAL, otherwise.replaceAll("(?m)^C014.*\n", ""));
  }

  @Test
  void nothingIsWrittenWhereAllAgreesButTheSummary() {
    CommandLineRun run = folder.reconcile();
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            """

            claims compared: 22; 22 agree, 0 differ; besides 0 missing, 0 extra
            columns compared: person_id, service_time, benefit_year, status, total, eligible, \
            deductible, pool, supplement, own_prior, own_current, own_wallet, family, cash, \
            family_detail, deductible_left, cap_left, own_balance, reasons
            """);
    CommandLineRun quiet = folder.reconcile("--quiet", "-f", "json");
    assertThat(quiet.out()).isEqualTo("{\"schema_version\":1,\"differences\":[\n]}\n");
    assertThat(quiet.err()).isEmpty();
  }

  @Test
  void differencesAsATable() {
    settleOtherwise();
    CommandLineRun run = folder.reconcile();
    assertThat(run.out())
        .isEqualTo(
            """
            claim  person     column            expected      actual  difference  cause     follows
            -----  ---------  -------------  -----------  ----------  ----------  --------  -------
            C006   P003 陈**  pool                935.00     1020.00       85.00  RATE
            C006   P003 陈**  family              135.00       50.00      -85.00  RATE
            C006   P003 陈**  family_detail  P001:135.00  P001:50.00              RATE
            C006   P003 陈**  cap_left            565.00      480.00      -85.00  RATE
            C014   P004 王**  claim_id              C014                          MISSING
            C015   P004 王**  pool                220.00      219.99       -0.01  ROUNDING
            C015   P004 王**  cash                 60.34       60.35        0.01  ROUNDING
            """);
    assertThat(run.err())
        .contains(
            """
            claims compared: 21; 19 agree, 2 differ; besides 1 missing, 0 extra
            """)
        .endsWith(
            """
            cause     claims  following    yuan  meaning
            --------  ------  ---------  ------  ---------------------------------------
            MISSING        1          0  150.00  the actual file does not have the claim
            ROUNDING       1          0    0.01  one fen of a fund
            RATE           1          0   85.00  another rate of a fund
            """);
    assertThat(run.code()).isEqualTo(4);
  }

  @Test
  void inChinese() {
    settleOtherwise();
    CommandLineRun run = folder.reconcile("--lang", "zh");
    assertThat(run.out().lines().toList())
        .startsWith("结算编号  人员       列                    应为        实际    差额  原因      源自")
        .contains("C014      P004 王**  claim_id              C014                      MISSING");
    assertThat(run.err())
        .contains("比较 21 笔：19 笔一致，2 笔不同；另有缺少 1 笔、多出 0 笔\n")
        .contains("ROUNDING     1         0    0.01  基金支付相差一分（取整）\n");
  }

  @Test
  void aTableOfTheFirstRowsSaysHowManyMore() {
    settleOtherwise();
    CommandLineRun run = folder.reconcile("--limit", "2");
    assertThat(run.out()).hasLineCount(4);
    assertThat(run.err()).contains("… 5 more rows; see them with --limit 7");
    assertThat(folder.reconcile("--limit", "7").err()).doesNotContain("more rows");
  }

  @Test
  void differencesForMachines() {
    settleOtherwise();
    assertThat(folder.reconcile("-f", "csv").out())
        .isEqualTo(
            """
            claim_id,person_id,column,expected,actual,difference,cause,follows
            C006,P003,pool,935.00,1020.00,85.00,RATE,
            C006,P003,family,135.00,50.00,-85.00,RATE,
            C006,P003,family_detail,P001:135.00,P001:50.00,,RATE,
            C006,P003,cap_left,565.00,480.00,-85.00,RATE,
            C014,P004,claim_id,C014,,,MISSING,
            C015,P004,pool,220.00,219.99,-0.01,ROUNDING,
            C015,P004,cash,60.34,60.35,0.01,ROUNDING,
            """);
    assertThat(folder.reconcile("-f", "ndjson").out().lines().toList())
        .hasSize(7)
        .startsWith(
            "{\"schema_version\":1,\"claim_id\":\"C006\",\"person_id\":\"P003\","
                + "\"column\":\"pool\",\"expected\":935.00,\"actual\":1020.00,"
                + "\"difference\":85.00,\"cause\":\"RATE\",\"follows\":null}")
        .contains(
            "{\"schema_version\":1,\"claim_id\":\"C014\",\"person_id\":\"P004\","
                + "\"column\":\"claim_id\",\"expected\":\"C014\",\"actual\":null,"
                + "\"difference\":null,\"cause\":\"MISSING\",\"follows\":null}");
    String json = folder.reconcile("-f", "json").out();
    assertThat(json).startsWith("{\"schema_version\":1,\"differences\":[\n{\"claim_id\":");
    assertThat(json).endsWith("\"follows\":null}\n]}\n").hasLineCount(9);
  }

  @Test
  void intoFilesThatAreNotOverwritten() {
    settleOtherwise();
    String output = folder.path("differences.csv");
    CommandLineRun run = folder.reconcile("-o", output, "--junit", folder.path(REPORT), "--bom");
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.out()).isEmpty();
    assertThat(folder.read("differences.csv")).startsWith("\uFEFFclaim_id,").hasLineCount(8);
    assertThat(folder.read(REPORT)).startsWith("<?xml");

    CommandLineRun again = folder.reconcile("-o", output);
    assertThat(again.code()).isEqualTo(6);
    assertThat(again.err()).contains("error[E605]");
    CommandLineRun input = folder.reconcile("-o", folder.path(ACTUAL), "--force");
    assertThat(input.code()).isEqualTo(6);
    assertThat(input.err()).contains("error[E606]");
  }

  @Test
  void aReportForABuildServerHidesIds() {
    settleOtherwise();
    folder.reconcile("--junit", folder.path(REPORT));
    assertThat(folder.read(REPORT))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="cohealth reconcile" tests="4" failures="4" errors="0">
              <testcase classname="cohealth reconcile" name="1 C***06">
                <failure message="pool: expected 935.00, actual 1020.00 (RATE)">pool: expected \
            935.00, actual 1020.00 (RATE)
            family: expected 135.00, actual 50.00 (RATE)
            family_detail (RATE)
            cap_left: expected 565.00, actual 480.00 (RATE)</failure>
              </testcase>
              <testcase classname="cohealth reconcile" name="2 C***14">
                <failure message="claim_id (MISSING)">claim_id (MISSING)</failure>
              </testcase>
              <testcase classname="cohealth reconcile" name="3 C***15">
                <failure message="pool: expected 220.00, actual 219.99 (ROUNDING)">pool: expected \
            220.00, actual 219.99 (ROUNDING)
            cash: expected 60.34, actual 60.35 (ROUNDING)</failure>
              </testcase>
              <testcase classname="cohealth reconcile" name="summary">
                <failure message="claims compared: 21; 19 agree, 2 differ; besides 1 missing, \
            0 extra">claims compared: 21; 19 agree, 2 differ; besides 1 missing, 0 extra

            cause     claims  following    yuan  meaning
            --------  ------  ---------  ------  ---------------------------------------
            MISSING        1          0  150.00  the actual file does not have the claim
            ROUNDING       1          0    0.01  one fen of a fund
            RATE           1          0   85.00  another rate of a fund</failure>
              </testcase>
            </testsuite>
            """);
    folder.reconcile("--junit", folder.path(REPORT), "--force", "--show-ids", "--lang", "zh");
    assertThat(folder.read(REPORT))
        .contains("name=\"1 C006\"", "family_detail：应为 P001:135.00，实际 P001:50.00（RATE）");

    folder.write(ACTUAL, settled);
    folder.reconcile("--junit", folder.path(REPORT), "--force");
    assertThat(folder.read(REPORT))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="cohealth reconcile" tests="1" failures="0" errors="0">
              <testcase classname="cohealth reconcile" name="summary"/>
            </testsuite>
            """);
  }

  @Test
  void aReportNamesTheFirstDifferenceMasked() {
    folder.write(
        ACTUAL,
        settled
            .replaceAll("(?m)^C001.*\n", "")
            .replace("275.00,0.00,0.00,0.00,30.50", "270.00,0.00,0.00,0.00,35.50"));
    folder.reconcile("--junit", folder.path(REPORT));
    assertThat(folder.read(REPORT))
        .contains("own_prior: expected 275.00, actual 270.00 (BALANCE); can follow from C***01");
  }

  @Test
  void theOrderOfRowsAndColumnsDoesNotMatter() {
    settleOtherwise();
    String differences = folder.reconcile("-f", "csv").out();

    List<String> actual = new ArrayList<>(folder.read(ACTUAL).lines().toList());
    Collections.reverse(actual.subList(1, actual.size()));
    folder.write(ACTUAL, String.join("\n", actual) + "\n");
    assertThat(folder.reconcile("-f", "csv").out()).isEqualTo(differences);

    List<String> claims = new ArrayList<>(folder.read(CliFolder.CLAIMS).lines().toList());
    Collections.reverse(claims.subList(1, claims.size()));
    folder.write(CliFolder.CLAIMS, String.join("\n", claims) + "\n");
    List<Row> backwards = CliFolder.rows(folder.reconcile("-f", "csv").out());
    assertThat(backwards.stream().map(row -> row.get("claim_id")))
        .containsExactly("C015", "C015", "C014", "C006", "C006", "C006", "C006");
    assertThat(backwards).containsExactlyInAnyOrderElementsOf(CliFolder.rows(differences));

    assertThat(folder.reconcile("-f", "csv").out())
        .isEqualTo(folder.reconcile("-f", "csv", "--bom").out().substring(1));
  }

  @Test
  void anySubsetOfColumnsAndNamesOfBothKinds() {
    folder.write(
        ACTUAL,
        """
        hifp_pay,cash,SETL_ID,remark
        175,30.5,C002,x
        0.00,0,C001,
        """);
    CommandLineRun run = folder.reconcile("-f", "csv");
    assertThat(run.err())
        .contains(
            "note[N101]", "claims compared: 2; 2 agree, 0 differ; besides 20 missing, 0 extra")
        .contains("columns compared: hifp_pay, cash\n");
    assertThat(run.out()).contains("\nC003,P004,setl_id,C003,,,MISSING,\n");

    CommandLineRun national = folder.reconcile("--columns", "national");
    assertThat(national.err()).contains("columns compared: hifp_pay\n").contains("cash, remark");
    CommandLineRun own = folder.reconcile("--columns", "cohealth");
    assertThat(own.code()).isEqualTo(3);
    assertThat(own.err()).contains("error[E102] the required column claim_id is missing");
  }

  @Test
  void theProfileSaysHowNationalFieldsAreRead() {
    String profile = "family-apart-funds-with-account";
    String[] columns = {"--columns", "national", "--profile", profile};
    folder.write(
        ACTUAL, folder.settle("-f", "csv", "--columns", "national", "--profile", profile).out());
    assertThat(folder.reconcile(columns).code()).isZero();
    assertThat(folder.reconcile("--profile", profile).code()).isZero();

    CommandLineRun otherwise = folder.reconcile("-f", "csv");
    assertThat(otherwise.code()).isEqualTo(4);
    assertThat(otherwise.out())
        .contains("C001,P001,fund_pay_sumamt,0.00,120.00,120.00,IDENTITY,\n")
        .contains(
            "C001,P001,medfee_sumamt=fund_pay_sumamt+psn_part_amt,240.00,120.00,-120.00,IDENTITY,\n");

    CommandLineRun wrong = folder.reconcile("--columns", "full", "--profile", profile);
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err())
        .contains("give it with --columns national. See 'cohealth reconcile --help'.");
  }

  @Test
  void blankAmountsAreNothingPaidAndTimesMayBeShort() {
    folder.write(
        ACTUAL,
        """
        claim_id,service_time,pool,supplement,deductible_left,pool_prop_selfpay
        C001,2025-01-06 09:12,,,80,
        C002,2025/2/11 10:40,,,0,0.5
        """);
    CommandLineRun run = folder.reconcile("-f", "csv");
    assertThat(run.out().lines().filter(line -> !line.contains("MISSING")).skip(1))
        .containsExactly("C002,P001,pool,175.00,0.00,-175.00,OTHER,");
  }

  @Test
  void whatTheRealSystemWroteCannotActAsAFormula() {
    folder.write(
        ACTUAL,
        """
        claim_id,cash,reasons,status
        C002,30.50,"=cmd|' /C calc'!A0","say ""x"", please"
        """);
    CommandLineRun run = folder.reconcile("-f", "csv");
    assertThat(run.out())
        .contains("C002,P001,reasons,,'=cmd|' /C calc'!A0,,OTHER,\n")
        .contains("C002,P001,status,settled,\"say \"\"x\"\", please\",,OTHER,\n");
    assertThat(folder.reconcile("-f", "json").out()).contains("\"say \\\"x\\\", please\"");
  }

  @Test
  void amountsThatNoBillHasAreDifferences() {
    String huge = "99999999999999.99";
    StringBuilder actual = new StringBuilder("claim_id,cash,family,family_detail,total\n");
    actual.append("C001,-" + huge + "," + huge + ",").append(("P001:" + huge + ";").repeat(2000));
    actual.append("P001:1.00," + huge + "\n");
    for (int i = 0; i < 1000; i++) {
      actual.append("X" + i + ",,,," + huge + "\n");
    }
    folder.write(ACTUAL, actual.toString());
    CommandLineRun run = folder.reconcile("-f", "csv");
    assertThat(run.out()).contains("C001,P001,cash,0.00,-" + huge + ",-" + huge + ",TOTAL_DIFFERS");
    assertThat(run.err()).contains("EXTRA            1000          0  92233720368547758.07  only");
    assertThat(run.code()).isEqualTo(4);
  }

  @Test
  void everyProblemOfTheFileIsToldWithThoseOfTheOthers() {
    folder.write(CliFolder.CLAIMS, folder.read(CliFolder.CLAIMS).replace("120.00", "1e5"));
    folder.write(
        ACTUAL,
        """
        claim_id,pool,own_balance,service_time,reasons
        C001,1e5,-1.234,2025-02-30,
        C001,-5,+3,,
        ,-0.00,-,2025-01-01,a\u200bb
        C004,1
        """);
    CommandLineRun run = folder.reconcile("--junit", folder.path(REPORT));
    String name = folder.path(ACTUAL);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(folder.names()).doesNotContain(REPORT);
    assertThat(run.err())
        .contains("claims.csv:2:")
        .contains(name + ":2:6: error[E203] pool: '1e5'")
        .contains(
            name
                + ":2:10: error[E207] own_balance: '-1.234' has more than two decimals; write -1.23\n")
        .contains(name + ":2:17: error[E211] service_time: '2025-02-30'")
        .contains(name + ":3:1: error[E302] claim_id: claim C***01 already stands in")
        .contains(name + ":3:9: error[E210] own_balance: '+3' is not an amount")
        .contains(name + ":4:1: error[E201] claim_id")
        .contains(name + ":4:8: error[E210] own_balance: '-' is not an amount")
        .contains(name + ":4:21: error[E226] reasons")
        .contains(name + ":5:6: error[E105]")
        .doesNotContain(name + ":4:2:");
  }

  @Test
  void missingColumnsAreNamed() {
    folder.write(ACTUAL, "person_id,pool\nP001,1.00\n");
    CommandLineRun id = folder.reconcile();
    assertThat(id.code()).isEqualTo(3);
    assertThat(id.err()).contains("claim_id is missing", "(names: claim_id / setl_id)");

    folder.write(ACTUAL, "claim_id,person_id,deductible_left\nC001,P001,1.00\n");
    CommandLineRun amount = folder.reconcile("--lang", "zh");
    assertThat(amount.code()).isEqualTo(3);
    assertThat(amount.err())
        .contains(":1: 错误[E492] 没有可以比较的金额", "total / medfee_sumamt, eligible / inscp_scp_amt");
    assertThat(folder.reconcile("--columns", "cohealth").err())
        .contains("header: total, eligible, deductible, pool,")
        .doesNotContain("medfee_sumamt", "copay");
  }

  @Test
  void otherEncodingsAndStandardInput() throws IOException {
    String[] more = {"-f", "csv", "--quiet"};
    folder.write(ACTUAL, settled.getBytes(Charset.forName("GB18030")));
    assertThat(folder.reconcile(more).code()).isZero();
    folder.write(ACTUAL, ("\uFEFF" + settled).replace("\n", "\r\n"));
    assertThat(folder.reconcile(more).code()).isZero();
    folder.write(ACTUAL, settled.replace(",", ";"));
    assertThat(folder.reconcile(more).code()).isEqualTo(3);

    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(settled.getBytes(StandardCharsets.UTF_8));
    }
    folder.write("actual.csv.gz", packed.toByteArray());
    List<String> inputs =
        List.of(
            "reconcile",
            "-H",
            folder.path(CliFolder.HOUSEHOLDS),
            "-C",
            folder.path(CliFolder.CLAIMS),
            "--actual");
    assertThat(run(inputs, "", folder.path("actual.csv.gz")).code()).isZero();
    assertThat(run(inputs, settled, "-").code()).isZero();
    CommandLineRun twice = run(inputs, settled, "-", "-B", "-");
    assertThat(twice.err()).contains("'-' can be read only once.");
    assertThat(run(inputs, settled, "nowhere.csv").code()).isEqualTo(6);
    Files.delete(temporary.resolve(ACTUAL));
  }

  private static CommandLineRun run(List<String> arguments, String input, String... more) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of(more));
    return CliFolder.run("C", input, all.toArray(String[]::new));
  }

  @Test
  void itNeedsAnActualFile() {
    CommandLineRun none = CliFolder.run("C", "", "reconcile", "-H", "h.csv", "-C", "c.csv");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err())
        .isEqualTo("cohealth: missing: --actual. See 'cohealth reconcile --help'.\n");
    CommandLineRun blank =
        CliFolder.run("C", "", "reconcile", "-H", "h.csv", "-C", "c.csv", "--actual", "");
    assertThat(blank.code()).isEqualTo(2);
    CommandLineRun both = folder.reconcile("--junit", "-");
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err()).contains("only one output can go to standard output");
    CommandLineRun report = folder.reconcile("--junit", "-", "-o", folder.path("d.csv"));
    assertThat(report.out()).startsWith("<?xml");
  }

  @Test
  void monthByMonthOnlyTheMonthIsCompared() {
    List<String> claims = folder.read(CliFolder.CLAIMS).lines().toList();
    String header = claims.get(0) + "\n";
    folder.write(CliFolder.CLAIMS, header + String.join("\n", claims.subList(1, 11)) + "\n");
    CommandLineRun first =
        folder.settle("-o", folder.path("first.csv"), "--closing", folder.path("state.json"));
    assertThat(first.code()).as(first.err()).isZero();
    folder.write(CliFolder.CLAIMS, header + String.join("\n", claims.subList(11, 23)) + "\n");

    CommandLineRun run = folder.reconcile("--opening", folder.path("state.json"));
    assertThat(run.err())
        .contains("claims compared: 12; 12 agree, 0 differ; besides 0 missing, 0 extra\n")
        .contains("10 rows are of claims that an earlier run settled; they were not compared\n");
    assertThat(run.code()).isZero();
  }

  @Test
  void namesAndIdsStandInNoMessage() {
    settleOtherwise();
    for (String language : List.of("en", "zh")) {
      CommandLineRun run =
          folder.reconcile("--lang", language, "--junit", folder.path(REPORT), "--force");
      assertThat(run.err() + folder.read(REPORT)).doesNotContain("P00", "C00", "C01", "陈", "王");
    }
    assertThat(folder.reconcile("--show-names").out()).containsPattern("P003 陈[^*]");
  }
}
