package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code samples/ci/run} in a shell, with this build's classes as the program. */
class CiSampleTest {
  private static final Path SAMPLE = Path.of("samples/ci").toAbsolutePath();

  @TempDir Path temporary = Path.of("");
  private Path reports = temporary;
  private Path program = temporary;

  @BeforeEach
  void writeAProgram() throws IOException {
    reports = temporary.resolve("reports");
    program = temporary.resolve("cohealth");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Files.writeString(
        program,
        """
        #!/bin/sh
        exec '%s' -XX:TieredStopAtLevel=1 -cp '%s' cohealth.cli.Main "$@"
        """
            .formatted(java, System.getProperty("java.class.path")));
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  private ShellRun run(String... environment) {
    List<String> command = new ArrayList<>(List.of("env"));
    command.add("COHEALTH=" + program);
    command.add("REPORTS=" + reports);
    command.add("COHEALTH_LANG=en");
    command.addAll(List.of(environment));
    command.addAll(List.of("sh", SAMPLE.resolve("run").toString()));
    return ShellRun.of(temporary, command.toArray(String[]::new));
  }

  @Test
  void allHolds() throws IOException {
    ShellRun run = run();
    assertThat(run.output())
        .contains(
            "check      ok (code 0)\n", "settle     ok (code 0)\n", "policy     ok (code 0)\n")
        .contains("claims compared: 22; 22 agree, 0 differ; besides 0 missing, 0 extra\n")
        .endsWith("quota      ok (code 0)\n");
    assertThat(run.code()).isZero();
    assertThat(CliFolder.names(reports))
        .containsExactly(
            "check.xml",
            "differences.csv",
            "policy.xml",
            "quota.csv",
            "reconcile.xml",
            "settled.csv");
    assertThat(Files.readString(reports.resolve("reconcile.xml"))).contains("failures=\"0\"");
    String readme = Files.readString(SAMPLE.resolve("README.md"));
    run.output()
        .lines()
        .filter(line -> line.contains("ok "))
        .forEach(line -> assertThat(readme).contains(line));
  }

  @Test
  void aFenThatDiffersIsTheResult() throws IOException {
    String actual = Files.readString(SAMPLE.resolve("actual.csv"));
    Files.writeString(temporary.resolve("export.csv"), actual.replace(",935.00,", ",935.01,"));
    ShellRun run = run("ACTUAL=export.csv");
    assertThat(run.output()).contains("reconcile  does not hold (code 4)\n");
    assertThat(run.code()).isEqualTo(4);
    assertThat(Files.readString(reports.resolve("differences.csv")))
        .contains("C006,P003,hifp_pay,935.00,935.01,0.01,ROUNDING,\n");
    assertThat(Files.readString(reports.resolve("reconcile.xml"))).contains("name=\"1 C***06\"");
  }

  @Test
  void anExportThatCannotBeReadIsTold() {
    ShellRun run = run("ACTUAL=nowhere.csv");
    assertThat(run.output()).contains("reconcile  a file cannot be read or written (code 6)\n");
    assertThat(run.code()).isEqualTo(6);
  }

  @Test
  void withoutTheProgramNothingIsSaidToHold() {
    ShellRun run = run("COHEALTH=./nowhere");
    assertThat(run.output()).contains("check      interrupted, or not started (code 127)\n");
    assertThat(run.output()).contains("settle     interrupted, or not started (code 127)\n");
    assertThat(run.output()).doesNotContain("ok (code");
    assertThat(run.code()).isEqualTo(127);
  }
}
