package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code cohealth report}: its numbers are those of the other commands. */
class ReportTest {
  private static final String FAMILY = "01-panzhihua-family";
  private static final String DEDUCTIBLE = "510400/employee/general/deductible/active=300.00";
  private static final String RATE = "510400/employee/general/rate/active/lower=65%";
  private static final List<String> PAYERS = List.of("pool", "supplement", "own", "family", "cash");

  @TempDir Path temporary = Path.of("");

  private CliFolder family() {
    return CliFolder.copyOfSample(temporary, FAMILY);
  }

  private static JsonNode json(CliFolder folder, String... more) {
    List<String> args = new ArrayList<>(List.of("-f", "json"));
    args.addAll(List.of(more));
    CommandLineRun run = folder.report(args.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    try {
      return new ObjectMapper().readTree(run.out());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of a table; of the first one, when there are several. */
  private static List<JsonNode> table(JsonNode report, String name) {
    for (JsonNode table : report.get("tables")) {
      if (table.get("table").asText().equals(name)) {
        List<JsonNode> rows = new ArrayList<>();
        table.get("rows").forEach(rows::add);
        return rows;
      }
    }
    throw new AssertionError("no table " + name);
  }

  private static long fen(JsonNode row, String column) {
    return row.has(column)
        ? new BigDecimal(row.get(column).asText()).movePointRight(2).longValueExact()
        : 0;
  }

  private static long fenOf(Row row, String column) {
    return CliFolder.fen(row.get(column));
  }

  private List<Row> settled(CliFolder folder) {
    return CliFolder.rows(folder.settle("-f", "csv").out());
  }

  private static long paid(Row row, String payer) {
    return payer.equals("own")
        ? fenOf(row, "own_prior") + fenOf(row, "own_current") + fenOf(row, "own_wallet")
        : fenOf(row, payer);
  }

  @Test
  void theAmountsOfABatchAreThoseOfSettle() {
    CliFolder folder = family();
    JsonNode report = json(folder);
    Map<String, Long> total = new LinkedHashMap<>();
    for (Row row : settled(folder)) {
      total.merge("total", fenOf(row, "total"), Long::sum);
      PAYERS.forEach(payer -> total.merge(payer, paid(row, payer), Long::sum));
    }
    for (JsonNode row : table(report, "payers")) {
      assertThat(fen(row, "amount"))
          .as(row.get("payer").asText())
          .isEqualTo(total.get(row.get("payer").asText()));
    }
    for (String name : List.of("months", "levels", "types")) {
      for (String column : total.keySet()) {
        long sum = table(report, name).stream().mapToLong(row -> fen(row, column)).sum();
        assertThat(sum).as(name + " " + column).isEqualTo(total.get(column));
      }
    }
    assertThat(table(report, "families").get(0).get("household").asText()).isEqualTo("H001");
    assertThat(fen(table(report, "families").get(0), "family")).isEqualTo(total.get("family"));
  }

  @Test
  void everyoneWhoHasALimitIsCountedOnceForIt() {
    CliFolder folder = family();
    Map<String, Integer> people = new LinkedHashMap<>();
    for (Row row : CliFolder.rows(folder.quota("-f", "csv").out())) {
      if (row.get("kind").equals("deductible") || row.get("kind").equals("payment_cap")) {
        people.merge(row.get("limit_name"), 1, Integer::sum);
      }
    }
    Map<String, Integer> counted = new LinkedHashMap<>();
    for (JsonNode row : table(json(folder), "limits")) {
      int sum = 0;
      for (int part = 0; part < 5; part++) {
        sum += row.get("used_" + part).asInt();
      }
      counted.merge(row.get("limit_name").asText(), sum, Integer::sum);
    }
    assertThat(counted).isEqualTo(people).isNotEmpty();
  }

  @Test
  void aHouseholdSeesEachBillAndWhatEveryPurseHoldsAtTheEnd() {
    CliFolder folder = family();
    JsonNode report = json(folder, "--household", "H001");
    List<Row> settled = settled(folder);
    List<JsonNode> bills = table(report, "bills");
    assertThat(bills).hasSameSizeAs(settled);
    for (int i = 0; i < bills.size(); i++) {
      Row row = settled.get(i);
      JsonNode bill = bills.get(i);
      assertThat(bill.get("bill").asText()).isEqualTo(row.get("claim_id"));
      assertThat(fen(bill, "total")).isEqualTo(fenOf(row, "total"));
      for (String payer : PAYERS) {
        assertThat(fen(bill, payer)).as(row.get("claim_id")).isEqualTo(paid(row, payer));
      }
    }
    Map<String, Map<String, Long>> left = new LinkedHashMap<>();
    for (Row row : CliFolder.rows(folder.quota("-f", "csv").out())) {
      if (row.get("kind").equals("own_balance")) {
        left.computeIfAbsent(row.get("person_id"), person -> new LinkedHashMap<>())
            .put(row.get("limit_name"), fenOf(row, "remaining"));
      }
    }
    int seen = 0;
    for (JsonNode table : report.get("tables")) {
      if (table.get("table").asText().equals("purses")) {
        JsonNode last = table.get("rows").get(table.get("rows").size() - 1);
        for (Map.Entry<String, Long> purse :
            left.getOrDefault(table.get("of").asText(), Map.of()).entrySet()) {
          if (last.has(purse.getKey())) {
            assertThat(fen(last, purse.getKey())).isEqualTo(purse.getValue());
            seen++;
          }
        }
      }
    }
    assertThat(seen).isPositive();
    long help = table(report, "helped").stream().mapToLong(row -> fen(row, "amount")).sum();
    assertThat(help).isEqualTo(settled.stream().mapToLong(row -> paid(row, "family")).sum());
  }

  @Test
  void activitiesChangeThePursesOfAHousehold() {
    CliFolder folder = new CliFolder(temporary);
    folder.write(CliFolder.POLICY, CliFolder.policy(""));
    folder.write(
        CliFolder.HOUSEHOLDS,
        """
        household_id,person_id,relation,insurance,region,prior_balance,share_order
        H1,P1,self,employee,990100,10.00,1
        H2,P2,self,employee,990100,10.00,1
        """);
    folder.write(
        CliFolder.CLAIMS,
        """
        claim_id,person_id,service_time,type,facility_level,total
        C1,P1,2025-03-01,general,primary,4.00
        C2,P2,2025-03-02,general,primary,7.00
        """);
    folder.write(
        CliFolder.ACTIVITIES,
        """
        activity_id,time,kind,person_id,amount
        A1,2025-02-01,credit,P1,50.00
        A2,2025-02-02,credit,P2,70.00
        """);
    JsonNode report = json(folder, "--household", "H1");
    List<JsonNode> purses = table(report, "purses");
    assertThat(purses.stream().map(row -> row.get("event").asText())).contains("A1", "C1");
    assertThat(purses.stream().map(row -> row.get("event").asText())).doesNotContain("A2", "C2");
    JsonNode last = purses.get(purses.size() - 1);
    assertThat(fen(last, "prior") + fen(last, "current")).isEqualTo(56_00);
  }

  @Test
  void aComparisonHasTheNumbersOfCompare() throws IOException {
    CliFolder folder = CliFolder.copyOfSample(temporary, "23-panzhihua-reform");
    JsonNode report = json(folder, "--set", DEDUCTIBLE, "--set", RATE);
    JsonNode compared =
        new ObjectMapper()
            .readTree(folder.compare("--set", DEDUCTIBLE, "--set", RATE, "-f", "json").out());
    for (JsonNode row : table(report, "totals")) {
      String payer = row.get("payer").asText();
      for (String side : List.of("before", "after", "difference")) {
        assertThat(row.get(side)).isEqualTo(compared.get("paid").get(side).get(payer));
      }
    }
    long alone =
        table(report, "alone").stream()
            .filter(row -> !row.get("change").asText().equals("whole"))
            .mapToLong(row -> fen(row, "pool"))
            .sum();
    assertThat(alone).isEqualTo(-79_00);
    assertThat(table(report, "outcomes").get(0).get("gain").asInt()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--household H001", "--set " + DEDUCTIBLE})
  void theJsonIsTheSameInAllLanguages(String kind) {
    CliFolder folder = family();
    List<String> args = new ArrayList<>(kind.isEmpty() ? List.of() : List.of(kind.split(" ", -1)));
    args.add("--lang");
    args.add("zh");
    JsonNode chinese = json(folder, args.toArray(String[]::new));
    args.set(args.size() - 1, "en");
    assertThat(json(folder, args.toArray(String[]::new))).isEqualTo(chinese);
  }

  @Test
  void aPageNeedsNothingElse() {
    CommandLineRun run = family().report();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("<!DOCTYPE html>\n")
        .endsWith("</html>\n")
        .contains("default-src 'none'".replace("'", "&#39;"))
        .doesNotContain("<script", "http://", "https://", "@import", "url(");
  }

  @Test
  void namesAreMaskedUnlessAsked() {
    CliFolder folder = family();
    String masked = folder.report("--household", "H001").out();
    assertThat(masked).contains("P001 陈**").doesNotContain("陈建国");
    String shown = folder.report("--household", "H001", "--show-names").out();
    assertThat(shown).contains("P001 陈建国");
    assertThat(folder.report("--household", "H001", "--show-names", "-f", "json").out())
        .doesNotContain("陈");
  }

  @Test
  void noClaimsAreAReportToo() {
    CliFolder folder = family();
    String header = folder.read(CliFolder.CLAIMS).lines().findFirst().orElse("");
    folder.write(CliFolder.CLAIMS, header + "\n");
    assertThat(folder.report().out()).contains("There are no claims.");
    assertThat(folder.report("--household", "H001").out()).contains("has no claims");
  }

  @Test
  void whatCannotBeAskedIsRefused() {
    CliFolder folder = family();
    CommandLineRun both = folder.report("--household", "H001", "--set", DEDUCTIBLE);
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err()).contains("--household does not go with");
    CommandLineRun nobody = folder.report("--household", "H002");
    assertThat(nobody.code()).isEqualTo(3);
    assertThat(nobody.err()).contains("H***02");
    CommandLineRun alone = folder.report("--alone", "3");
    assertThat(alone.code()).isEqualTo(2);
    String[] args = {
      "report", "-H", folder.path(CliFolder.HOUSEHOLDS), "-C", folder.path(CliFolder.CLAIMS),
    };
    CommandLineRun screen = CommandLineRun.onScreen(80, "C", args);
    assertThat(screen.code()).isEqualTo(2);
    assertThat(screen.err()).contains("-o report.html");
  }

  @Test
  void aFileThatIsThereStays() {
    CliFolder folder = family();
    folder.write("page.html", "mine");
    CommandLineRun run = folder.report("-o", folder.path("page.html"));
    assertThat(run.code()).isEqualTo(6);
    assertThat(folder.read("page.html")).isEqualTo("mine");
    assertThat(folder.report("-o", folder.path("page.html"), "--force").code()).isZero();
    assertThat(folder.read("page.html")).startsWith("<!DOCTYPE html>");
  }
}
