package cohealth.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Measures the program beside others; {@code scripts/bench} starts it in the project's folder. */
public final class Bench {
  private static final Path FOLDER = Path.of("target/bench").toAbsolutePath();
  private static final Path PROGRAM = Path.of("scripts/cohealth").toAbsolutePath();
  private static final Path PEER = Path.of("scripts/bench-peers/settle.py").toAbsolutePath();
  private static final Path POLICIES =
      Path.of("src/main/resources/cohealth/policies").toAbsolutePath();
  private static final int BYTES_OF_ROW = 88;
  private static final int FILES_OF_ROWS = 7;
  private static final long GIGABYTE = 1_000_000_000L;
  private static final int START_UPS = 10;
  private static final int ARCHIVE_SECONDS = 90;

  private final Options options;
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final Path log = FOLDER.resolve("last.log");
  private final Path results = FOLDER.resolve("results");
  private final String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private final Map<String, String> environment =
      Map.of(
          "JAVA_HOME", System.getProperty("java.home"),
          "XDG_CACHE_HOME", FOLDER.resolve("cache").toString());
  private final List<Trial> trials = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private @Nullable Trial duck;
  private @Nullable Trial settle;
  private @Nullable Trial compare;
  private @Nullable Trial oneThread;
  private @Nullable Trial shuffled;
  private @Nullable Trial tenth;
  private @Nullable Trial python;
  private @Nullable Trial startUp;
  private @Nullable Trial bareJava;
  private final List<Trial> growth = new ArrayList<>();

  private Bench(Options options) {
    this.options = options;
  }

  /** Does it all. */
  public static void main(String[] args) throws IOException, InterruptedException, RunnerException {
    if (List.of(args).contains("--help")) {
      System.out.print(Options.HELP);
      return;
    }
    Options options;
    try {
      options = Options.of(args);
    } catch (IllegalArgumentException e) {
      System.err.println("bench: " + e.getMessage());
      System.err.print(Options.HELP);
      System.exit(2);
      return;
    }
    new Bench(options).run();
  }

  private void run() throws IOException, InterruptedException, RunnerException {
    Files.createDirectories(results);
    double gigabytes = (double) options.rows() * BYTES_OF_ROW * FILES_OF_ROWS / GIGABYTE;
    double free = (double) Files.getFileStore(FOLDER).getUsableSpace() / GIGABYTE;
    say("bench: needs %.1f GB under %s (%.0f GB are free)", gigabytes, FOLDER, free);
    if (free < gigabytes) {
      throw new IOException("not enough room");
    }
    plan();
    agree();
    warmUp();
    for (int round = 0; round < options.runs(); round++) {
      List<Trial> order = new ArrayList<>(trials);
      Collections.rotate(order, -round * order.size() / options.runs());
      for (Trial trial : order) {
        say("round %d of %d: %s", round + 1, options.runs(), trial.name());
        trial.run(log, true);
      }
    }
    List<String[]> engine = options.engine() ? engine() : List.of();
    print(engine);
  }

  // ---- what is measured ----

