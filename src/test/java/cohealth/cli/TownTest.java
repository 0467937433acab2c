package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages of {@code samples/25-panzhihua-town} are what the program writes today; after a wanted
 * change its {@code run} writes them again.
 */
class TownTest {
  private static final Path SAMPLE = Path.of("samples", "25-panzhihua-town");
  private static final List<String> REFORM =
      List.of(
          "--set",
          "510400/employee/general/deductible/active=300.00",
          "--set",
          "510400/employee/general/rate/active/lower=65%");

  @TempDir Path temporary = Path.of("");

  @Test
  void theTownAndItsReformAreAsCommitted() throws IOException {
    CliFolder folder = new CliFolder(temporary);
    CommandLineRun made =
        CliFolder.run(
            "C",
            "",
            "generate",
            "--persons",
            "20000",
            "--claims",
            "100000",
            "--seed",
            "20000",
            "--region",
            "510402",
            "--output-dir",
            temporary.toString());
    assertThat(made.code()).as(made.err()).isZero();
    same(folder, REFORM, "reform.json");
    same(folder, REFORM, "reform.zh.html");
    same(folder, List.of(), "batch.json");
    same(folder, List.of(), "batch.en.html");
  }

  private void same(CliFolder folder, List<String> more, String name) throws IOException {
    List<String> args = new ArrayList<>(more);
    args.addAll(List.of("--lang", name.contains(".zh.") ? "zh" : "en"));
    args.addAll(List.of("--output", folder.path(name)));
    CommandLineRun run = folder.report(args.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Files.mismatch(temporary.resolve(name), SAMPLE.resolve(name)))
        .as("%s: samples/25-panzhihua-town/run writes it again", name)
        .isEqualTo(-1);
  }
}
