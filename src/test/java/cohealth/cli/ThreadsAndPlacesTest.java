package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.reliability.Figure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All outputs have the same SHA-256 by however many threads, and in whatever language, time zone
 * and calendar the machine is set to.
 */
@Tag("reliability")
class ThreadsAndPlacesTest {
  private static final long SEED = 1;
  private static final List<String> PLACES =
      List.of(
          "en US UTC",
          "zh CN Asia/Shanghai",
          "tr TR Europe/Istanbul",
          "ar EG Africa/Cairo",
          "th TH Asia/Bangkok",
          "hi IN Asia/Kolkata",
          "de DE America/St_Johns",
          "ja JP Pacific/Kiritimati");

  @TempDir Path temporary = Path.of("");

  @Test
  void anyNumberOfThreads() {
    Figure figure = Figure.of("threads", 8 * 3, SEED);
    int counts = figure.target() >= 100 ? 40 : 8;
    List<String> hashes = new ArrayList<>();
    for (int i = 0; figure.done() < figure.target(); i++) {
      long seed = figure.seed() + i;
      OutputJob job = job(seed, i % 2 == 1);
      String first = "";
      for (int threads = 1; threads <= counts; threads++) {
        Path out = folder("out-" + seed + "-" + threads);
        List<String> args = new ArrayList<>(job.arguments().apply(out));
        args.set(args.indexOf("--threads") + 1, Integer.toString(threads));
        CommandLineRun run = CommandLineRun.of(args.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isEqualTo(job.code());
        String hash = hash(job, out, run.out());
        first = first.isEmpty() ? hash : first;
        figure.tried(
            hash.equals(first) ? "" : "seed " + seed + ", " + threads + " threads: other bytes");
      }
      hashes.add(first);
    }
    assertThat(hashes).doesNotHaveDuplicates();
    figure.close(counts + " numbers of threads x " + hashes.size() + " seeds");
  }

  @Test
  void anyPlace() throws IOException {
    Figure figure = Figure.of("places", PLACES.size(), SEED);
    OutputJob job = job(figure.seed(), true);
    String first = "";
    for (String place : PLACES) {
      String[] words = place.split(" ", -1);
      Path folder = folder(words[0]);
      Path out = Files.createDirectory(folder.resolve("out-files"));
      OwnProcess process =
          new OwnProcess(folder, temporary)
              .with("-Duser.language=" + words[0], "-Duser.country=" + words[1])
              .with("-Duser.timezone=" + words[2], "-Dcohealth.locale=" + words[0]);
      List<String> args = new ArrayList<>(job.arguments().apply(out));
      args.addAll(List.of("--lang", "en"));
      assertThat(process.run(args)).as(place).isEqualTo(job.code());
      String hash = hash(job, out, Files.readString(process.err()));
      first = first.isEmpty() ? hash : first;
      figure.tried(hash.equals(first) ? "" : place + ": other bytes");
    }
    figure.close(String.join(", ", PLACES));
  }

  private OutputJob job(long seed, boolean shuffled) {
    Path world = temporary.resolve("world-" + seed);
    List<String> args = new ArrayList<>(List.of("generate", "--quiet", "--persons", "600"));
    args.addAll(List.of("--claims", "23500", "--seed", Long.toString(seed)));
    args.addAll(List.of("--output-dir", world.toString()));
    if (shuffled) {
      args.add("--shuffled");
    }
    assertThat(CommandLineRun.of(args.toArray(String[]::new)).code()).isZero();
    return OutputJob.settle(world);
  }

  private Path folder(String name) {
    return new CliFolder(temporary.resolve(name)).made();
  }

  private static String hash(OutputJob job, Path out, String told) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      job.outputs().forEach(name -> digest.update(OutputTrial.anywhere(out, name)));
      digest.update(told.replace(out.toString(), "").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