  private void plan() throws IOException, InterruptedException {
    Worlds worlds = Worlds.in(FOLDER, PROGRAM, log);
    long rows = options.rows();
    long persons = options.persons();
    say("generating (unless it is there)");
    Path world = worlds.of(persons, rows, false);
    Path mixed = worlds.of(persons, rows, true);
    Path tenthWorld = worlds.of(tenthOf(persons), rows / 10, false);
    String size = Options.size(rows);

    Path claims = world.resolve("claims.csv");
    Path copy = results.resolve("copy.csv");
    add("cp of " + size + " claims", rows, List.of("cp", claims.toString(), copy.toString()), copy);
    if (options.duck()) {
      Path rewritten = results.resolve("duckdb.csv");
      duck =
          add(
              "DuckDB rewriting " + size + ", 2 threads",
              rows,
              List.of(
                  java,
                  "-cp",
                  System.getProperty("java.class.path"),
                  DuckRewrite.class.getName(),
                  claims.toString(),
                  rewritten.toString(),
                  "2"),
              rewritten);
    }
    boolean threads = hasThreads();
    if (threads) {
      oneThread = settle("settle " + size + ", 1 thread", world, rows, "one.csv", "--threads", "1");
      settle = settle("settle " + size + ", 2 threads", world, rows, "two.csv", "--threads", "2");
      shuffled =
          settle(
              "settle " + size + " shuffled, 2 threads",
              mixed,
              rows,
              "mixed.csv",
              "--threads",
              "2");
    } else {
      notes.add("This version of settle has no --threads: one thread.");
      settle = settle("settle " + size, world, rows, "one.csv");
      shuffled = settle("settle " + size + " shuffled", mixed, rows, "mixed.csv");
    }
    tenth = settle("settle " + Options.size(rows / 10), tenthWorld, rows / 10, "tenth.csv");
    settle(
        "settle " + Options.size(rows / 10) + " shuffled",
        worlds.of(tenthOf(persons), rows / 10, true),
        rows / 10,
        "tenth-mixed.csv");
    Path quota = results.resolve("quota.csv");
    add("quota after " + size, rows, program("quota", world, quota), quota);
    planComparison(world, rows, size, threads);
    for (long part = 1000; part >= 100; part /= 10) {
      Path small = worlds.of(Math.max(1, persons / part), rows / part, false);
      growth.add(
          settle("settle " + Options.size(rows / part), small, rows / part, part + "th.csv"));
    }
    growth.add(tenth);
    growth.add(settle);
    planPython(tenthWorld, rows / 10);
    planStartUp(worlds.of(5, 5, false));
  }

  /** The built-in policies against themselves: two settlements over one reading of the files. */
  private void planComparison(Path world, long rows, String size, boolean threads) {
    Path output = results.resolve("compare.csv");
    List<String> command = new ArrayList<>(program("compare", world, output));
    command.addAll(List.of("--reform", "built-in"));
    if (threads) {
      command.addAll(List.of("--threads", "2"));
    }
    compare = add("compare " + size + ", two policies", rows, command, output);
  }

  private void planPython(Path world, long rows) {
    if (!options.python()) {
      return;
    }
    try {
      Sample.of(List.of("python3", "-c", "import csv, json"), Map.of(), log);
    } catch (IOException | InterruptedException e) {
      notes.add("python3 is not here: the script was not measured.");
      return;
    }
    Path output = results.resolve("python.csv");
    python = add("settle.py " + Options.size(rows), rows, peer(world, output), output);
  }

  private static List<String> peer(Path world, Path output) {
    return List.of(
        "python3",
        PEER.toString(),
        world.resolve("households.csv").toString(),
        world.resolve("claims.csv").toString(),
        output.toString(),
        POLICIES.toString());
  }

  private void planStartUp(Path world) throws IOException, InterruptedException {
    Path output = results.resolve("five.csv");
    List<String> command = program("settle", world, output);
    makeArchive(command);
    startUp = new Trial("settle 5 claims", 0, command, environment, output, START_UPS);
    bareJava = new Trial("java -version", 0, List.of(java, "-version"), Map.of(), null, START_UPS);
    trials.add(startUp);
    trials.add(bareJava);
  }

  /** The launcher makes its archive of classes after a run on a terminal; this is one. */
  private void makeArchive(List<String> command) throws IOException, InterruptedException {
    Path cache = FOLDER.resolve("cache/cohealth");
    List<String> quoted = command.stream().map(word -> "'" + word + "'").toList();
    ProcessBuilder terminal =
        new ProcessBuilder("script", "-qec", String.join(" ", quoted), "/dev/null")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    terminal.environment().putAll(environment);
    terminal.environment().remove("CI");
    try {
      terminal.start().waitFor();
      for (int i = 0; i < ARCHIVE_SECONDS; i++) {
        if (hasArchive(cache)) {
          return;
        }
        TimeUnit.SECONDS.sleep(1);
      }
    } catch (IOException e) {
      // there is no `script`
    }
    notes.add("The launcher's archive could not be made: start-up is without it.");
  }

