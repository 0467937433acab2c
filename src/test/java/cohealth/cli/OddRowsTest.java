package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row that only the table can read keeps its place among plain ones. */
class OddRowsTest {
  private static final String CLAIM = "%s,%s,2025-01-%02d,general,primary,%d00.00\n";

  @TempDir Path temporary = Path.of("");

  private CommandLineRun settle(String id, String... days) {
    CliFolder folder = new CliFolder(temporary);
    folder.write(CliFolder.POLICY, CliFolder.policy(""));
    folder.write(
        CliFolder.HOUSEHOLDS,
        """
        household_id,person_id,relation,insurance,region
        H1,P1,self,employee,990100
        """);
    StringBuilder claims =
        new StringBuilder("claim_id,person_id,service_time,type,facility_level,total\n");
    for (int i = 0; i < days.length; i++) {
      claims.append(CLAIM.formatted(i == 1 ? id : "C" + i, "P1", Integer.parseInt(days[i]), i + 2));
    }
    folder.write(CliFolder.CLAIMS, claims.toString());
    CommandLineRun run = folder.settle("-f", "csv", "--columns", "full");
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  @ParameterizedTest
  @CsvSource({"C|1", "门诊1"})
  void inOrder(String id) {
    assertThat(settle(id, "01", "02", "03", "04").out().replace(id, "C1"))
        .isEqualTo(settle("C1", "01", "02", "03", "04").out());
  }

  @ParameterizedTest
  @CsvSource({"C|1", "门诊1"})
  void atEqualTimes(String id) {
    assertThat(settle(id, "02", "02", "02", "01").out().replace(id, "C1"))
        .isEqualTo(settle("C1", "02", "02", "02", "01").out());
  }

  @Test
  void theOrderMatters() {
    assertThat(settle("C1", "01", "02", "03", "04").out())
        .isNotEqualTo(settle("C1", "01", "05", "03", "04").out());
  }
}
