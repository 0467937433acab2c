package cohealth.cli;

import static cohealth.cli.CliFolder.fen;
import static org.assertj.core.api.Assertions.assertThat;

import cohealth.naive.RandomWorld;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --totals}: sums of the results by keys. */
class TotalsTest {
  private static final String COUNTS = "claims,settled,rejected,reversed_out";
  private static final List<String> AMOUNTS =
      List.of("total", "eligible", "deductible", "pool", "supplement", "own", "family", "cash");

  @TempDir Path temporary = Path.of("");

  /** Sample 01, where C011 takes back C006 and C016 is rejected. */
  @Test
  void aFamilysYear() {
    CliFolder folder = CliFolder.copyOfSample(temporary, "01-panzhihua-family");
    folder.settle(
        "--totals",
        "person=" + folder.path("p.csv"),
        "--totals",
        "household+month=" + folder.path("hm.csv"),
        "--totals",
        "payer=" + folder.path("payer.csv"),
        "--totals",
        "level+type=" + folder.path("lt.csv"));
    assertThat(folder.read("p.csv"))
        .startsWith(
            """
            person_id,claims,settled,rejected,reversed_out,total,eligible,deductible,pool,supplement,own,family,cash
            P001,6,6,0,0,3300.50,3150.00,200.00,1000.00,0.00,1014.87,0.00,1285.63
            P002,4,3,1,0,904.33,839.33,200.00,293.20,0.00,380.00,60.13,171.00
            P003,4,3,0,1,2980.00,2880.00,150.00,1296.50,0.00,798.50,165.00,720.00
            """);
    assertThat(folder.read("hm.csv"))
        .contains(
            "\nH001,2025-06,3,2,0,1,-340.00,-310.00,0.00,-203.50,0.00,-61.50,-135.00,60.00\n");
    assertThat(folder.read("payer.csv"))
        .startsWith("payer,payer_id,claims,amount\ncash,P001,5,1285.63\n")
        .contains("\nfamily,P003,1,61.50\n", "\nown,P002,1,380.00\n")
        .endsWith("\npool,510400-employee,13,3133.16\n");
    assertThat(folder.read("lt.csv"))
        .startsWith("facility_level,type," + COUNTS + ",total,")
        .contains(
            "\npharmacy,pharmacy,2,2,0,0,133.00,103.00,0.00,29.00,0.00,0.00,29.00,75.00\n",
            "\ntertiary,emergency,1,1,0,0,210.00,")
        .endsWith("\nvillage,general,1,1,0,0,318.00,318.00,200.00,70.80,0.00,85.00,0.00,162.20\n");
  }

  /** Of a rejected reversal neither level nor type nor benefit is known. */
  @Test
  void whatIsNotKnownIsBlank() {
    CliFolder folder = CliFolder.copyOfSample(temporary, "22-national-columns");
    folder.settle("--totals", "level+type+benefit=" + folder.path("t.csv"));
    assertThat(folder.read("t.csv").lines().skip(1).findFirst())
        .hasValue(",,,1,0,1,0,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00");
  }

  @Test
  void noClaimsGiveNoRows() {
    CliFolder folder = CliFolder.copyOfSample(temporary, "01-panzhihua-family");
    folder.write(CliFolder.CLAIMS, "claim_id,person_id,service_time,type,facility_level,total\n");
    folder.settle("--totals", "type+payer=" + folder.path("t.csv"));
    assertThat(folder.read("t.csv")).isEqualTo("type,payer,payer_id,claims,amount\n");
  }

  @Test
  void theyMayGoToStandardOutputAndBeginWithAMark() {
    CliFolder folder = CliFolder.copyOfSample(temporary, "01-panzhihua-family");
    String out = folder.settle("-o", folder.path("r"), "--bom", "--totals", "month=-").out();
    assertThat(out).startsWith("\uFEFFmonth,claims,").contains("\n2025-11,1,1,0,0,300.00,");
  }

