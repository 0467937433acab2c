package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the rows of {@code quota} are written, and what a visit would cost. */
class QuotaFormatsTest {
  private static final String HEADER =
      "person_id,name,benefit_year,benefit,limit_name,kind,period,limit,used,remaining";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path temporary = Path.of("");
  private CliFolder folder = new CliFolder(temporary);

  @BeforeEach
  void copyTheFamily() {
    folder = CliFolder.copyOfSample(temporary, "01-panzhihua-family");
  }

  @Test
  void jsonHoldsTheRowsOfTheCsv() throws IOException {
    List<Row> rows = CliFolder.rows(folder.quota("-f", "csv", "--show-names").out());
    JsonNode json = JSON.readTree(folder.quota("-f", "json", "--show-names").out());
    List<JsonNode> lines = new ArrayList<>();
    for (String line : folder.quota("-f", "ndjson", "--show-names").out().lines().toList()) {
      lines.add(JSON.readTree(line));
    }

    assertThat(json.path("schema_version").asInt()).isEqualTo(1);
    assertThat(json.path("quota")).hasSameSizeAs(rows);
    assertThat(lines).hasSameSizeAs(rows);
    for (int i = 0; i < rows.size(); i++) {
      for (String column : HEADER.split(",", -1)) {
        JsonNode value = json.path("quota").path(i).path(column);
        String text =
            value.isNull() || !value.isNumber() || column.equals("benefit_year")
                ? value.isNull() ? "" : value.asText()
                : "%.2f".formatted(value.asDouble());
        assertThat(text).as(column + " of row " + i).isEqualTo(rows.get(i).get(column));
        assertThat(lines.get(i).path(column)).isEqualTo(value);
      }
      assertThat(lines.get(i).path("schema_version").asInt()).isEqualTo(1);
    }
  }

  @Test
  void namesStandInMachineFormatsOnlyWhenTheUserWantsThat() {
    for (String format : List.of("csv", "json", "ndjson")) {
      assertThat(folder.quota("-f", format).out()).contains("P004").doesNotContain("王", "陈");
      assertThat(folder.quota("-f", format, "--show-names").out()).contains("王秀英");
    }
    assertThat(folder.quota("-f", "csv").out()).startsWith(HEADER + "\nP001,,2025,general,");
  }

  @Test
  void aNameCannotBreakTheCsvOrRunInASpreadsheet() {
    folder.write(
        CliFolder.HOUSEHOLDS,
        "household_id,person_id,name,insurance,region\n"
            + "H1,P1,\"=cmd,\"\"x\"\"\",employee,510402\n"
            + "H2,P2,＝SUM(A1),employee,510402\n"
            + "H3,P3,\"O'Brien, Ann\",employee,510402\n");
    folder.write(CliFolder.CLAIMS, "claim_id,person_id,service_time,type,facility_level,total\n");
    String csv = folder.quota("--as-of", "2025-01-01", "-f", "csv", "--show-names").out();
    assertThat(csv)
        .contains("\nP1,\"'=cmd,\"\"x\"\"\",2025,")
        .contains("\nP2,'＝SUM(A1),2025,")
        .contains("\nP3,\"O'Brien, Ann\",2025,");
    assertThat(CliFolder.column(csv, "person_id", "name"))
        .containsEntry("P1", "'=cmd,\"x\"")
        .containsEntry("P3", "O'Brien, Ann");
  }

  @Test
  void theTableIsInTheLanguageAndMasksNames() {
    String english = folder.quota("--as-of", "2025-06-30", "--person", "P002").out();
    assertThat(english)
        .isEqualTo(
            """
            person     what           benefit  of                  period    limit    used    left  remark
            ---------  -------------  -------  ------------------  ------  -------  ------  ------  --------------------
            P002 刘**  deductible     general  general/deductible  year     200.00  200.00    0.00
            P002 刘**  payment limit  general  general/year        year    1000.00  293.20  706.80
            P002 刘**  own account             prior-year                                     0.00
            P002 刘**  own account             current-year                                   0.00
            P002 刘**  own account             wallet                                         0.00
            P002 刘**  family money            P001 陈**                                    239.87
            P002 刘**  authorised              P001 陈**           year     300.00   60.13  239.87
            P002 刘**  family money            P003 陈**                                            RELATION_NOT_ALLOWED
            """);
    CommandLineRun chinese =
        folder.quota("--as-of", "2025-06-30", "--person", "P002", "--lang", "zh");
    assertThat(chinese.out()).contains("起付线", "支付限额", "本人账户", "共济可用", "授权金额", "年度", "历年", "剩余");
    assertThat(chinese.err())
        .isEqualTo(
            """

            截至 2025-06-30 结束（人员：1，行数：8）

            原因                  次数  含义
            --------------------  ----  --------------------------
            RELATION_NOT_ALLOWED     1  共济人的政策不允许这种关系
            """);
    assertThat(folder.quota("--person", "P002", "--show-names").out()).contains("P002 刘芳");
    assertThat(folder.quota("--person", "P002", "--quiet").err()).isEmpty();
  }

