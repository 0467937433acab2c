package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.reliability.Figure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A system that refuses one call: strace finds every call of a run that has to do with an output or
 * an input, and then answers one of them with an error, kills the program at it, or (with prlimit)
 * lets no file grow beyond some size, so that a write is cut short. Whatever the run says, outputs
 * are old or new.
 */
@Tag("reliability")
class InjectedFaultsTest {
  private static final long SEED = 20250323;

  /** A message must still fit. */
  private static final int SMALLEST = 2000;

  private static final String KILL = "SIGKILL";

  /** What each call may answer; EINTR is none of the program's business. */
  private static final Map<String, List<String>> ANSWERS =
      Map.ofEntries(
          Map.entry("write", List.of("ENOSPC", "EIO", "EDQUOT", "EINTR", KILL)),
          Map.entry("pwrite64", List.of("ENOSPC", "EIO")),
          Map.entry("openat", List.of("EACCES", "ENOSPC", "EMFILE", "EIO", KILL)),
          Map.entry("fsync", List.of("EIO", "ENOSPC", KILL)),
          Map.entry("fdatasync", List.of("EIO")),
          Map.entry("rename", List.of("EIO", "ENOSPC", "EACCES", KILL)),
          Map.entry("link", List.of("EMLINK", "EPERM", KILL)),
          Map.entry("close", List.of("EIO", KILL)),
          Map.entry("getdents64", List.of("EIO", KILL)),
          Map.entry("mkdir", List.of("ENOSPC", KILL)),
          Map.entry("read", List.of("EIO", KILL)),
          Map.entry("unlink", List.of(KILL)),
          Map.entry("newfstatat", List.of("EIO", "EACCES")),
          Map.entry("stat", List.of("EIO", "EACCES")),
          Map.entry("lstat", List.of("EIO", "EACCES")),
          Map.entry("access", List.of("EACCES")));

  /** Of inputs only what reads them. */
  private static final Set<String> INPUT_CALLS = Set.of("read", "openat", "getdents64");

  /**
   * One call of a run.
   *
   * @param ordinal its number among those of its kind in its thread, from 1
   */
  private record Call(OutputJob job, String name, int ordinal) {}

  /** A refusal to try: of a call, or of a file's size when there is no call. */
  private record Fault(Call call, String answer) {
    boolean isSize() {
      return call.name().isEmpty();
    }

    boolean kills() {
      return answer.equals(KILL);
    }

    List<String> command(Path log) {
      if (isSize()) {
        return List.of("prlimit", "--fsize=" + call.ordinal(), "--");
      }
      String kind = kills() ? ":signal=" : ":error=";
      return List.of(
          "strace",
          "-f",
          "-y",
          "-qq",
          "--seccomp-bpf",
          "-o",
          log.toString(),
          "-e",
          "trace=" + call.name(),
          "-e",
          "inject=" + call.name() + kind + answer + ":when=" + call.ordinal());
    }

    @Override
    public String toString() {
      return isSize()
          ? call.job() + ", no file over " + call.ordinal() + " bytes"
          : call.job() + ", " + call.name() + " " + call.ordinal() + " answers " + answer;
    }
  }

  private static final Pattern FILE = Pattern.compile("\\.tmp>|\\.in>");

  @TempDir Path temporary = Path.of("");
  private final Map<OutputJob, Map<String, byte[]>> complete = new LinkedHashMap<>();

  @Test
  void whateverTheSystemRefuses() throws IOException {
    Figure figure = Figure.of("faults", 20, SEED);
    if (!ShellRun.has("strace")) {
      Figure.skipped("faults", "strace is not installed");
      return;
    }
    if (ShellRun.of(temporary, "strace", "-qq", "true").code() != 0) {
      Figure.skipped("faults", "strace may not trace here");
      return;
    }
    Random random = new Random(figure.seed());
    List<OutputJob> jobs =
        OutputJob.all(Files.createDirectory(temporary.resolve("world")), figure.seed());
    List<Fault> faults = new ArrayList<>();
    for (OutputJob job : jobs) {
      complete.put(job, OutputTrial.complete(job, temporary.resolve("complete")));
      faults.addAll(faults(job, random));
    }
    List<Fault> chosen = chosen(faults, figure.target(), random);
    Map<String, Integer> reached = new ConcurrentSkipListMap<>();
    AtomicInteger half = new AtomicInteger();
    IntStream.range(0, chosen.size())
        .parallel()
        .filter(i -> !figure.isHopeless())
        .forEach(i -> tryOne(i, chosen.get(i), figure, reached, half));
    long missed = chosen.size() - figure.done();
    figure.close(
        half + " half-written; of " + faults.size() + " faults; " + missed + " missed; " + reached,
        Math.min(figure.target(), chosen.size() - missed));
  }