  private static boolean hasArchive(Path cache) throws IOException {
    if (!Files.isDirectory(cache)) {
      return false;
    }
    try (Stream<Path> files = Files.list(cache)) {
      return files.anyMatch(file -> file.toString().endsWith(".jsa") && file.toFile().length() > 0);
    }
  }

  private static long tenthOf(long persons) {
    return Math.max(1, persons / 10);
  }

  private boolean hasThreads() throws IOException, InterruptedException {
    Sample.of(List.of(PROGRAM.toString(), "settle", "--help"), Map.of("COHEALTH_LANG", "en"), log);
    return Files.readString(log).contains("--threads");
  }

  private Trial settle(String name, Path world, long rows, String file, String... more) {
    Path output = results.resolve(file);
    List<String> command = new ArrayList<>(program("settle", world, output));
    command.addAll(List.of(more));
    return add(name, rows, command, output);
  }

  private static List<String> program(String command, Path world, Path output) {
    return List.of(
        PROGRAM.toString(),
        command,
        "--households",
        world.resolve("households.csv").toString(),
        "--claims",
        world.resolve("claims.csv").toString(),
        "--output",
        output.toString(),
        "--quiet");
  }

  private Trial add(String name, long rows, List<String> command, @Nullable Path output) {
    Trial trial = new Trial(name, rows, command, environment, output, rows > 100_000 ? 1 : 3);
    trials.add(trial);
    return trial;
  }

  // ---- that it is the same work ----

  private void agree() throws IOException, InterruptedException {
    if (python != null) {
      Trial script = python;
      Trial same = Objects.requireNonNull(tenth);
      say("comparing the results of the script with those of the program");
      script.run(log, false);
      same.run(log, false);
      long rows =
          Agreement.of(
              Objects.requireNonNull(same.output()), Objects.requireNonNull(script.output()));
      notes.add("The script and the program gave the same amounts for all " + rows + " claims.");
    }
    if (oneThread != null && settle != null) {
      say("comparing the results of one thread and two");
      oneThread.run(log, false);
      settle.run(log, false);
      Path one = Objects.requireNonNull(oneThread.output());
      Path two = Objects.requireNonNull(settle.output());
      if (Files.mismatch(one, two) >= 0) {
        throw new IOException(one + " and " + two + " differ");
      }
      Files.delete(one);
      notes.add("One thread and two gave the same bytes.");
    }
  }

  private void warmUp() throws IOException, InterruptedException {
    Objects.requireNonNull(startUp).run(log, false);
    Objects.requireNonNull(bareJava).run(log, false);
  }

  // ---- the engine alone ----

  private List<String[]> engine() throws RunnerException {
    say("the engine alone");
    List<String[]> rows = new ArrayList<>();
    var run =
        new OptionsBuilder()
            .include(EngineBenchmark.class.getName())
            .output(FOLDER.resolve("jmh.log").toString());
    for (RunResult result : new Runner(run.build()).run()) {
      rows.add(
          new String[] {
            result.getParams().getParam("policy"),
            String.format(Locale.ROOT, "%.0f", result.getPrimaryResult().getScore()),
            String.format(Locale.ROOT, "± %.0f", result.getPrimaryResult().getScoreError())
          });
    }
    return rows;
  }

  // ---- the tables ----

