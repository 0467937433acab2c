package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.report.TextWidth;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code cohealth compare}: what it says is what two runs of {@code settle} say. */
class CompareTest {
  private static final String SAMPLE = "23-panzhihua-reform";
  private static final String DEDUCTIBLE = "510400/employee/general/deductible/active=300.00";
  private static final String RATE = "510400/employee/general/rate/active/lower=65%";
  private static final List<String> PAYERS = List.of("pool", "supplement", "own", "family", "cash");

  @TempDir Path temporary = Path.of("");

  private CliFolder sample() {
    return CliFolder.copyOfSample(temporary, SAMPLE);
  }

  private CommandLineRun reform(CliFolder folder, String... more) {
    List<String> args = new ArrayList<>(List.of("--set", DEDUCTIBLE, "--set", RATE));
    args.addAll(List.of(more));
    return folder.compare(args.toArray(String[]::new));
  }

  private static String expected(String name) {
    try {
      return Files.readString(Path.of("samples", SAMPLE, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theSampleIsComparedAsItWasWorkedOut() {
    CliFolder folder = sample();
    CommandLineRun run =
        reform(folder, "-f", "csv", "--differences", folder.path("differences.csv"));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo(expected("expected-comparison.csv"));
    assertThat(folder.read("differences.csv")).isEqualTo(expected("expected-differences.csv"));
    assertThat(run.err()).contains("8 claims settled under both policies, 7 of them otherwise");
  }

  /** The sums of the README, which no program made. */
  @Test
  void theNumbersOfTheReadmeAreThere() {
    assertThat(reform(sample(), "-f", "csv").out())
        .contains("total,,pool,4456.50,4377.50,-79.00\n", "total,,cash,3853.50,3897.50,44.00\n")
        .contains("decomposition,1,pool,,,-325.00\n", "decomposition,2,pool,,,166.00\n")
        .contains("decomposition,interaction,pool,,,80.00\n")
        .contains("people,,gained,,,31.00\n", "people,,lost,,,75.00\n")
        .contains("households,,gain,,,2\n", "households,,lose,,,3\n")
        .contains("caps,,cap_reached,1,1,0\n", "caps,,cap_newly,,,1\n")
        .contains("group,employee/flexible,cap_newly,,,1\n")
        .contains("facility_level,tertiary,lost,,,25.00\n")
        .contains("month,2025-05,pool,360.00,325.00,-35.00\n");
  }

  @Test
  void eightPeopleAreInEightTenthsByTheirBillsAndThenByTheirIds() {
    CliFolder folder = sample();
    String households = folder.read(CliFolder.HOUSEHOLDS);
    JsonNode tenths = json(reform(folder, "-f", "json").out()).get("by_use_decile");
    List<String> keys = new ArrayList<>();
    tenths.forEach(tenth -> keys.add(tenth.get("key").asText()));
    assertThat(keys).containsExactly("1", "2", "3", "4", "6", "7", "8", "9");
    // P001 and P006 have bills of 1000.00: the first by id loses 25.00, the other one 5.00
    assertThat(tenths.get(3).at("/outcome/lost").asText()).isEqualTo("25.0");
    assertThat(tenths.get(4).at("/outcome/lost").asText()).isEqualTo("5.0");

    String[] rows = households.split("\n", -1);
    String last = rows[6];
    rows[6] = rows[1];
    rows[1] = last; // the order of the file does not matter
    folder.write(CliFolder.HOUSEHOLDS, String.join("\n", rows));
    assertThat(json(reform(folder, "-f", "json").out()).get("by_use_decile")).isEqualTo(tenths);
  }

  @ParameterizedTest
  @ValueSource(strings = {"built-in", "510400-employee"})
  void aPolicyAndItselfDifferInNothing(String policy) {
    CliFolder folder = sample();
    CommandLineRun run =
        folder.compare(
            "--baseline",
            policy,
            "--reform",
            policy,
            "-f",
            "csv",
            "--differences",
            folder.path("differences.csv"));
    assertThat(run.code()).as(run.err()).isZero();
    assertNothingDiffers(run.out(), folder.read("differences.csv"));
    assertThat(folder.compare("--reform", policy).out()).contains("no value differs");
  }

  static void assertNothingDiffers(String comparison, String differences) {
    for (Row row : CliFolder.rows(comparison)) {
      assertThat(row.get("section")).isNotEqualTo("change");
      boolean counted = row.get("measure").equals("same");
      if (!counted) {
        assertThat(row.get("difference")).as(row.toString()).isIn("0", "0.00");
      }
    }
    for (Row row : CliFolder.rows(differences)) {
      for (String payer : PAYERS) {
        assertThat(row.get(payer + "_difference")).isEqualTo("0.00");
      }
    }
  }

  @Test
  void aSettingThatIsAlreadySoChangesNothing() {
    CommandLineRun run = sample().compare("--set", "510400/employee/general/deductible/active=200");
    assertThat(run.out()).contains("no value differs");
  }

  /** The reform as a document, the same as settings: same changes, same numbers. */
  @Test
  void aDocumentAndSettingsSayTheSame() throws IOException {
    CliFolder folder = sample();
    folder.write("draft.json", draft());
    String[] more = {"-f", "json", "--reform", folder.path("draft.json")};
    assertThat(json(folder.compare(more).out()))
        .isEqualTo(json(reform(folder, "-f", "json").out()));
  }

  private static String draft() throws IOException {
    String now =
        Files.readString(Path.of("src/main/resources/cohealth/policies/510400-employee.json"));
    return now.replace("\"active\", \"amount\": \"200.00\"", "\"active\", \"amount\": \"300.00\"")
        .replace("\"lower\", \"rate\": \"60%\"", "\"lower\", \"rate\": \"65%\"");
  }

  /** A version that begins in April: March is as before, and the change is told with its day. */
  @Test
  void aReformThatBeginsInTheYearIsComparedDayByDay() throws IOException {
    CliFolder folder = sample();
    String draft = draft();
    int open = draft.indexOf("    {\n      \"from\"");
    String now =
        Files.readString(Path.of("src/main/resources/cohealth/policies/510400-employee.json"));
    String version = now.substring(now.indexOf("    {\n      \"from\""), now.lastIndexOf("  ]"));
    String first =
        version
            .stripTrailing()
            .replace(
                "\"from\": \"2025-01-01\"", "\"from\": \"2025-01-01\", \"to\": \"2025-03-31\"");
    folder.write(
        "draft.json",
        draft.substring(0, open)
            + first
            + ",\n"
            + draft.substring(open).replace("2025-01-01", "2025-04-01"));
    CommandLineRun run = folder.compare("--reform", folder.path("draft.json"), "-f", "csv");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("change,1,510400/employee@2025-04-01/general/deductible/active,200.00,300.00,\n")
        .contains("change,2,510400/employee@2025-04-01/general/rate/active/lower,60%,65%,\n")
        .contains("month,2025-03,pool,1984.00,1984.00,0.00\n")
        .contains("month,2025-05,pool,360.00,325.00,-35.00\n")
        .contains("decomposition,1,pool,,,-120.00\n", "decomposition,2,pool,,,70.00\n");
    // the same, said of the version of that document
    folder.write(
        "now.json",
        folder
            .read("draft.json")
            .replace("\"amount\": \"300.00\"", "\"amount\": \"200.00\"")
            .replace(
                "\"lower\", \"rate\": \"65%\", \"source\": \"seed-2025\"},\n            {\"group\": \"retired\", \"band\": \"upper\"",
                "\"lower\", \"rate\": \"60%\", \"source\": \"seed-2025\"},\n            {\"group\": \"retired\", \"band\": \"upper\""));
    String dated = DEDUCTIBLE.replace("employee/", "employee@2025-06-30/");
    CommandLineRun settings =
        folder.compare(
            "--baseline",
            folder.path("now.json"),
            "--set",
            dated,
            RATE.replace("employee/", "employee@2025-04-01/"),
            "-f",
            "csv");
    assertThat(settings.out()).isEqualTo(run.out());
  }

  /** What cannot stand alone is taken together, and everything still adds up. */
  @Test
  void changesThatNeedOneAnotherAreTakenTogether() throws IOException {
    CliFolder folder = sample();
    String tiers = "\"tierBasis\": {\"on\": \"eligible\", \"source\": \"seed-2025\"}, \"rates\": [";
    folder.write(
        "draft.json",
        draft()
            .replace("\"rates\": [", tiers)
            .replace(
                "\"lower\", \"rate\": \"65%\", \"source\": \"seed-2025\"},\n            {\"group\": \"retired\", \"band\": \"upper\"",
                "\"lower\", \"tiers\": [{\"upTo\": \"500.00\", \"rate\": \"70%\"}, {\"rate\": \"60%\"}]},\n            {\"group\": \"retired\", \"band\": \"upper\""));
    CommandLineRun run = folder.compare("--reform", folder.path("draft.json"), "-f", "csv");
    assertThat(run.code()).as(run.err()).isZero();
    Map<String, Long> parts = parts(run.out(), "pool");
    assertThat(parts.keySet()).containsExactly("1", "2+3+4", "interaction");
    assertThat(sum(parts)).isEqualTo(total(run.out(), "pool"));
    assertThat(parts.get("1")).isEqualTo(-325_00L);
    assertThat(folder.compare("--reform", folder.path("draft.json")).out())
        .contains("taken together");
  }

  @Test
  void totalsAreThoseOfTwoSettlementsAndPeopleAddUp() throws IOException {
    CliFolder folder = sample();
    folder.write("draft.json", draft());
    CommandLineRun run =
        reform(folder, "-f", "csv", "--differences", folder.path("differences.csv"));
    String before = folder.settle("-f", "csv").out();
    String after = folder.settle("-f", "csv", "--policy", folder.path("draft.json")).out();
    assertAgree(run.out(), folder.read("differences.csv"), before, after);
  }

  /** The comparison, the people in it and two settlements say the same. */
  static void assertAgree(String comparison, String people, String before, String after) {
    Map<String, Row> totals = new LinkedHashMap<>();
    for (Row row : CliFolder.rows(comparison)) {
      if (row.get("section").equals("total")) {
        totals.put(row.get("measure"), row);
      }
    }
    assertThat(totals.keySet()).containsExactlyElementsOf(PAYERS);
    for (String payer : PAYERS) {
      Row total = Objects.requireNonNull(totals.get(payer));
      assertThat(CliFolder.fen(total.get("before"))).as(payer).isEqualTo(settled(before, payer));
      assertThat(CliFolder.fen(total.get("after"))).as(payer).isEqualTo(settled(after, payer));
      for (String part : List.of("before", "after", "difference")) {
        assertThat(column(people, payer + "_" + part))
            .as(payer + " " + part)
            .isEqualTo(CliFolder.fen(total.get(part)));
      }
      for (String section :
          List.of("month", "group", "age", "household_size", "facility_level", "use_decile")) {
        assertThat(section(comparison, section, payer))
            .as(section + " " + payer)
            .isEqualTo(CliFolder.fen(total.get("difference")));
      }
    }
    assertThat(column(people, "given_before")).isEqualTo(settled(before, "family"));
    assertThat(column(people, "given_after")).isEqualTo(settled(after, "family"));
  }

  private static long settled(String rows, String payer) {
    return payer.equals("own")
        ? column(rows, "own_prior") + column(rows, "own_current") + column(rows, "own_wallet")
        : column(rows, payer);
  }

  private static long column(String rows, String name) {
    return CliFolder.rows(rows).stream().mapToLong(row -> CliFolder.fen(row.get(name))).sum();
  }

  private static long section(String comparison, String section, String measure) {
    return CliFolder.rows(comparison).stream()
        .filter(row -> row.get("section").equals(section) && row.get("measure").equals(measure))
        .mapToLong(row -> CliFolder.fen(row.get("difference")))
        .sum();
  }

  /** What each change does to a payer, by its numbers. */
  static Map<String, Long> parts(String comparison, String payer) {
    Map<String, Long> parts = new LinkedHashMap<>();
    for (Row row : CliFolder.rows(comparison)) {
      if (row.get("section").equals("decomposition") && row.get("measure").equals(payer)) {
        parts.put(row.get("key"), CliFolder.fen(row.get("difference")));
      }
    }
    return parts;
  }

  static long sum(Map<String, Long> parts) {
    return parts.values().stream().mapToLong(Long::longValue).sum();
  }

  static long total(String comparison, String payer) {
    return section(comparison, "total", payer);
  }

  @Test
  void eachChangeAloneIsAComparisonOfItsOwn() {
    CliFolder folder = sample();
    String both = reform(folder, "-f", "csv").out();
    for (String payer : PAYERS) {
      Map<String, Long> parts = parts(both, payer);
      String first = folder.compare("--set", DEDUCTIBLE, "-f", "csv").out();
      String second = folder.compare("--set", RATE, "-f", "csv").out();
      assertThat(parts.get("1")).as(payer).isEqualTo(total(first, payer));
      assertThat(parts.get("2")).as(payer).isEqualTo(total(second, payer));
      assertThat(sum(parts)).as(payer).isEqualTo(total(both, payer));
      assertThat(parts(first, payer)).containsEntry("interaction", 0L);
    }
  }

  @Test
  void changesAreNotSettledAloneWhenNobodyAsksOrThereAreTooMany() {
    CliFolder folder = sample();
    assertThat(reform(folder, "--alone", "0").out()).contains("were not settled alone");
    assertThat(reform(folder, "--alone", "1").out())
        .contains("There are 2 changes", "--alone 2")
        .doesNotContain("interaction");
    assertThat(json(reform(folder, "--alone", "1", "-f", "json").out()).at("/decomposition/told"))
        .hasToString("\"too_many\"");
  }

  @Test
  void tablesFitEightyColumnsAndSayThatBehaviourIsUnchanged() {
    CliFolder folder = sample();
    String english = reform(folder).out();
    String chinese = reform(folder, "--lang", "zh").out();
    assertThat(english).startsWith("Behaviour is taken as unchanged");
    assertThat(chinese).startsWith("假定行为不变");
    for (String text : List.of(english, chinese)) {
      assertThat(text).doesNotContain("compare.", "policy.", "{0}", "null");
      assertThat(text.lines())
          .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(80));
    }
    assertThat(chinese).contains("510400/employee/general/deductible/active", "职工、灵活就业");
  }

  @Test
  void jsonLinesHaveTheRowsOfCsv() {
    CliFolder folder = sample();
    List<Row> rows = CliFolder.rows(reform(folder, "-f", "csv").out());
    List<String> lines = reform(folder, "-f", "ndjson").out().lines().toList();
    assertThat(lines).hasSameSizeAs(rows);
    for (int i = 0; i < lines.size(); i++) {
      JsonNode line = json(lines.get(i));
      assertThat(line.get("schema_version").asInt()).isEqualTo(1);
      assertThat(line.get("measure").asText()).isEqualTo(rows.get(i).get("measure"));
      assertThat(line.get("difference").isNull())
          .isEqualTo(rows.get(i).get("difference").isEmpty());
    }
  }

  @Test
  void jsonHasEveryNumberOfTheTables() {
    JsonNode all = json(reform(sample(), "-f", "json").out());
    assertThat(all.get("schema_version").asInt()).isEqualTo(1);
    assertThat(all.get("behaviour").asText()).isEqualTo("unchanged");
    assertThat(all.at("/paid/difference/pool").asText()).isEqualTo("-79.0");
    assertThat(all.at("/changes/0/path").asText())
        .isEqualTo("510400/employee/general/deductible/active");
    assertThat(all.at("/people/lose").asInt()).isEqualTo(4);
    assertThat(all.at("/households/lose").asInt()).isEqualTo(3);
    assertThat(all.at("/caps/no_longer").asInt()).isEqualTo(1);
    assertThat(all.at("/decomposition/parts/1/difference/pool").asText()).isEqualTo("166.0");
    assertThat(all.at("/decomposition/interaction/pool").asText()).isEqualTo("80.0");
    assertThat(all.get("months")).hasSize(4);
    assertThat(all.at("/by_facility_level/0/caps").isNull()).isTrue();
  }

  /** Any number of threads, rows in any order, claims from a pipe: the same bytes. */
  @Test
  void threadsAndTheOrderOfRowsChangeNothing() {
    Path world = temporary.resolve("world");
    Path shuffled = temporary.resolve("shuffled");
    for (Path folder : List.of(world, shuffled)) {
      List<String> args = new ArrayList<>(List.of("generate", "--persons", "600"));
      args.addAll(List.of("--claims", "4000", "--seed", "3", "--quiet"));
      args.addAll(List.of("--output-dir", folder.toString()));
      if (folder.equals(shuffled)) {
        args.add("--shuffled");
      }
      assertThat(CliFolder.run("C", "", args.toArray(String[]::new)).code()).isZero();
    }
    String one = compared(world, "1");
    assertThat(one).contains("change,1,", "decomposition,interaction,");
    assertThat(compared(world, "4")).isEqualTo(one);
    assertThat(compared(shuffled, "1")).isEqualTo(one);
    assertThat(compared(shuffled, "3")).isEqualTo(one);
  }

  private String compared(Path world, String threads) {
    CliFolder folder = new CliFolder(world);
    CommandLineRun run =
        folder.compare(
            "--set",
            "510400/employee/general/deductible/active=350",
            "510400/employee/general/cap/year/*=800",
            "--threads",
            threads,
            "-f",
            "csv",
            "--force",
            "--differences",
            folder.path("differences.csv"));
    assertThat(run.code()).as(run.err()).isZero();
    return run.out() + folder.read("differences.csv");
  }

  /** The second half of the sample, after a state that the first half left. */
  @Test
  void aStateIsGoneOnFromUnderBothPolicies() {
    CliFolder folder = sample();
    List<String> rows = folder.read(CliFolder.CLAIMS).lines().toList();
    folder.write("first.csv", String.join("\n", rows.subList(0, 7)) + "\n");
    folder.write(
        "second.csv",
        rows.get(0)
            + "\n"
            + String.join("\n", rows.subList(7, 9))
            + "\nC009,P001,2025-06-01 08:00:00,general,secondary,100.00\n");
    String[] first = {
      "settle",
      "-H",
      folder.path(CliFolder.HOUSEHOLDS),
      "-C",
      folder.path("first.csv"),
      "--closing",
      folder.path("state.json"),
      "--quiet"
    };
    assertThat(CliFolder.run("C", "", first).code()).isZero();
    CommandLineRun run =
        CliFolder.run(
            "C",
            "",
            "compare",
            "--opening",
            folder.path("state.json"),
            "-C",
            folder.path("second.csv"),
            "--set",
            RATE,
            "--set",
            DEDUCTIBLE,
            "-f",
            "csv");
    assertThat(run.code()).as(run.err()).isZero();
    // P001 has met 200.00 before: 100 × 60 % = 60, under the reform the 100.00 are deductible
    assertThat(run.out())
        .contains("month,2025-06,pool,60.00,0.00,-60.00\n")
        .contains("month,2025-05,pool,360.00,325.00,-35.00\n");
  }

  /** A star stands for a name, never for a key, and what it changes is one change. */
  @Test
  void aStarChangesAllThatHaveTheName() {
    CliFolder folder = sample();
    JsonNode rates =
        json(folder.compare("--set", "510400/employee/*/rate/*/lower=70%", "-f", "json").out());
    assertThat(rates.at("/changes")).hasSize(2);
    assertThat(rates.at("/changes/1/number").asInt()).isEqualTo(1);
    assertThat(rates.at("/changes/1/before").asText()).isEqualTo("65%");
    JsonNode caps =
        json(folder.compare("--set", "510400/employee/general/cap/*/*=900", "-f", "json").out());
    assertThat(caps.at("/changes")).hasSize(2);
    assertThat(caps.at("/changes/0/path").asText())
        .isEqualTo("510400/employee/general/cap/year/active");
    assertThat(folder.compare("--set", "510400/employee/general/*/active=900").err())
        .contains("E484");
  }

  /** What the loader finds elsewhere in the document is told at the change that is nearest. */
  @Test
  void aProblemIsToldAtTheChangeThatMakesIt() {
    CliFolder folder = sample();
    CommandLineRun run =
        folder.compare(
            "--set",
            "510400/employee/general/cap/year/on=expense",
            "510400/employee/general/rate/active/upper/band=lower",
            "510400/employee/binding/members/max=1000");
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED.code());
    assertThat(run.err())
        .contains("--set 510400/employee/general/rate/active/upper/band=lower: error[E469]")
        .contains("--set 510400/employee/binding/members/max=1000: error[E430]")
        .doesNotContain("cap/year/on=expense")
        .endsWith("2 problems; nothing was settled and nothing was written.\n");
  }

  @Test
  void peopleWithoutABirthDateAreOfUnknownAge() {
    CliFolder folder = sample();
    folder.write(CliFolder.HOUSEHOLDS, folder.read(CliFolder.HOUSEHOLDS).replace("1985-04-12", ""));
    assertThat(reform(folder, "-f", "csv").out())
        .contains("age,,people,1,1,0\n", "age,,lost,,,25.00\n", "age,0-17,lost,,,20.00\n");
    assertThat(reform(folder).out()).contains("not known");
  }

  @Test
  void activitiesHappenUnderBothPolicies() {
    CliFolder folder = sample();
    folder.write(
        CliFolder.ACTIVITIES,
        """
        activity_id,time,kind,person_id,purse,amount
        A001,2025-01-05,credit,P001,current,530.00
        """);
    String csv = reform(folder, "-f", "csv").out();
    assertThat(csv)
        .contains("activities,,accepted,1,1,0\n", "activities,,moved,530.00,530.00,0.00\n")
        .contains("total,,own,1480.00,1545.00,65.00\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--set a=b --alone -1",
        "--set a=b --alone 1001",
        "--set a=b --differences -",
        "--reform=",
        "--set"
      })
  void aWrongCommandLineIsRefused(String line) {
    CliFolder folder = sample();
    CommandLineRun run = folder.compare(line.isEmpty() ? new String[0] : line.split(" ", -1));
    assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("cohealth: ").hasLineCount(1);
  }

  @Test
  void outputsAppearWholeAndNeverOverAnInput() throws IOException {
    CliFolder folder = sample();
    Path draft = folder.write("draft.json", draft());
    for (String option : List.of("-o", "--differences")) {
      CommandLineRun run =
          folder.compare("--reform", draft.toString(), option, draft.toString(), "--force");
      assertThat(run.code()).isEqualTo(ExitCode.FILE.code());
      assertThat(folder.read("draft.json")).isEqualTo(draft());
    }
    CommandLineRun refused =
        reform(folder, "-o", folder.path("new.json"), "--differences", folder.path("draft.json"));
    assertThat(refused.code()).isEqualTo(ExitCode.FILE.code());
    assertThat(folder.names()).doesNotContain("new.json");
  }

  /** Claims must be valid under both policies, as for two settlements. */
  @Test
  void aWordThatOneOfThePoliciesDoesNotKnowIsRefused() throws IOException {
    CliFolder folder = sample();
    folder.write(
        "draft.json",
        draft().replace("\"levels\": [\"secondary\", \"primary\"]", "\"levels\": [\"clinic\"]"));
    folder.write(
        CliFolder.CLAIMS, folder.read(CliFolder.CLAIMS).replace("primary,800.00", "clinic,800.00"));
    CommandLineRun run = folder.compare("--reform", folder.path("draft.json"));
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED.code());
    assertThat(run.err()).contains("claims.csv:9:", "E317");
    CommandLineRun other =
        folder.compare("--baseline", folder.path("draft.json"), "--reform", "built-in");
    assertThat(other.err()).contains("claims.csv:9:", "E317");
  }
}
