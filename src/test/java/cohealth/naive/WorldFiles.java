package cohealth.naive;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.cli.CommandLineRun;
import cohealth.naive.RandomWorld.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A random world in files, for the program to be run on. */
final class WorldFiles {
  private final Path folder;
  private final World world;

  WorldFiles(Path folder, World world) {
    this.folder = folder;
    this.world = world;
    try {
      Files.createDirectories(folder.resolve("policies"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    write("households.csv", world.households());
    write("claims.csv", world.claims());
    if (world.bindings() != null) {
      write("bindings.csv", world.bindings());
    }
    if (world.activities() != null) {
      write("activities.csv", world.activities());
    }
    for (int i = 0; i < world.policies().size(); i++) {
      write("policies/" + i + ".json", world.policies().get(i));
    }
  }

  /** Asks for the quota of the world. */
  CommandLineRun quota(String... more) {
    return run("quota", "claims.csv", "activities.csv", more);
  }

  /** Asks for the quota of a state alone. */
  CommandLineRun quotaOf(String state, String... more) {
    List<String> args = new ArrayList<>(List.of("quota", "-f", "csv", "--opening", path(state)));
    args.addAll(List.of("--policy", path("policies")));
    args.addAll(List.of(more));
    return CommandLineRun.of(args.toArray(String[]::new));
  }

  /** Settles all of the world and gives the name of its state. */
  String state() {
    CommandLineRun run =
        run("settle", "claims.csv", "activities.csv", "--closing", path("state.json"));
    assertThat(run.code()).as(run.err()).isZero();
    return "state.json";
  }

  /** Settles other claims and activities of the world's people. */
  CommandLineRun settle(String claims, String activities) {
    write("other-claims.csv", claims);
    write("other-activities.csv", activities);
    return run("settle", "other-claims.csv", "other-activities.csv", "--columns", "full");
  }

  private CommandLineRun run(String command, String claims, String activities, String... more) {
    List<String> args = new ArrayList<>(List.of(command, "-f", "csv"));
    args.addAll(List.of("--households", path("households.csv"), "--claims", path(claims)));
    if (world.bindings() != null) {
      args.addAll(List.of("--bindings", path("bindings.csv")));
    }
    if (world.activities() != null) {
      args.addAll(List.of("--activities", path(activities)));
    }
    if (world.openingDate() != null) {
      args.addAll(List.of("--opening-date", world.openingDate().toString()));
    }
    args.addAll(List.of("--policy", path("policies")));
    args.addAll(List.of(more));
    return CommandLineRun.of(args.toArray(String[]::new));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
