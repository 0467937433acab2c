package cohealth.naive;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program, through its command line, gives the same rows as the naive model on random worlds. A
 * failing world is named by its seed and can be made again from it alone.
 *
 * <p>{@code -Dcohealth.worlds=N} settles another number of worlds, {@code -Dcohealth.firstSeed=S}
 * begins with another seed.
 */
class EngineAgainstNaiveModelTest {
  private static final int FAMILIES = 200;
  private static final int WORLDS = Integer.getInteger("cohealth.worlds", 500);
  private static final int FIRST_SEED = Integer.getInteger("cohealth.firstSeed", 1);

  @TempDir Path folder = Path.of("");

  @Test
  void agreesOnEveryRow() throws IOException {
    for (int i = 0; i < WORLDS; i++) {
      RandomWorld.World world = RandomWorld.of(FIRST_SEED + i, FAMILIES);
      List<String> expected =
          NaiveModel.settle(world.households(), world.claims(), world.bindings(), world.policies());

      CommandLineRun run = CommandLineRun.of(arguments(world));

      assertThat(run.code()).as("seed %d: %s", world.seed(), run.err()).isZero();
      assertThat(firstDifference(expected, run.out().lines().toList()))
          .as("seed %d", world.seed())
          .isEmpty();
    }
  }

  /** The first row that differs, on both sides; empty when none does. */
  private static String firstDifference(List<String> expected, List<String> actual) {
    for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
      String wanted = i < expected.size() ? expected.get(i) : "(no row)";
      String found = i < actual.size() ? actual.get(i) : "(no row)";
      if (!wanted.equals(found)) {
        return "row " + i + "\n  naive model: " + wanted + "\n  program:     " + found + "\n";
      }
    }
    return "";
  }

  private String[] arguments(RandomWorld.World world) throws IOException {
    List<String> args =
        new ArrayList<>(List.of("settle", "--quiet", "--format", "csv", "--columns", "full"));
    args.addAll(List.of("--households", write("households.csv", world.households())));
    args.addAll(List.of("--claims", write("claims.csv", world.claims())));
    String bindings = world.bindings();
    if (bindings != null) {
      args.addAll(List.of("--bindings", write("bindings.csv", bindings)));
    }
    for (int i = 0; i < world.policies().size(); i++) {
      args.addAll(List.of("--policy", write("policy-" + i + ".json", world.policies().get(i))));
    }
    return args.toArray(String[]::new);
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
