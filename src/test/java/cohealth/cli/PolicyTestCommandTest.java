package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cohealth policy test}. */
class PolicyTestCommandTest {
  @TempDir Path folder;
  private Path golden;

  @BeforeEach
  void copyASample() throws IOException {
    golden = Files.createDirectory(folder.resolve("15-wuxi"));
    Path sample = Path.of("samples/15-wuxi-v15-family");
    for (String file : new String[] {"households.csv", "claims.csv", "expected.csv"}) {
      Files.copy(sample.resolve(file), golden.resolve(file));
    }
    Files.createDirectory(golden.resolve("policies"));
    String policy = "policies/320200-employee-sample.json";
    Files.copy(sample.resolve(policy), golden.resolve(policy));
  }

  private void expect(String text) throws IOException {
    Files.writeString(golden.resolve("expected.csv"), text);
  }

  @Test
  void allSamplesAreAsExpected() {
    CommandLineRun run = CommandLineRun.of("policy", "test", "samples", "--quiet");
    assertThat(run.out()).contains("ok    samples/10-yangzhou-v01 (claims: 5)\n");
    assertThat(run.out().lines()).allMatch(line -> line.startsWith("ok "));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  void anyColumnsInAnyOrder() throws IOException {
    expect(
        """
        family_detail,claim_id,policy,pool
        P002:500.00,C001,320200-employee-sample,900.00
        ,C002,320200-employee-sample,24.00
        """);
    CommandLineRun run = CommandLineRun.of("policy", "test", golden.toString());
    assertThat(run.out()).isEqualTo("ok    " + golden + " (claims: 2)\n");
    assertThat(run.err()).isEqualTo("folders: 1, ok: 1, not: 0\n");
    assertThat(run.code()).isZero();
  }

  @Test
  void tellsWhatDiffers() throws IOException {
    expect("claim_id,pool,family_detail\nC001,900.00,P002:400.00\nC009,1.00,\n");
    Path report = folder.resolve("report.xml");
    CommandLineRun run =
        CommandLineRun.of("policy", "test", golden.toString(), "--junit", report.toString());
    assertThat(run.out())
        .isEqualTo(
            "FAIL  "
                + golden
                + " (differences: 3)\n"
                + "      claim  column         expected        found\n"
                + "      -----  -------------  --------------  ----------------\n"
                + "      C001   family_detail  P002:400.00     P002:500.00\n"
                + "      C009                                  (no such result)\n"
                + "      C002                  (not expected)\n");
    assertThat(run.code()).isEqualTo(4);
    assertThat(Files.readString(report))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="cohealth policy test" tests="1" failures="1" errors="0">
              <testcase classname="cohealth policy test" name="15-wuxi">
                <failure message="C***01 family_detail">C***01 family_detail
            C***09 (no such result)
            C***02 (not expected)</failure>
              </testcase>
            </testsuite>
            """);
    CommandLineRun again =
        CommandLineRun.of("policy", "test", golden.toString(), "--junit", report.toString());
    assertThat(again.code()).isEqualTo(6);
    assertThat(again.err()).contains("error[E605]");
    CommandLineRun forced =
        CommandLineRun.of(
            "policy",
            "test",
            golden.toString(),
            "--junit",
            report.toString(),
            "--force",
            "--show-ids",
            "--lang",
            "zh");
    assertThat(forced.code()).isEqualTo(4);
    assertThat(forced.out()).startsWith("不一致  ");
    assertThat(Files.readString(report))
        .contains("C001 family_detail：应为 P002:400.00，实为 P002:500.00");
  }

  @Test
  void activitiesAreComparedToo() throws IOException {
    Path hunan = copyOfSeed("14-hunan-premium");
    CommandLineRun asExpected = CommandLineRun.of("policy", "test", hunan.toString());
    assertThat(asExpected.out()).isEqualTo("ok    " + hunan + " (claims: 5)\n");

    Files.writeString(
        hunan.resolve("expected-activities.csv"),
        "payer_detail,activity_id\nP001:399.99,A002\nP001:400.00,A003\n,A099\n");
    Path report = folder.resolve("report.xml");
    CommandLineRun run =
        CommandLineRun.of("policy", "test", hunan.toString(), "--junit", report.toString());
    assertThat(run.out())
        .startsWith(
            "FAIL  "
                + hunan
                + " (differences: 8)\n"
                + "      activity  column        expected        found\n"
                + "      --------  ------------  --------------  ----------------\n"
                + "      A002      payer_detail  P001:399.99     P001:400.00\n"
                + "      A099                                    (no such result)\n"
                + "      A001                    (not expected)\n");
    assertThat(run.code()).isEqualTo(4);
    assertThat(Files.readString(report))
        .contains("A***02 payer_detail\n", "A***99 (no such result)\n")
        .doesNotContain("P001");
  }

  @Test
  void expectedActivitiesThatCannotBeCompared() throws IOException {
    Path hunan = copyOfSeed("14-hunan-premium");
    Files.writeString(hunan.resolve("expected-activities.csv"), "reasons\nA\n");
    CommandLineRun columns = CommandLineRun.of("policy", "test", hunan.toString());
    assertThat(columns.code()).isEqualTo(3);
    assertThat(columns.err())
        .contains("expected-activities.csv:1:1: error[E491]", "write one of: reason\n")
        .contains("expected-activities.csv:1: error[E102]");

    Files.writeString(hunan.resolve("expected-activities.csv"), "activity_id\nA001\nA001\n");
    CommandLineRun twice = CommandLineRun.of("policy", "test", hunan.toString());
    assertThat(twice.err()).contains("expected-activities.csv:3: error[E321]");
  }

  @Test
  void theOpeningDateIsADay() throws IOException {
    Path hunan = copyOfSeed("14-hunan-premium");
    Path openingDate = hunan.resolve("opening-date.txt");
    Files.writeString(openingDate, "\n2024-08-15\n");
    CommandLineRun run = CommandLineRun.of("policy", "test", hunan.toString());
    assertThat(run.err()).contains("opening-date.txt:1:1: error[E215] '' is not a date");
    assertThat(run.code()).isEqualTo(3);

    CommandLineRun output =
        CommandLineRun.of(
            "policy", "test", hunan.toString(), "--junit", openingDate.toString(), "--force");
    assertThat(output.err()).contains("error[E606]");
    Files.delete(openingDate);
    CommandLineRun none = CommandLineRun.of("policy", "test", hunan.toString());
    assertThat(none.err()).contains("error[E319]");
  }

  private Path copyOfSeed(String name) throws IOException {
    Path copy = Files.createDirectory(folder.resolve(name));
    try (Stream<Path> files = Files.list(Path.of("samples", "seeds", name))) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return copy;
  }

  @Test
  void refusedInputs() throws IOException {
    String claims = Files.readString(golden.resolve("claims.csv"));
    Files.writeString(golden.resolve("claims.csv"), claims.replace(",1500.00,", ",1500.001,"));
    Path report = folder.resolve("report.xml");
    CommandLineRun run =
        CommandLineRun.of("policy", "test", folder.toString(), "--junit", report.toString());
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("claims.csv:2:", "error[E207]", "FAIL  " + golden + " (the inputs were refused)");
    assertThat(run.code()).isEqualTo(3);
    assertThat(Files.readString(report))
        .contains("errors=\"1\"", "<error message=\"claims.csv:2:")
        .doesNotContain(folder.toString());
  }

  @Test
  void expectedResultsThatCannotBeCompared() throws IOException {
    expect("claim_id,polic,pool,pool\nC001,1,1\n\nC001,1,1,1\n");
    CommandLineRun run = CommandLineRun.of("policy", "test", golden.toString());
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .contains(
            "expected.csv:1:10: error[E491] 'polic' is no column of the results; write one of: policy")
        .contains("expected.csv:1:21: error[E103]");

    expect("claim_id,pool\nC001,900.00\nC001,900.00\nC002\n");
    CommandLineRun rows = CommandLineRun.of("policy", "test", golden.toString());
    assertThat(rows.err())
        .contains("expected.csv:3: error[E302]", "expected.csv:4: error[E105]")
        .doesNotContain("C001");

    expect("pool\n900.00\n");
    assertThat(CommandLineRun.of("policy", "test", golden.toString()).err())
        .contains("expected.csv:1: error[E102]");
  }

  @Test
  void foldersThatAreNone() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    CommandLineRun none = CommandLineRun.of("policy", "test", empty.toString());
    assertThat(none.code()).isEqualTo(3);
    assertThat(none.err()).contains(empty + ": error[E490]");
    assertThat(CommandLineRun.of("policy", "test", golden.resolve("claims.csv").toString()).code())
        .isEqualTo(3);
    assertThat(CommandLineRun.of("policy", "test", folder.resolve("no").toString()).code())
        .isEqualTo(6);
    Files.delete(golden.resolve("claims.csv"));
    CommandLineRun missing = CommandLineRun.of("policy", "test", golden.toString());
    assertThat(missing.code()).isEqualTo(6);
    assertThat(missing.out()).isEmpty();
    assertThat(missing.err()).contains("error[E601]", "(a file cannot be read)");
    assertThat(CommandLineRun.of("policy", "test", "").code()).isEqualTo(2);
    assertThat(CommandLineRun.of("policy", "test", "samples", "--junit", "").code()).isEqualTo(2);
  }
}
