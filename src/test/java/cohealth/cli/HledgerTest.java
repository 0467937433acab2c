package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import cohealth.naive.RandomWorld;
import cohealth.reliability.Figure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code hledger check} accepts journals: those of 50 random worlds, of the first sample, and of
 * ids that look like signs of a journal. Skipped where hledger is not installed; what it checks is
 * also asserted by {@link JournalTest}.
 */
class HledgerTest {
  private static final int USUAL = 50;
  private static final int FAMILIES = 30;

  @TempDir Path temporary = Path.of("");

  @BeforeAll
  static void isInstalled() throws InterruptedException {
    try {
      assertThat(new ProcessBuilder("hledger", "--version").start().waitFor()).isZero();
    } catch (IOException e) {
      Figure.skipped("hledger", "hledger is not installed");
      abort("skipped: hledger is not installed, so no journal was checked by it");
    }
  }

  @Test
  void acceptsRandomWorlds() throws IOException, InterruptedException {
    Figure figure = Figure.of("hledger", USUAL, 1);
    for (long seed = figure.seed(); figure.done() < figure.target(); seed++) {
      check(RandomWorld.of(seed, FAMILIES));
      check(RandomWorld.withActivities(seed, FAMILIES));
      figure.tried(2);
    }
    figure.close("check, with balance assertions, and check ordereddates");
  }

  @Test
  void acceptsTheFirstSampleAndStrangeIds() throws IOException, InterruptedException {
    check(JournalTest.strangeIds(folder()));
    check(CliFolder.copyOfSample(folder(), "01-panzhihua-family"));
  }

  /** Otherwise the tests above might pass whatever is written. */
  @Test
  void refusesAWrongBalance() throws IOException, InterruptedException {
    CliFolder inputs = CliFolder.copyOfSample(folder(), "01-panzhihua-family");
    inputs.settle("--journal", inputs.path("j"));
    inputs.write("j", inputs.read("j").replace("= 1080.00 CNY", "= 1080.01 CNY"));
    assertThat(hledger(inputs.path("j"), "check")).contains("1080.01");
  }

  private Path folder() throws IOException {
    return Files.createTempDirectory(temporary, "run");
  }

  private void check(RandomWorld.World world) throws IOException, InterruptedException {
    CliFolder inputs = CliFolder.of(folder(), world);
    check(inputs, JournalTest.arguments(inputs, world));
  }

  private static void check(CliFolder inputs) throws IOException, InterruptedException {
    check(inputs, "--journal", inputs.path("j"));
  }

  private static void check(CliFolder inputs, String... args)
      throws IOException, InterruptedException {
    CommandLineRun run = inputs.settle(args);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(hledger(inputs.path("j"), "check")).isEmpty();
    assertThat(hledger(inputs.path("j"), "check", "ordereddates")).isEmpty();
  }

  /** What hledger tells of a journal; nothing when all is well. */
  private static String hledger(String journal, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("hledger", "-f", journal);
    builder.command().addAll(List.of(command));
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    assertThat(code == 0).as(told).isEqualTo(told.isEmpty());
    return told;
  }
}
