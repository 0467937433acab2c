package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.reliability.Figure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs that are killed, or told to end, at some moment: outputs are old or new and never half,
 * nothing is left by a run that was told to end, and the next run is as ever.
 */
@Tag("reliability")
class KilledRunsTest {
  private static final int CLAIMS = 60_000;
  private static final long SEED = 20250322;

  @TempDir Path temporary = Path.of("");
  private final List<OutputJob> jobs = new ArrayList<>();
  private final List<Map<String, byte[]>> complete = new ArrayList<>();
  private final List<Long> millis = new ArrayList<>();

  /** How long each run takes is measured, to know when it can be disturbed. */
  @BeforeEach
  void measure() {
    jobs.add(OutputJob.large(temporary.resolve("world"), CLAIMS));
    jobs.add(OutputJob.largeGenerate(10 * CLAIMS));
    for (OutputJob job : jobs) {
      complete.add(OutputTrial.complete(job, temporary.resolve("complete")));
      OutputTrial trial = trial(complete.size() - 1, "measured", new Random(0));
      long start = System.nanoTime();
      assertThat(trial.process().run(trial.arguments())).isEqualTo(job.code());
      millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
      trial.remove();
    }
  }

  private OutputTrial trial(int job, String name, Random random) {
    return new OutputTrial(jobs.get(job), complete.get(job), temporary.resolve(name), random);
  }

  @Test
  void killedAtAnyMoment() throws InterruptedException {
    Figure figure = Figure.of("kills", 10, SEED);
    Random random = new Random(figure.seed());
    int before = 0;
    int ended = 0;
    for (int i = 0; i < figure.target() && !figure.isHopeless(); i++) {
      int job = random.nextInt(4) == 0 ? 1 : 0;
      OutputTrial trial = trial(job, "killed-" + i, random);
      Process process = trial.process().start(trial.arguments());
      long moment = moment(i, (int) figure.target(), millis.get(job));
      process.waitFor(moment, TimeUnit.MILLISECONDS);
      process.destroyForcibly();
      int code = OwnProcess.code(process);
      ended += code == 0 ? 1 : 0;
      before += trial.verdictOfKill().isEmpty() ? 0 : 1;
      String verdict = trial.verdictOfKill() + trial.nextRun();
      figure.tried(
          verdict.isEmpty() ? "" : jobs.get(job) + " killed after " + moment + " ms: " + verdict);
      trial.remove();
    }
    figure.close(before + " half-written; " + ended + " had ended before");
  }

  @Test
  void toldToEndAtAnyMoment() throws InterruptedException {
    Figure figure = Figure.of("signals", 6, SEED);
    Random random = new Random(figure.seed());
    List<String> signals = List.of("INT", "TERM", "HUP");
    List<Integer> codes = List.of(130, 143, 129);
    int ended = 0;
    long longest = 0;
    for (int i = 0; i < figure.target() && !figure.isHopeless(); i++) {
      int job = random.nextInt(4) == 0 ? 1 : 0;
      OutputTrial trial = trial(job, "told-" + i, random);
      Process process = trial.process().start(trial.arguments());
      int signal = i % signals.size();
      long moment = moment(i, (int) figure.target(), millis.get(job));
      process.waitFor(moment, TimeUnit.MILLISECONDS);
      ShellRun.of(temporary, "kill", "-s", signals.get(signal), Long.toString(process.pid()));
      long start = System.nanoTime();
      int code = OwnProcess.code(process);
      long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      ended += code == 0 ? 1 : 0;
      longest = code == 0 ? longest : Math.max(longest, took);
      // a machine on which a whole run takes longer than that is given as long
      boolean late = code != 0 && took > Math.max(2000, millis.get(job));
      String verdict = trial.verdictOfSignal(code, codes.get(signal));
      verdict += late ? "ended only after " + took + " ms" : "";
      verdict += trial.nextRun();
      figure.tried(
          verdict.isEmpty()
              ? ""
              : "%s, %s after %d ms: %s"
                  .formatted(jobs.get(job), signals.get(signal), moment, verdict));
      trial.remove();
    }
    figure.close("at most " + longest + " ms to the end; " + ended + " had ended before");
  }

  /** Moments spread evenly over a run, the last of them about its end. */
  private static long moment(int number, int of, long millis) {
    return Math.round((number + 0.5) / of * millis * 1.02);
  }
}
