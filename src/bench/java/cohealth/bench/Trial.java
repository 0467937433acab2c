package cohealth.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A command that is measured several times. */
final class Trial {
  private final String name;
  private final long rows;
  private final List<String> command;
  private final Map<String, String> environment;
  private final @Nullable Path output;
  private final int timesEach;
  private final List<Sample> samples = new ArrayList<>();

  /**
   * A command.
   *
   * @param rows how many claims it takes; 0: it is not about claims
   * @param output is deleted before each run, or null
   * @param timesEach how often it is run in one round; short ones often
   */
  Trial(
      String name,
      long rows,
      List<String> command,
      Map<String, String> environment,
      @Nullable Path output,
      int timesEach) {
    this.name = name;
    this.rows = rows;
    this.command = command;
    this.environment = environment;
    this.output = output;
    this.timesEach = timesEach;
  }

  String name() {
    return name;
  }

  long rows() {
    return rows;
  }

  @Nullable Path output() {
    return output;
  }

  /** Runs it as often as a round asks; the first run of all is kept only with {@code counts}. */
  void run(Path log, boolean counts) throws IOException, InterruptedException {
    for (int i = 0; i < (counts ? timesEach : 1); i++) {
      if (output != null) {
        Files.deleteIfExists(output);
      }
      Sample sample = Sample.of(command, environment, log);
      if (counts) {
        samples.add(sample);
      }
    }
  }

  int runs() {
    return samples.size();
  }

  double wallSeconds() {
    return median(Sample::wallNanos) / 1e9;
  }

  /** Negative when this system does not tell. */
  double cpuSeconds() {
    return median(Sample::cpuMillis) / 1e3;
  }

  /** Negative when this system does not tell. */
  double peakMib() {
    return median(Sample::peakKib) / 1024;
  }

  double nanosPerRow() {
    return rows == 0 ? 0 : wallSeconds() * 1e9 / rows;
  }

  private double median(ToLongFunction<Sample> figure) {
    long[] sorted = samples.stream().mapToLong(figure).sorted().toArray();
    int half = sorted.length / 2;
    return Arrays.stream(sorted, (sorted.length - 1) / 2, half + 1).average().orElse(Double.NaN);
  }
}
