package cohealth.cli;

import cohealth.naive.RandomWorld;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A command line that writes files, to be disturbed while it does.
 *
 * @param name what it is called in reports
 * @param arguments the command line for a folder that gets the outputs
 * @param outputs the files that it writes, by their paths in the folder
 * @param code what it ends with when nothing disturbs it
 * @param input a file for standard input
 */
record OutputJob(
    String name,
    Function<Path, List<String>> arguments,
    List<String> outputs,
    int code,
    String input) {
  private static final List<String> SETTLED =
      List.of(
          "results.csv",
          "postings.csv",
          "journal.txt",
          "totals.csv",
          "rejects.csv",
          "closing.json",
          "activities-out.csv.gz",
          OutputTrial.MANIFEST);

  OutputJob(String name, Function<Path, List<String>> arguments, List<String> outputs, int code) {
    this(name, arguments, outputs, code, "/dev/null");
  }

  /** One for each kind of output of each command. */
  static List<OutputJob> all(Path folder, long seed) {
    CliFolder world = world(folder, seed);
    String claim = world.read("good.csv").lines().skip(1).findFirst().orElse("").split(",", -1)[0];
    List<OutputJob> jobs = new ArrayList<>();
    jobs.add(settleEverything(world.arguments()));
    jobs.add(
        new OutputJob(
            "settle to standard output",
            out ->
                added(
                    good(world, "settle"), "-f", "json", "--postings", at(out, "postings.csv.gz")),
            List.of("postings.csv.gz"),
            0));
    jobs.add(
        new OutputJob(
            "quota",
            out -> added(good(world, "quota"), "-o", at(out, "quota.csv")),
            List.of("quota.csv"),
            0));
    jobs.add(
        new OutputJob(
            "explain",
            out -> added(good(world, "explain"), "--quiet", claim, "-o", at(out, "explained.json")),
            List.of("explained.json"),
            0));
    jobs.add(
        new OutputJob(
            "reconcile",
            out ->
                added(
                    good(world, "reconcile"),
                    "--actual",
                    world.path("actual.csv"),
                    "-o",
                    at(out, "differences.csv"),
                    "--junit",
                    at(out, "differences.xml")),
            List.of("differences.csv", "differences.xml"),
            ExitCode.NOT_HELD.code()));
    jobs.add(
        new OutputJob(
            "check",
            out -> added(good(world, "check"), "--junit", at(out, "check.xml")),
            List.of("check.xml"),
            ExitCode.NOT_HELD.code()));
    jobs.add(
        new OutputJob(
            "policy test",
            out ->
                List.of(
                    "policy",
                    "test",
                    "samples/01-panzhihua-family",
                    "--junit",
                    at(out, "tested.xml"),
                    "--force"),
            List.of("tested.xml"),
            0));
    jobs.add(
        new OutputJob(
            "compare",
            out ->
                added(
                    good(world, "compare"),
                    "--reform",
                    reform(world),
                    "-f",
                    "json",
                    "-o",
                    at(out, "compared.json"),
                    "--differences",
                    at(out, "people.csv")),
            List.of("compared.json", "people.csv"),
            0));
    jobs.add(
        new OutputJob(
            "advise",
            out ->
                added(
                    good(world, "advise"),
                    "--quiet",
                    "--household",
                    household(world),
                    "-o",
                    at(out, "advice.json")),
            List.of("advice.json"),
            0));
    jobs.add(
        new OutputJob(
            "report",
            out -> added(good(world, "report"), "-o", at(out, "report.html")),
            List.of("report.html"),
            0));
    jobs.add(verify(world));
    jobs.add(fromStandardInput(world));
    jobs.add(generate("generate", "", 500));
    jobs.add(generate("generate into a new folder", "world/", 500));
    return jobs;
  }

  /** The world's policies with one rate for everything. */
  private static String reform(CliFolder world) {
    new CliFolder(Path.of(world.path("reform"))).made();
    for (String name : CliFolder.names(Path.of(world.path(CliFolder.POLICIES)))) {
      String document = world.read(CliFolder.POLICIES + "/" + name);
      world.write("reform/" + name, document.replaceAll("\"[0-9.]+%\"", "\"50%\""));
    }
    return world.path("reform");
  }

  /** The household of the first row. */
  private static String household(CliFolder world) {
    return CliFolder.rows(world.read(CliFolder.HOUSEHOLDS)).get(0).get("household_id");
  }

  /** A manifest of two outputs, one of which was changed since. */
  private static OutputJob verify(CliFolder world) {
    List<String> args =
        added(
            good(world, "settle"), "-o", world.path("paid.csv"), "--closing", world.path("state"));
    args.addAll(List.of("--manifest", world.path(OutputTrial.MANIFEST)));
    run(args.toArray(String[]::new));
    world.write("paid.csv", world.read("paid.csv").replaceFirst("\\.\\d\\d,", ".x,"));
    return new OutputJob(
        "verify",
        out -> List.of("verify", world.path(OutputTrial.MANIFEST), "-f", "json"),
        List.of(),
        ExitCode.NOT_HELD.code());
  }

  /** The claims come through standard input. */
  private static OutputJob fromStandardInput(CliFolder world) {
    return new OutputJob(
        "settle from standard input",
        out -> {
          List<String> args = good(world, "settle");
          args.set(args.indexOf("--claims") + 1, "-");
          return added(
              args, "-o", at(out, "results.json"), "--manifest", at(out, OutputTrial.MANIFEST));
        },
        List.of("results.json", OutputTrial.MANIFEST),
        0,
        world.path("good.csv"));
  }

  /** All outputs of settle, from as many invented claims as take some seconds. */
  static OutputJob large(Path folder, int claims) {
    run(
        "generate",
        "--persons",
        "4000",
        "--claims",
        Integer.toString(claims),
        "--seed",
        "1",
        "--output-dir",
        folder.toString(),
        "--force");
    return settle(folder);
  }

  /** All outputs of settle, from the claims of a folder. */
  static OutputJob settle(Path folder) {
    return settleEverything(new CliFolder(folder).arguments("--opening-date", "2025-01-01"));
  }

  /** Two outputs of some megabytes in a folder that the run makes. */
  static OutputJob largeGenerate(int claims) {
    return generate("generate into a new folder", "world/", claims);
  }

  private static OutputJob generate(String name, String folder, int claims) {
    return new OutputJob(
        name,
        out ->
            List.of(
                "generate",
                "--persons",
                "2000",
                "--claims",
                Integer.toString(claims),
                "--seed",
                "3",
                "--quiet",
                "--force",
                "--output-dir",
                out.resolve(folder).toString()),
        List.of(folder + "households.csv", folder + "claims.csv"),
        0);
  }

  private static OutputJob settleEverything(String... base) {
    boolean rejects = List.of(base).stream().noneMatch(arg -> arg.equals("--opening-date"));
    return new OutputJob(
        "settle",
        out ->
            added(
                List.of(base),
                "--threads",
                "2",
                "-o",
                at(out, SETTLED.get(0)),
                "--postings",
                at(out, SETTLED.get(1)),
                "--journal",
                at(out, SETTLED.get(2)),
                "--totals",
                "person+month=" + at(out, SETTLED.get(3)),
                "--rejects",
                at(out, SETTLED.get(4)),
                "--closing",
                at(out, SETTLED.get(5)),
                "--activities-out",
                at(out, SETTLED.get(6)),
                "--manifest",
                at(out, OutputTrial.MANIFEST)),
        SETTLED,
        rejects ? ExitCode.REJECTS.code() : ExitCode.DONE.code());
  }

  /** A random world whose claims have one bad row; {@code good.csv} has it not. */
  private static CliFolder world(Path folder, long seed) {
    long first = seed;
    RandomWorld.World world = RandomWorld.withActivities(first, 60);
    while (world.openingDate() != null) {
      world = RandomWorld.withActivities(++first, 60);
    }
    CliFolder inputs = CliFolder.of(folder, world);
    inputs.write("good.csv", world.claims());
    String[] rows = world.claims().split("\n", -1);
    rows[1] = rows[1].replaceFirst("20\\d\\d-", "20x5-");
    inputs.write(CliFolder.CLAIMS, String.join("\n", rows));
    run(added(good(inputs, "settle"), "-o", inputs.path("actual.csv")).toArray(String[]::new));
    inputs.write(
        "actual.csv", inputs.read("actual.csv").replaceFirst("\\.\\d\\d,settled|,settled", ",x"));
    return inputs;
  }

  private static List<String> good(CliFolder world, String command) {
    List<String> args = new ArrayList<>(List.of(world.arguments()));
    args.set(0, command);
    args.set(args.indexOf("--claims") + 1, world.path("good.csv"));
    return args;
  }

  /** Runs it in this process. */
  CommandLineRun run(Path out) {
    String text = new String(CliFolder.bytes(Path.of(input)), StandardCharsets.UTF_8);
    return CommandLineRun.in("C", text, arguments.apply(out).toArray(String[]::new));
  }

  private static void run(String... args) {
    CommandLineRun run = CommandLineRun.of(args);
    if (run.code() != 0) {
      throw new IllegalStateException(run.err());
    }
  }

  private static List<String> added(List<String> base, String... more) {
    List<String> args = new ArrayList<>(base);
    args.addAll(List.of(more));
    args.add("--force");
    return args;
  }

  private static String at(Path out, String name) {
    return out.resolve(name).toString();
  }

  @Override
  public String toString() {
    return name;
  }
}