  private void tryOne(
      int number, Fault fault, Figure figure, Map<String, Integer> reached, AtomicInteger half) {
    OutputTrial trial =
        new OutputTrial(
            fault.call().job(),
            complete(fault.call().job()),
            temporary.resolve("fault-" + number),
            new Random(figure.seed() + number));
    Path log = trial.place().resolve("log");
    int code = trial.process().under(fault.command(log)).run(trial.arguments());
    String verdict = fault.kills() ? "" : trial.verdict(code);
    boolean isHalf = !trial.verdictOfKill().isEmpty();
    if (isHalf) {
      half.incrementAndGet();
    }
    verdict += trial.verdictOfKill() + trial.nextRun();
    // a call of another run may have another number: then some other file was hit
    if (isHalf || fault.isSize() || fault.kills() || isHit(trial, log)) {
      figure.tried(verdict.isEmpty() ? "" : fault + ": " + verdict);
      reached.merge(fault.isSize() ? "short write" : fault.answer(), 1, Integer::sum);
    }
    trial.remove();
  }

  /** So many of all, from each job and each call in turn; all of them when more are asked for. */
  private static List<Fault> chosen(List<Fault> all, long most, Random random) {
    if (most >= all.size()) {
      return all;
    }
    List<Fault> mixed = new ArrayList<>(all);
    Collections.shuffle(mixed, random);
    Map<String, List<Fault>> kinds = new TreeMap<>();
    for (Fault fault : mixed) {
      kinds
          .computeIfAbsent(fault.call().name() + fault.answer(), kind -> new ArrayList<>())
          .add(fault);
    }
    List<String> names = new ArrayList<>(new TreeSet<>(kinds.keySet()));
    Collections.shuffle(names, random);
    List<Fault> chosen = new ArrayList<>();
    for (int round = 0; chosen.size() < most + most / 4; round++) {
      for (String name : names) {
        kinds.getOrDefault(name, List.of()).stream().skip(round).findFirst().ifPresent(chosen::add);
      }
    }
    return chosen.subList(0, (int) (most + most / 4));
  }

  private Map<String, byte[]> complete(OutputJob job) {
    return Objects.requireNonNull(complete.get(job));
  }

  /** Every refusal of every call of a run that has to do with its files. */
  private List<Fault> faults(OutputJob job, Random random) throws IOException {
    OutputTrial trial =
        new OutputTrial(job, complete(job), temporary.resolve("traced"), new Random(1));
    Path log = trial.place().resolve("log");
    List<String> command =
        List.of(
            "strace",
            "-f",
            "-y",
            "-qq",
            "--seccomp-bpf",
            "-o",
            log.toString(),
            "-e",
            "trace=" + String.join(",", new TreeSet<>(ANSWERS.keySet())));
    int code = trial.process().under(command).run(trial.arguments());
    assertThat(trial.verdict(code)).isEmpty();
    Map<String, Integer> counts = new TreeMap<>();
    List<Fault> faults = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      String[] words = line.trim().split("\\s+", 2);
      int open = words.length < 2 ? -1 : words[1].indexOf('(');
      if (open < 1 || words[1].startsWith("<")) {
        continue;
      }
      String name = words[1].substring(0, open);
      int ordinal = counts.merge(words[0] + " " + name, 1, Integer::sum);
      // closing a folder that was read: the Java machine throws what it does not declare
      boolean folder = name.equals("close") && !FILE.matcher(words[1]).find();
      if (isOfInterest(trial, name, words[1]) && !folder) {
        Call call = new Call(job, name, ordinal);
        ANSWERS.getOrDefault(name, List.of()).forEach(each -> faults.add(new Fault(call, each)));
      }
    }
    trial.remove();
    assertThat(faults).as(job.name()).isNotEmpty();
    int largest = complete(job).values().stream().mapToInt(bytes -> bytes.length).max().orElse(1);
    for (int i = 0; i < 8 && ShellRun.has("prlimit"); i++) {
      int size = i == 0 ? largest - 1 : SMALLEST + random.nextInt(largest);
      faults.add(new Fault(new Call(job, "", size), "short write"));
    }
    return faults;
  }

  private static boolean isOfInterest(OutputTrial trial, String name, String line) {
    boolean output = line.contains(trial.place().toString() + "/outputs");
    boolean spool = line.contains(trial.temporary().toString() + "/") || line.contains("write(1<");
    boolean input = line.contains("/world/") && INPUT_CALLS.contains(name);
    return output || spool || input;
  }

  private static boolean isHit(OutputTrial trial, Path log) {
    for (String line : new String(CliFolder.bytes(log), StandardCharsets.UTF_8).split("\n", -1)) {
      if (line.contains("(INJECTED)")) {
        return isOfInterest(trial, "read", line);
      }
    }
    return false;
  }
}