  @ParameterizedTest
  @CsvSource({"person,61", "month,62", "benefit,63", "person+month,64", "month+household,65"})
  void sumsAreThoseOfTheRowsInTheOrderOfTheKeys(String keys, long seed) {
    CliFolder folder = CliFolder.of(temporary, RandomWorld.of(seed, 60));
    String file = folder.path("totals.csv");
    CommandLineRun run =
        folder.settle("-f", "csv", "--columns", "full", "--totals", keys + "=" + file);
    assertThat(run.code()).as(run.err()).isZero();
    Map<String, String> households =
        CliFolder.column(folder.read(CliFolder.HOUSEHOLDS), "person_id", "household_id");
    Map<List<String>, Map<String, Long>> expected = new HashMap<>();
    for (Row row : CliFolder.rows(run.out())) {
      List<String> key = new ArrayList<>();
      for (String name : keys.split("\\+", -1)) {
        key.add(
            switch (name) {
              case "person" -> row.get("person_id");
              case "household" -> String.valueOf(households.get(row.get("person_id")));
              case "month" -> row.get("service_time").substring(0, 7);
              default -> row.get(name);
            });
      }
      addTo(expected.computeIfAbsent(key, made -> new HashMap<>()), row);
    }

    List<List<String>> found = new ArrayList<>();
    int size = keys.split("\\+", -1).length;
    for (String line : folder.read("totals.csv").lines().skip(1).toList()) {
      List<String> cells = List.of(line.split(",", -1));
      List<String> key = cells.subList(0, size);
      found.add(key);
      assertThat(cells.subList(size, cells.size())).as(line).isEqualTo(cells(expected.get(key)));
    }
    assertThat(found).hasSameSizeAs(expected.keySet());
    assertThat(found.stream().map(key -> String.join(" ", key))).isSorted();
  }

  private static void addTo(Map<String, Long> sums, Row row) {
    sums.merge("claims", 1L, Long::sum);
    sums.merge(row.get("status"), 1L, Long::sum);
    for (String amount : AMOUNTS) {
      long value =
          amount.equals("own")
              ? fen(row.get("own_prior")) + fen(row.get("own_current")) + fen(row.get("own_wallet"))
              : fen(row.get(amount));
      sums.merge(amount, value, Long::sum);
    }
  }

  private static List<String> cells(@Nullable Map<String, Long> sums) {
    List<String> cells = new ArrayList<>();
    for (String count : COUNTS.split(",", -1)) {
      cells.add(Long.toString(sums == null ? -1 : sums.getOrDefault(count, 0L)));
    }
    for (String amount : AMOUNTS) {
      cells.add(yuan(sums == null ? -1 : sums.getOrDefault(amount, 0L)));
    }
    return cells;
  }

  private static String yuan(long fen) {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }

  /** The ledger tells who paid, too, by every single movement. */
  @ParameterizedTest
  @ValueSource(longs = {66, 67, 68})
  void payersPaidWhatTheLedgerSays(long seed) {
    CliFolder folder = CliFolder.of(temporary, RandomWorld.of(seed, 60));
    String totals = "payer+month=" + folder.path("totals.csv");
    folder.settle("--totals", totals, "--postings", folder.path("p.csv"));
    Map<String, Long> paid = new HashMap<>();
    Map<String, Map<String, Long>> byClaim = new HashMap<>();
    for (Row posting : CliFolder.rows(folder.read("p.csv"))) {
      // a supplement's holder is document/name, and its totals are by document
      String key =
          posting.get("account")
              + ","
              + posting.get("holder_id").split("/", 2)[0]
              + ","
              + posting.get("time").substring(0, 7);
      long amount = -fen(posting.get("amount"));
      paid.merge(key, amount, Long::sum);
      byClaim
          .computeIfAbsent(key, made -> new HashMap<>())
          .merge(posting.get("event_id"), amount, Long::sum);
    }
    List<String> expected =
        paid.entrySet().stream()
            .map(
                entry ->
                    entry.getKey()
                        + ","
                        + byClaim.getOrDefault(entry.getKey(), Map.of()).size()
                        + ","
                        + yuan(entry.getValue()))
            .collect(Collectors.toList());
    assertThat(expected).hasSizeGreaterThan(50);
    assertThat(folder.read("totals.csv").lines().skip(1))
        .containsExactlyInAnyOrderElementsOf(expected);
  }
}
