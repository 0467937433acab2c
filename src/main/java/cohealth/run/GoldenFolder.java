package cohealth.run;

import cohealth.io.ActivityResultColumn;
import cohealth.io.ExpectedFile;
import cohealth.io.FolderEntries;
import cohealth.io.InputText;
import cohealth.io.OpeningDateFile;
import cohealth.io.Problem;
import cohealth.io.ProblemCode;
import cohealth.io.Problems;
import cohealth.io.ReadOptions;
import cohealth.io.Shown;
import cohealth.io.UnreadableFile;
import cohealth.report.Ids;
import cohealth.report.ResultColumn;
import cohealth.report.SettlementColumn;
import cohealth.settlement.ActivityResult;
import cohealth.settlement.Settlement;
import cohealth.time.Day;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A folder with the inputs of a run and the results that somebody worked out: {@code
 * households.csv}, {@code claims.csv}, {@code expected.csv}, perhaps {@code bindings.csv}, {@code
 * activities.csv}, {@code expected-activities.csv}, {@code opening-date.txt} and a folder {@code
 * policies}.
 *
 * @param name as the user named it
 * @param path where it is
 */
public record GoldenFolder(String name, Path path) {
  private static final String EXPECTED = "expected.csv";
  private static final String EXPECTED_ACTIVITIES = "expected-activities.csv";
  private static final String OPENING_DATE = "opening-date.txt";

  /**
   * What came of a folder.
   *
   * @param claims how many there are
   */
  public record Result(long claims, List<Difference> ofClaims, List<Difference> ofActivities) {}

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
    try {
      folders =
          FolderEntries.of(path).stream()
              .filter(folder -> Files.exists(folder.resolve(EXPECTED)))
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
    long before = problems.count();
    ExpectedFile<Settlement> claims =
        expected(EXPECTED, SettlementColumn.full(), ProblemCode.DUPLICATE_CLAIM, shown, problems);
    ExpectedFile<ActivityResult> activities =
        has(EXPECTED_ACTIVITIES)
            ? expected(
                EXPECTED_ACTIVITIES,
                ActivityResultColumn.all(),
                ProblemCode.DUPLICATE_ACTIVITY,
                shown,
                problems)
            : null;
    int openingDay = has(OPENING_DATE) ? openingDay(problems) : Day.UNKNOWN;
    boolean sound = problems.count() == before;
    SettlementRun run = SettlementRun.check(request(shown, openingDay), problems);
    return run == null || claims == null || !sound ? null : compared(run, claims, activities);
  }

  private static Result compared(
      SettlementRun run,
      ExpectedFile<Settlement> claims,
      @Nullable ExpectedFile<ActivityResult> activities)
      throws IOException {
    Ids ids = run.inputs().ids();
    ExpectedResults<Settlement> ofClaims = new ExpectedResults<>(claims, ids);
    RunOutputs outputs = RunOutputs.formatted(ofClaims, OutputStream.nullOutputStream(), false);
    if (activities == null) {
      return new Result(run.settle(outputs).summary().count(), ofClaims.differences(), List.of());
    }
    ExpectedResults<ActivityResult> ofActivities = new ExpectedResults<>(activities, ids);
    outputs.withActivities(ofActivities, OutputStream.nullOutputStream(), false);
    RunResult result = run.settle(outputs);
    return new Result(result.summary().count(), ofClaims.differences(), ofActivities.differences());
  }

  private <R> @Nullable ExpectedFile<R> expected(
      String file,
      List<? extends ResultColumn<R>> known,
      ProblemCode twice,
      Shown shown,
      Problems problems)
      throws UnreadableFile {
    InputText text = open(file, problems);
    return text == null ? null : ExpectedFile.read(text, known, twice, shown, problems);
  }

  private int openingDay(Problems problems) throws UnreadableFile {
    InputText text = open(OPENING_DATE, problems);
    return text == null ? Day.UNKNOWN : OpeningDateFile.read(text, problems);
  }

  private @Nullable InputText open(String file, Problems problems) throws UnreadableFile {
    Source source = source(file);
    return InputText.open(source.path(), source.name(), null, problems);
  }

  /** The files that the run reads, which no output may replace. */
  public List<Path> inputPaths() throws UnreadableFile {
    List<Path> paths = new ArrayList<>(request(new Shown(false), Day.UNKNOWN).inputPaths());
    for (String file : List.of(EXPECTED, EXPECTED_ACTIVITIES, OPENING_DATE)) {
      if (has(file)) {
        paths.add(path.resolve(file));
      }
    }
    return List.copyOf(paths);
  }

  private RunRequest request(Shown shown, int openingDay) {
    Path policies = path.resolve("policies");
    return new RunRequest(
        source("households.csv"),
        List.of(source("claims.csv")),
        has("bindings.csv") ? source("bindings.csv") : null,
        has("activities.csv") ? List.of(source("activities.csv")) : List.of(),
        has("policies") ? List.of(policies.toString()) : List.of(),
        null,
        false,
        openingDay,
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
