package cohealth.run;

import cohealth.io.ExpectedFile;
import cohealth.io.InputText;
import cohealth.io.Problem;
import cohealth.io.ProblemCode;
import cohealth.io.Problems;
import cohealth.io.ReadOptions;
import cohealth.io.Shown;
import cohealth.io.UnreadableFile;
import cohealth.time.Day;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder with the inputs of a run and the results that somebody worked out: {@code
 * households.csv}, {@code claims.csv}, {@code expected.csv}, perhaps {@code bindings.csv}, {@code
 * activities.csv} and a folder {@code policies}.
 *
 * @param name as the user named it
 * @param path where it is
 */
public record GoldenFolder(String name, Path path) {
  private static final String EXPECTED = "expected.csv";

  /** What came of a folder. */
  public record Result(long claims, List<Difference> differences) {}

  /**
   * The golden folders that an argument names: itself, or those directly in it in the order of
   * their names.
   *
   * @throws UnreadableFile when there is no such folder
   */
  public static List<GoldenFolder> named(String name, Path path, Problems problems)
      throws UnreadableFile {
    if (Files.exists(path.resolve(EXPECTED))) {
      return List.of(new GoldenFolder(name, path));
    }
    List<GoldenFolder> folders = List.of();
    try (Stream<Path> inside = Files.list(path)) {
      folders =
          inside
              .filter(folder -> Files.exists(folder.resolve(EXPECTED)))
              .sorted()
              .map(folder -> new GoldenFolder(folder.toString(), folder))
              .toList();
    } catch (NotDirectoryException e) {
      // told below
    } catch (IOException e) {
      throw UnreadableFile.of(name, e);
    }
    if (folders.isEmpty()) {
      problems.add(Problem.at(ProblemCode.NO_GOLDEN_FOLDER, name, 0, 0, null));
    }
    return folders;
  }

  /**
   * Settles the inputs and compares the results.
   *
   * @return null when the inputs or the expected results are refused; the problems say why
   * @throws IOException when a file cannot be read
   */
  public @Nullable Result run(Shown shown, Problems problems) throws IOException {
    Source source = source(EXPECTED);
    InputText text = InputText.open(source.path(), source.name(), null, problems);
    ExpectedFile expected = text == null ? null : ExpectedFile.read(text, shown, problems);
    SettlementRun run = SettlementRun.check(request(shown), problems);
    if (run == null || expected == null) {
      return null;
    }
    ExpectedResults results = new ExpectedResults(expected, run.inputs().ids());
    RunResult result =
        run.settle(RunOutputs.formatted(results, OutputStream.nullOutputStream(), false));
    return new Result(result.summary().count(), results.differences());
  }

  /** The files that the run reads, which no output may replace. */
  public List<Path> inputPaths() {
    List<Path> paths = new ArrayList<>(request(new Shown(false)).inputPaths());
    paths.add(path.resolve(EXPECTED));
    return List.copyOf(paths);
  }

  private RunRequest request(Shown shown) {
    Path policies = path.resolve("policies");
    return new RunRequest(
        source("households.csv"),
        List.of(source("claims.csv")),
        has("bindings.csv") ? source("bindings.csv") : null,
        has("activities.csv") ? List.of(source("activities.csv")) : List.of(),
        has("policies") ? List.of(policies.toString()) : List.of(),
        null,
        false,
        Day.UNKNOWN,
        new ReadOptions(null, ',', shown),
        false);
  }

  private boolean has(String file) {
    return Files.exists(path.resolve(file));
  }

  private Source source(String file) {
    Path input = path.resolve(file);
    return new Source(input.toString(), input);
  }
}
