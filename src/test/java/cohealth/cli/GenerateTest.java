package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code cohealth generate}: files that settle, and what it refuses. */
class GenerateTest {
  @TempDir Path temporary = Path.of("");

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsGeneratedSettlesWithoutAProblem(boolean shuffled) throws IOException {
    CommandLineRun made = generate("C", 3000, 30_000, shuffled ? "--shuffled" : "--quiet");
    assertThat(made.code()).as(made.err()).isZero();
    assertThat(made.out()).isEmpty();
    assertThat(made.err()).contains(shuffled ? "3000 people in " : "");

    CommandLineRun run =
        CliFolder.run(
            "C",
            "",
            "settle",
            "-H",
            path("households.csv"),
            "-C",
            path("claims.csv"),
            "-o",
            path("out.csv"),
            "--opening-date",
            "2025-01-01");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err())
        .doesNotContain("error[", "note[", "warning[")
        .contains(" 0 rejected")
        .contains("CAP_REACHED", "DEDUCTIBLE_NOT_MET", "LIMIT_REACHED", "EMPTY", "UNFILED_OFFSITE");
    long[] paid = new long[4];
    for (Row row : CliFolder.rows(Files.readString(temporary.resolve("world/out.csv")))) {
      paid[0] += CliFolder.fen(row.get("pool"));
      paid[1] += CliFolder.fen(row.get("own_prior")) + CliFolder.fen(row.get("own_current"));
      paid[2] += CliFolder.fen(row.get("family"));
      paid[3] += CliFolder.fen(row.get("cash"));
    }
    // every payer pays at least a twentieth
    long total = paid[0] + paid[1] + paid[2] + paid[3];
    for (long part : paid) {
      assertThat(part).isGreaterThan(total / 20);
    }
  }

  @Test
  void theFolderAndItsFilesAreTheOwners() throws IOException {
    assumeTrue(temporary.getFileSystem().supportedFileAttributeViews().contains("posix"));
    assertThat(generate("C", 10, 20).code()).isZero();
    Path folder = temporary.resolve("world");
    assertThat(permissions(folder)).isEqualTo("rwx------");
    assertThat(permissions(folder.resolve("claims.csv"))).isEqualTo("rw-------");
    assertThat(CliFolder.names(folder)).containsExactly("claims.csv", "households.csv");
  }

  @Test
  void existingFilesStayWithoutForce() throws IOException {
    assertThat(generate("C", 10, 20).code()).isZero();
    String before = Files.readString(temporary.resolve("world/claims.csv"));
    CommandLineRun again = generate("C", 11, 21);
    assertThat(again.code()).isEqualTo(6);
    assertThat(again.err()).contains("error[E605]").hasLineCount(1);
    assertThat(Files.readString(temporary.resolve("world/claims.csv"))).isEqualTo(before);
    again = generate("C", 11, 21, "--force");
    assertThat(again.code()).isZero();
    assertThat(Files.readString(temporary.resolve("world/claims.csv"))).hasLineCount(22);
  }

  @Test
  void aFolderInAFolderThatIsNotThereIsRefused() {
    CommandLineRun run = run("C", "10", "20", "1", temporary.resolve("no/world").toString());
    assertThat(run.code()).isEqualTo(6);
    assertThat(run.err()).contains("error[E610]").hasLineCount(1);
    assertThat(CliFolder.names(temporary)).isEmpty();
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Files.writeString(temporary.resolve("world"), "");
    CommandLineRun run = generate("C", 10, 20);
    assertThat(run.code()).isEqualTo(6);
    assertThat(run.err()).contains("error[E610]").hasLineCount(1);
    assertThat(CliFolder.names(temporary)).containsExactly("world");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 5, 1, --persons",
    "-5, 5, 1, --persons",
    "200000001, 5, 1, --persons",
    "99999999999999999999, 5, 1, --persons",
    "5.5, 5, 1, --persons",
    "5, -5, 1, --claims",
    "5, 2147483648, 1, --claims",
    "5, x, 1, --claims",
    "5, 5, -1, --seed",
    "5, 5, abc, --seed"
  })
  void numbersThatCannotBeAreUsage(String persons, String claims, String seed, String option) {
    for (String locale : List.of("C", "zh_CN.UTF-8")) {
      CommandLineRun run =
          run(locale, persons, claims, seed, temporary.resolve("world").toString());
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).startsWith("cohealth: " + option).hasLineCount(1);
    }
    assertThat(CliFolder.names(temporary)).isEmpty();
  }

  @Test
  void nothingIsAssumed() {
    CommandLineRun run = CliFolder.run("C", "", "generate", "--persons", "5");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("missing: --claims, --seed, --output-dir");
  }

  private CommandLineRun generate(String locale, int persons, int claims, String... more) {
    return run(
        locale,
        Integer.toString(persons),
        Integer.toString(claims),
        "7",
        temporary.resolve("world").toString(),
        more);
  }

  private static CommandLineRun run(
      String locale, String persons, String claims, String seed, String folder, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("generate", "--persons", persons, "--claims", claims, "--seed", seed));
    args.addAll(List.of("--output-dir", folder));
    args.addAll(List.of(more));
    return CliFolder.run(locale, "", args.toArray(String[]::new));
  }

  private String path(String name) {
    return temporary.resolve("world").resolve(name).toString();
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
