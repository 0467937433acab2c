package cohealth.run;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.comparison.Comparison;
import cohealth.comparison.Decomposition;
import cohealth.io.Problems;
import cohealth.io.ReadBytes;
import cohealth.io.ReadOptions;
import cohealth.io.Shown;
import cohealth.time.Day;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However many changes fit into memory at once, the comparison is the same. */
class PolicyComparisonTest {
  private static final Path SAMPLE = Path.of("samples/23-panzhihua-reform");

  @TempDir Path temporary = Path.of("");

  @Test
  void changesThatComeOneAfterTheOtherGiveTheSame() throws IOException {
    Path ordered = SAMPLE.resolve("claims.csv");
    List<String> rows = new ArrayList<>(Files.readAllLines(ordered));
    Collections.reverse(rows.subList(1, rows.size()));
    Path reversed = Files.write(temporary.resolve("claims.csv"), rows);

    Comparison atOnce = compare(ordered, 100);
    assertThat(atOnce.decomposition().told()).isEqualTo(Decomposition.Told.YES);
    assertThat(atOnce.decomposition().parts()).hasSize(3).doesNotHaveDuplicates();
    assertThat(compare(ordered, 1)).isEqualTo(atOnce);
    assertThat(compare(reversed, 100)).isEqualTo(atOnce);
    assertThat(compare(reversed, 1)).isEqualTo(atOnce);
  }

  private static Comparison compare(Path claims, int alone) throws IOException {
    Path households = SAMPLE.resolve("households.csv");
    RunRequest request =
        new RunRequest(
            new Source("households.csv", households),
            List.of(new Source("claims.csv", claims)),
            null,
            List.of(),
            List.of(),
            null,
            false,
            Day.UNKNOWN,
            new ReadOptions(null, ',', new Shown(false), new ReadBytes(), 1),
            false);
    ReformRequest wanted =
        new ReformRequest(
            List.of(),
            List.of(),
            List.of(
                "510400/employee/general/deductible/active=300",
                "510400/employee/general/rate/active/lower=65%",
                "510400/employee/general/cap/year/active=900"),
            5);
    Problems problems = new Problems();
    PolicyComparison run = PolicyComparison.check(request, wanted, problems);
    assertThat(problems.first()).isEmpty();
    return Objects.requireNonNull(run).compare(alone);
  }
}
