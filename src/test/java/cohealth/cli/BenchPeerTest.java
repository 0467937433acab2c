package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script that {@code scripts/bench} measures beside the program gives the same results; else it
 * would be no measure. Written from the rules alone, it is one more witness of the engine, too.
 */
class BenchPeerTest {
  private static final Path SCRIPT = Path.of("scripts/bench-peers/settle.py").toAbsolutePath();
  private static final Path POLICIES =
      Path.of("src/main/resources/cohealth/policies").toAbsolutePath();

  /** All columns that the script writes; it tells no reasons and nothing that is left. */
  private static final List<String> COLUMNS =
      List.of(
          "claim_id",
          "person_id",
          "service_time",
          "status",
          "total",
          "eligible",
          "deductible",
          "pool",
          "supplement",
          "own_prior",
          "own_current",
          "own_wallet",
          "family",
          "cash",
          "family_detail");

  @TempDir Path temporary = Path.of("");

  @Test
  void theScriptSettlesAsTheProgramDoes() throws IOException {
    assumeTrue(ShellRun.has("python3"));
    String people = temporary.resolve("households.csv").toString();
    String claims = temporary.resolve("claims.csv").toString();
    String ours = temporary.resolve("ours.csv").toString();
    assertThat(
            CliFolder.run(
                    "C",
                    "",
                    "generate",
                    "--persons",
                    "4000",
                    "--claims",
                    "40000",
                    "--seed",
                    "11",
                    "--output-dir",
                    temporary.toString())
                .code())
        .isZero();
    assertThat(CliFolder.run("C", "", "settle", "-H", people, "-C", claims, "-o", ours).code())
        .isZero();
    ShellRun script =
        ShellRun.of(
            temporary,
            "python3",
            SCRIPT.toString(),
            people,
            claims,
            "theirs.csv",
            POLICIES.toString());
    assertThat(script.output()).isEmpty();
    assertThat(script.code()).isZero();
    List<String> theirs = Files.readAllLines(temporary.resolve("theirs.csv"));
    assertThat(theirs.get(0)).isEqualTo(String.join(",", COLUMNS));
    List<Row> rows = CliFolder.rows(Files.readString(Path.of(ours)));
    assertThat(theirs).hasSize(rows.size() + 1);
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      assertThat(theirs.get(i + 1))
          .isEqualTo(String.join(",", COLUMNS.stream().map(row::get).toList()));
    }
  }
}
