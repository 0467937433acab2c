package cohealth.samples;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every golden folder agrees with itself, whatever columns a real system would have given. */
class ReconcileSamplesTest {
  private static final List<String> COLUMNS =
      List.of(
          "--columns full",
          "--columns national",
          "--columns national --profile family-apart-funds-with-account");

  @TempDir Path temporary = Path.of("");

  static List<SampleFolder> folders() {
    return SampleFolder.all();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void agreesWithItself(SampleFolder folder) throws IOException {
    Path actual = temporary.resolve("actual.csv");
    for (String columns : COLUMNS) {
      String[] more = columns.split(" ", -1);
      CommandLineRun settled = CommandLineRun.of(folder.settle(and(more, "-f", "csv")));
      assertThat(settled.code()).as(settled.err()).isZero();
      Files.writeString(actual, settled.out());

      assertClean(folder, CommandLineRun.of(folder.reconcile(actual, more)), columns);
      if (!columns.contains("--profile")) {
        assertClean(folder, CommandLineRun.of(folder.reconcile(actual)), "any columns");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void agreesWithTheResultsThatWereWorkedOut(SampleFolder folder) {
    CommandLineRun run =
        CommandLineRun.of(folder.reconcile(folder.path().resolve("expected.csv"), "-f", "csv"));
    assertThat(run.out()).hasLineCount(1).startsWith("claim_id,");
    assertThat(run.code()).as(run.err()).isZero();
  }

  private static void assertClean(SampleFolder folder, CommandLineRun run, String as) {
    long claims = folder.expected().lines().count() - 1;
    assertThat(run.out()).as(as).isEmpty();
    assertThat(run.err())
        .as(as)
        .contains(
            "claims compared: %1$d; %1$d agree, 0 differ; besides 0 missing, 0 extra\n"
                .formatted(claims));
    assertThat(run.code()).as(as).isZero();
  }

  private static String[] and(String[] some, String... more) {
    String[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }
}