  private void print(List<String[]> engine) {
    boolean markdown = options.markdown();
    for (String line : Machine.lines(Runtime.version().toString())) {
      out.println(markdown ? "- " + line.replaceAll(": +", ": ") : line);
    }
    out.println(
        (markdown ? "- runs: " : "runs:      ") + options.runs() + ", alternating; medians");
    out.println();
    double base = Objects.requireNonNull(settle).wallSeconds();
    Rows measured =
        new Rows("command", "wall s", "processor s", "peak MiB", "ns a claim", "wall / settle");
    for (Trial trial : trials) {
      measured.add(
          trial.name(),
          seconds(trial.wallSeconds()),
          trial.cpuSeconds() < 0 ? "?" : seconds(trial.cpuSeconds()),
          trial.peakMib() < 0 ? "?" : String.format(Locale.ROOT, "%.0f", trial.peakMib()),
          trial.rows() == 0 ? "" : String.format(Locale.ROOT, "%.0f", trial.nanosPerRow()),
          String.format(Locale.ROOT, "%.3f", trial.wallSeconds() / base));
    }
    out.println(measured.text(markdown));

    Rows targets = new Rows("measure", "figure", "must", "", "aim", "");
    for (Target target : targets(engine)) {
      targets.add(target.cells());
    }
    out.println(targets.text(markdown));

    Rows grows = new Rows("claims", "wall s", "ns a claim", "10x more costs", "peak MiB");
    Trial before = null;
    for (Trial trial : growth) {
      grows.add(
          Options.size(trial.rows()),
          seconds(trial.wallSeconds()),
          String.format(Locale.ROOT, "%.0f", trial.nanosPerRow()),
          before == null
              ? ""
              : String.format(Locale.ROOT, "%.1fx", trial.wallSeconds() / before.wallSeconds()),
          trial.peakMib() < 0 ? "?" : String.format(Locale.ROOT, "%.0f", trial.peakMib()));
      before = trial;
    }
    out.println(grows.text(markdown));

    if (!engine.isEmpty()) {
      Rows alone = new Rows("engine alone, policy", "ns a claim", "error");
      engine.forEach(alone::add);
      out.println(alone.text(markdown));
    }
    notes.forEach(note -> out.println(markdown ? "- " + note : note));
  }

  private List<Target> targets(List<String[]> engine) {
    List<Target> targets = new ArrayList<>();
    Trial ours = Objects.requireNonNull(settle);
    if (duck != null) {
      targets.add(
          Target.atMost(
              "wall, settle / DuckDB rewriting",
              ours.wallSeconds() / duck.wallSeconds(),
              0.6,
              0.3));
      if (ours.cpuSeconds() > 0) {
        targets.add(
            Target.atMost(
                "processor time, settle / DuckDB rewriting",
                ours.cpuSeconds() / duck.cpuSeconds(),
                0.5,
                0.25));
      }
    }
    if (python != null) {
      targets.add(
          Target.atLeast(
              "settle.py / settle, per claim", python.nanosPerRow() / ours.nanosPerRow(), 50, 150));
    }
    Trial twice = Objects.requireNonNull(compare);
    targets.add(
        Target.atMost(
            "wall, compare / settle", twice.wallSeconds() / ours.wallSeconds(), 2.2, 1.5));
    if (ours.peakMib() > 0) {
      targets.add(
          Target.atMost(
              "peak memory, compare / settle", twice.peakMib() / ours.peakMib(), 2.2, 1.5));
      targets.add(Target.atMost("peak memory in order of time, MiB", ours.peakMib(), 1024, 512));
    }
    targets.add(
        Target.atMost(
            "shuffled / ordered",
            Objects.requireNonNull(shuffled).wallSeconds() / ours.wallSeconds(),
            1.8,
            1.3));
    if (oneThread != null) {
      targets.add(
          Target.atMost(
              "2 threads / 1 thread, wall",
              ours.wallSeconds() / oneThread.wallSeconds(),
              0.65,
              0.55));
    }
    targets.add(
        Target.atMost(
            "10x more claims cost",
            ours.wallSeconds() / Objects.requireNonNull(tenth).wallSeconds(),
            10.5,
            10));
    if (!engine.isEmpty()) {
      double all =
          engine.stream()
              .filter(row -> row[0].equals("all"))
              .mapToDouble(row -> Double.parseDouble(row[1]))
              .findFirst()
              .orElse(Double.NaN);
      targets.add(Target.atMost("engine alone, ns a claim", all, 250, 100));
    }
    targets.add(
        Target.atMost(
            "start-up, settle 5 claims / java -version",
            Objects.requireNonNull(startUp).wallSeconds()
                / Objects.requireNonNull(bareJava).wallSeconds(),
            6,
            4));
    return targets;
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, seconds < 1 ? "%.3f" : "%.2f", seconds);
  }

  private void say(String text, Object... args) {
    err.println(String.format(Locale.ROOT, text, args));
  }
}
