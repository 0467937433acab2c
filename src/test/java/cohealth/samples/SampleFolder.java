package cohealth.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A golden folder: inputs and the results that were computed by hand.
 *
 * @param path the folder
 */
record SampleFolder(Path path) {
  /** All golden folders: samples, then those of built-in policies and of the seed documents. */
  static List<SampleFolder> all() {
    Path samples = Path.of("samples");
    return Stream.of(samples, samples.resolve("policies"), samples.resolve("seeds"))
        .flatMap(SampleFolder::in)
        .toList();
  }

  private static Stream<SampleFolder> in(Path parent) {
    try (Stream<Path> folders = Files.list(parent)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("expected.csv")))
          .sorted()
          .map(SampleFolder::new)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The command line that settles the folder. */
  String[] settle(String... more) {
    return arguments("settle", more);
  }

  /** The command line that compares the folder's results with a file. */
  String[] reconcile(Path actual, String... more) {
    List<String> args = new ArrayList<>(List.of("--actual", actual.toString()));
    args.addAll(List.of(more));
    return arguments("reconcile", args.toArray(String[]::new));
  }

  /** Whether somebody worked out what is left of the limits. */
  boolean hasQuota() {
    return has("expected-quota.csv");
  }

  /** The command line that asks what is left of the limits, on the folder's day if it has one. */
  String[] quota(String... more) {
    List<String> args = new ArrayList<>(List.of(more));
    if (has("as-of.txt")) {
      args.addAll(List.of("--as-of", read("as-of.txt").strip()));
    }
    return arguments("quota", args.toArray(String[]::new));
  }

  /** What is expected to be left. */
  String expectedQuota() {
    return read("expected-quota.csv");
  }

  private String[] arguments(String command, String... more) {
    List<String> args = new ArrayList<>(List.of(command));
    add(args, "--households", "households.csv");
    add(args, "--claims", "claims.csv");
    add(args, "--bindings", "bindings.csv");
    add(args, "--activities", "activities.csv");
    add(args, "--policy", "policies");
    if (has("opening-date.txt")) {
      args.addAll(List.of("--opening-date", read("opening-date.txt").strip()));
    }
    args.addAll(List.of(more));
    return args.toArray(String[]::new);
  }

  /** The expected results. */
  String expected() {
    return read("expected.csv");
  }

  /** Whether there are activities. */
  boolean hasActivities() {
    return has("activities.csv");
  }

  /** What is expected to become of the activities. */
  String expectedActivities() {
    return read("expected-activities.csv");
  }

  private boolean has(String file) {
    return Files.exists(path.resolve(file));
  }

  private String read(String file) {
    try {
      return Files.readString(path.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return String.valueOf(path.getFileName());
  }

  private void add(List<String> args, String option, String file) {
    if (has(file)) {
      args.add(option);
      args.add(path.resolve(file).toString());
    }
  }
}