  @Test
  void aTableMayBeCutAndAFileWritten() {
    CommandLineRun cut = folder.quota("--limit", "2");
    assertThat(cut.out()).hasLineCount(4);
    assertThat(cut.err()).startsWith("… 53 more rows; see them with --limit 55");
    String csv = folder.quota("-f", "csv").out();
    CommandLineRun written = folder.quota("-o", folder.path("quota.csv"));
    assertThat(written.code()).isZero();
    assertThat(written.out()).isEmpty();
    assertThat(folder.read("quota.csv")).isEqualTo(csv);
    assertThat(folder.quota("-o", folder.path("quota.csv")).code()).isEqualTo(6);
    assertThat(folder.quota("-o", folder.path("quota.csv"), "--force", "--bom").code()).isZero();
    assertThat(folder.read("quota.csv")).isEqualTo("\uFEFF" + csv);
    CommandLineRun over = folder.quota("-o", folder.path(CliFolder.CLAIMS), "--force");
    assertThat(over.code()).isEqualTo(6);
    assertThat(over.err()).contains("E606");
  }

  // --- what a visit would cost

  @Test
  void aVisitIsShownWithEverybodyWhoPays() {
    String[] visit = {"--as-of", "2025-06-30", "--person", "P004", "--what-if"};
    CommandLineRun run = folder.quota(with(visit, "tertiary general 600.00"));
    assertThat(run.out())
        .isEqualTo(
            """
            claim    person     time               total    pool   own  family  cash  balance  reasons
            -------  ---------  ----------------  ------  ------  ----  ------  ----  -------  ----------------------------------
            what-if  P004 王**  2025-06-30 23:59  600.00  330.00  0.00  270.00  0.00     0.00  RELATION_NOT_ALLOWED;LIMIT_REACHED

            payer        yuan
            ---------  ------
            pool       330.00
            P001 陈**  228.16
            P003 陈**   41.84
            total      600.00
            """);
    assertThat(run.err())
        .startsWith("\nWhat if: a visit at 2025-06-30T23:59:59, settled as if it had happened")
        .contains("an authorised amount stopped a draw");
    assertThat(folder.quota(with(visit, "三级 普通门诊 600")).out()).isEqualTo(run.out());
    assertThat(folder.quota(with(visit, "三级　11\t600.0")).out()).isEqualTo(run.out());
    assertThat(folder.quota(with(visit, "三级 普通门诊 600", "--lang", "zh")).out())
        .contains("统筹基金   330.00", "P003 陈**   41.84");
  }

  @Test
  void ownMoneyIsShownByPurse() {
    String[] visit = {"--as-of", "2025-06-30", "--person", "P001", "--what-if"};
    // 60 % of 1200 = 720; the rest 480 from 208.03 + 640.00
    assertThat(folder.quota(with(visit, "primary general 1200.00")).out())
        .contains("own account: prior-year     208.03\n", "own account: current-year   271.97\n");
  }

  @Test
  void machinesGetTheColumnsOfSettle() throws IOException {
    String[] visit = {
      "--as-of", "2025-06-30", "--person", "P004", "--what-if", "tertiary general 600", "-f"
    };
    assertThat(folder.quota(with(visit, "csv")).out())
        .isEqualTo(
            folder.settle("-f", "csv").out().lines().findFirst().orElse("")
                + "\nwhat-if,P004,2025-06-30T23:59:59,2025,settled,600.00,600.00,0.00,330.00,0.00,"
                + "0.00,0.00,0.00,270.00,0.00,P001:228.16;P003:41.84,0.00,1107.34,0.00,"
                + "RELATION_NOT_ALLOWED;LIMIT_REACHED\n");
    JsonNode json = JSON.readTree(folder.quota(with(visit, "json")).out());
    assertThat(json.path("settlements")).hasSize(1);
    assertThat(json.path("settlements").path(0).path("family").asText()).isEqualTo("270.0");
  }

  @Test
  void aVisitIsOnePersonsAndNeedsWordsOfTheirPolicy() {
    assertUsage(
        "--what-if is about one person, not 7; say whom with --person.",
        "--what-if",
        "tertiary general 1");
    assertUsage(
        "--what-if is about one person, not 2; say whom with --person.",
        "--what-if",
        "tertiary general 1",
        "--person",
        "P001",
        "P002");
    assertUsage(
        "--what-if: 'tertairy' is none of: village, community, primary, secondary, tertiary,"
            + " tertiary_a, tertiary_b, tertiary_c, pharmacy.",
        "--person",
        "P001",
        "--what-if",
        "tertairy general 1");
    assertUsage(
        "--what-if: 'dental' is none of: general, emergency, chronic, pharmacy, two_disease,"
            + " special_drug.",
        "--person",
        "P001",
        "--what-if",
        "tertiary dental 1");
  }

  private void assertUsage(String sentence, String... more) {
    CommandLineRun run = folder.quota(more);
    assertThat(run.err()).isEqualTo("cohealth: " + sentence + " See 'cohealth quota --help'.\n");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aVisitNeedsTheBirthDateThatAClaimWouldNeed() {
    folder.write(
        CliFolder.POLICY,
        CliFolder.policy("")
            .replace("\"everybody\"}", "\"everybody\"}, \"when\": {\"ageFrom\": 3}"));
    folder.write(
        CliFolder.HOUSEHOLDS, "household_id,person_id,insurance,region\nH1,K001,employee,990100\n");
    folder.write(CliFolder.CLAIMS, "claim_id,person_id,service_time,type,facility_level,total\n");
    CommandLineRun run =
        folder.quota("--as-of", "2025-01-01", "--what-if", "primary general 100.00");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("households.csv:2: error[E316]", "person K***01;");
  }

  private static String[] with(String[] args, String... more) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }
}
