package cohealth.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One disturbed run of a job in a folder of its own: some of its outputs are there from before, and
 * afterwards each must be as it was or as it should be.
 */
final class OutputTrial {
  /** The name of the output that is put in place after all others. */
  static final String MANIFEST = "manifest.json";

  private static final Pattern SEAL = Pattern.compile("\"seal\":\"([0-9a-f]{64})\"}\n$");

  private final OutputJob job;
  private final Map<String, byte[]> complete;
  private final Path place;
  private final Map<String, byte @Nullable []> before = new TreeMap<>();

  /**
   * A folder in which nothing has run yet.
   *
   * @param complete what each output holds after a run that nothing disturbed
   * @param random whether an output is there from before
   */
  OutputTrial(OutputJob job, Map<String, byte[]> complete, Path place, Random random) {
    this.job = job;
    this.complete = complete;
    this.place = place;
    try {
      Files.createDirectories(out());
      Files.createDirectories(temporary());
      for (String name : job.outputs()) {
        boolean nested = name.indexOf('/') >= 0;
        before.put(name, null);
        if (!nested && random.nextInt(3) > 0) {
          byte[] old = ("old " + name + "\n").getBytes(StandardCharsets.UTF_8);
          Files.write(out().resolve(name), old);
          before.put(name, old);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What each output of a job holds after a run that nothing disturbed. */
  static Map<String, byte[]> complete(OutputJob job, Path place) {
    OutputTrial trial = new OutputTrial(job, Map.of(), place, new Random(0));
    CommandLineRun run = job.run(trial.out());
    if (run.code() != job.code()) {
      throw new IllegalStateException(job + ": " + run.code() + " " + run.err());
    }
    Map<String, byte[]> complete = new TreeMap<>();
    for (String name : job.outputs()) {
      complete.put(name, Objects.requireNonNull(trial.bytes(name)));
    }
    trial.remove();
    return complete;
  }

  List<String> arguments() {
    return job.arguments().apply(out());
  }

  Path out() {
    return place.resolve("outputs");
  }

  Path temporary() {
    return place.resolve("tmp");
  }

  Path place() {
    return place;
  }

  OwnProcess process() {
    return new OwnProcess(place, temporary()).reading(Path.of(job.input()));
  }

  /** What is wrong after a run that ended with success or was refused something. */
  String verdict(int code) {
    String told = "exit " + code + ", " + told();
    if (code == job.code()) {
      return anyIsNot(complete) || !strays().isEmpty() ? "ended well, but: " + state() + told : "";
    }
    if (code != ExitCode.FILE.code()) {
      return told;
    }
    return anyIsNot(before) || !strays().isEmpty() ? state() + told : refusal();
  }

  /** What is wrong after a run that a signal ended: everything is as it was, or all was done. */
  String verdictOfSignal(int code, int expected) {
    String told = "exit " + code + ", " + told();
    if (code != expected && code != job.code()) {
      return told;
    }
    boolean wrong = anyIsNot(before) && anyIsNot(complete);
    return wrong || !strays().isEmpty() ? state() + told : "";
  }

  /** What is wrong after a run that was killed: each output is as it was or as it should be. */
  String verdictOfKill() {
    List<String> half = new ArrayList<>();
    for (String name : job.outputs()) {
      byte[] found = bytes(name);
      if (!Arrays.equals(found, before.get(name)) && !Arrays.equals(found, complete.get(name))) {
        half.add(name + " is half-written (" + (found == null ? "gone" : found.length) + ")");
      }
    }
    boolean told = complete.containsKey(MANIFEST) && isNew(MANIFEST);
    if (told && !job.outputs().stream().allMatch(this::isNew)) {
      half.add("the manifest is there, and not all that it tells of");
    }
    return String.join(", ", half);
  }

  private boolean isNew(String name) {
    return Arrays.equals(bytes(name), complete.get(name));
  }

  /** Runs the job once more; what is wrong then, with what the disturbed run left. */
  String nextRun() {
    CommandLineRun run = job.run(out());
    return run.code() != job.code() || anyIsNot(complete) || !straysInOut().isEmpty()
        ? "next run: exit " + run.code() + ", " + state() + run.err()
        : "";
  }

  /** Removes the folder. */
  void remove() {
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A refusal is told in one line with the code of a file's fault. */
  private String refusal() {
    String told = told();
    return told.matches("(?s).*error\\[E[16]\\d\\d\\] .*") && !told.contains("Exception")
        ? ""
        : "exit 6 without a reason: " + told;
  }

  private String told() {
    Path err = process().err();
    return Files.exists(err) ? new CliFolder(place).read("err").strip() : "";
  }

  private boolean anyIsNot(Map<String, byte @Nullable []> wanted) {
    return job.outputs().stream().anyMatch(name -> !Arrays.equals(bytes(name), wanted.get(name)));
  }

  private String state() {
    return job.outputs().stream()
            .map(
                name ->
                    name
                        + (Arrays.equals(bytes(name), before.get(name))
                            ? " old"
                            : Arrays.equals(bytes(name), complete.get(name)) ? " new" : " HALF"))
            .collect(Collectors.joining(", "))
        + (strays().isEmpty() ? "; " : "; stray " + strays() + "; ");
  }

  private Set<String> strays() {
    Set<String> strays = straysInOut();
    CliFolder.names(temporary()).forEach(name -> strays.add("tmp/" + name));
    return strays;
  }

  private Set<String> straysInOut() {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(out())) {
      files.map(file -> out().relativize(file).toString()).forEach(found::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    found.remove("");
    for (String name : job.outputs()) {
      boolean there = found.remove(name);
      if (there && name.indexOf('/') >= 0) {
        found.remove(name.substring(0, name.indexOf('/')));
      }
    }
    return found;
  }

  private byte @Nullable [] bytes(String name) {
    return Files.exists(out().resolve(name)) ? anywhere(out(), name) : null;
  }

  /**
   * What an output holds, as it would in any folder: a manifest without the folder's name, which
   * stands in its paths, and so in its seal.
   */
  static byte[] anywhere(Path out, String name) {
    byte[] manifest = CliFolder.bytes(out.resolve(name));
    if (!name.equals(MANIFEST)) {
      return manifest;
    }
    String text = new String(manifest, StandardCharsets.UTF_8);
    Matcher seal = SEAL.matcher(text);
    if (!seal.find()) {
      return manifest;
    }
    byte[] sealed = text.substring(0, seal.start()).getBytes(StandardCharsets.UTF_8);
    String holds = ManifestTest.sha256(sealed).equals(seal.group(1)) ? "holds" : "broken";
    return (text.substring(0, seal.start()).replace(out.toString(), "OUT") + holds)
        .getBytes(StandardCharsets.UTF_8);
  }
}
