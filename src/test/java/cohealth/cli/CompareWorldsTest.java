package cohealth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cohealth.naive.RandomWorld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random families, policies and reforms: totals are those of two settlements, people and parts add
 * up to them, and the decomposition adds up to the fen.
 */
class CompareWorldsTest {
  private static final int WORLDS = 24;
  private static final int HOUSEHOLDS = 12;
  private static final List<String> PAYERS = List.of("pool", "supplement", "own", "family", "cash");
  private static final Pattern VALUE =
      Pattern.compile("\"(amount|limit|rate|reserve|max)\": ?(\"[0-9.]+%?\"|[0-9]+)");

  @TempDir Path temporary = Path.of("");

  @Test
  void comparisonsAgreeWithTwoSettlementsAndAddUp() throws Exception {
    Set<String> reached = new TreeSet<>();
    for (int seed = 1; seed <= WORLDS; seed++) {
      RandomWorld.World world =
          seed % 2 == 0
              ? RandomWorld.of(seed, HOUSEHOLDS)
              : RandomWorld.withActivities(seed, HOUSEHOLDS);
      CliFolder folder = CliFolder.of(Files.createDirectory(temporary.resolve("w" + seed)), world);
      compare(seed, world, folder, reached);
    }
    assertThat(reached).contains("changes", "interaction", "several parts", "gain", "lose");
  }

  private void compare(int seed, RandomWorld.World world, CliFolder folder, Set<String> reached)
      throws Exception {
    Path reform = Files.createDirectory(temporary.resolve("r" + seed));
    Random random = new Random(seed);
    for (int i = 0; i < world.policies().size(); i++) {
      Files.writeString(reform.resolve(i + ".json"), reformed(world.policies().get(i), random));
    }
    Path baseline = Path.of(folder.path(CliFolder.POLICIES));
    String people = folder.path("people.csv");

    CommandLineRun same =
        run(
            folder,
            world,
            "compare",
            "--baseline",
            baseline.toString(),
            "--reform",
            baseline.toString(),
            "--differences",
            people);
    assertThat(same.code()).as("world %s: %s", seed, same.err()).isZero();
    CompareTest.assertNothingDiffers(same.out(), folder.read("people.csv"));

    CommandLineRun run =
        run(
            folder,
            world,
            "compare",
            "--baseline",
            baseline.toString(),
            "--reform",
            reform.toString(),
            "--differences",
            people,
            "--force",
            "--alone",
            "40");
    assertThat(run.code()).as("world %s: %s", seed, run.err()).isZero();
    CompareTest.assertAgree(
        run.out(),
        folder.read("people.csv"),
        run(folder, world, "settle", "--policy", baseline.toString()).out(),
        run(folder, world, "settle", "--policy", reform.toString()).out());
    for (String payer : PAYERS) {
      Map<String, Long> parts = CompareTest.parts(run.out(), payer);
      if (!parts.isEmpty()) {
        assertThat(CompareTest.sum(parts))
            .as("world %s, %s", seed, payer)
            .isEqualTo(CompareTest.total(run.out(), payer));
        if (parts.getOrDefault("interaction", 0L) != 0) {
          reached.add("interaction");
        }
        if (parts.values().stream().filter(fen -> fen != 0).count() > 2) {
          reached.add("several parts");
        }
      }
    }
    for (Row row : CliFolder.rows(run.out())) {
      if (row.get("section").equals("change")) {
        reached.add("changes");
      }
      if (row.get("section").equals("people") && !row.get("difference").equals("0")) {
        reached.add(row.get("measure"));
      }
    }
  }

  /** The document with some amounts, rates and numbers that are others. */
  private static String reformed(String document, Random random) {
    Matcher values = VALUE.matcher(document);
    StringBuilder out = new StringBuilder();
    while (values.find()) {
      String value = values.group(2);
      String other = value;
      if (random.nextInt(12) == 0) {
        if (value.endsWith("%\"")) {
          other = "\"" + random.nextInt(101) + "%\"";
        } else if (value.charAt(0) == '"') {
          other = "\"" + random.nextInt(900) + ".50\"";
        } else {
          other = Integer.toString(1 + random.nextInt(6));
        }
      }
      String whole = values.group();
      values.appendReplacement(
          out,
          Matcher.quoteReplacement(whole.substring(0, whole.length() - value.length()) + other));
    }
    values.appendTail(out);
    return out.toString();
  }

  private static CommandLineRun run(
      CliFolder folder, RandomWorld.World world, String command, String... more) {
    List<String> args = new ArrayList<>(List.of(command, "-f", "csv", "--quiet"));
    args.addAll(List.of("-H", folder.path(CliFolder.HOUSEHOLDS)));
    args.addAll(List.of("-C", folder.path(CliFolder.CLAIMS)));
    if (world.bindings() != null) {
      args.addAll(List.of("-B", folder.path(CliFolder.BINDINGS)));
    }
    if (world.activities() != null) {
      args.addAll(List.of("-A", folder.path(CliFolder.ACTIVITIES)));
    }
    if (world.openingDate() != null) {
      args.addAll(List.of("--opening-date", world.openingDate().toString()));
    }
    args.addAll(List.of(more));
    return CliFolder.run("C", "", args.toArray(String[]::new));
  }
}
