package cohealth.run;

import cohealth.io.ReadOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run reads.
 *
 * @param bindings null = they follow from the households
 * @param policies names of built-in documents, files or folders
 * @param openingDay as of when the balances are; {@link cohealth.time.Day#UNKNOWN} = not given
 * @param rejects refused rows go to a file and the others are settled
 */
public record RunRequest(
    Source households,
    List<Source> claims,
    @Nullable Source bindings,
    List<Source> activities,
    List<String> policies,
    int openingDay,
    ReadOptions options,
    boolean rejects) {

  /** The files that the run reads, which no output may replace. */
  public List<Path> inputPaths() {
    List<Path> paths = new ArrayList<>();
    claims.forEach(source -> paths.add(source.path()));
    activities.forEach(source -> paths.add(source.path()));
    paths.add(households.path());
    if (bindings != null) {
      paths.add(bindings.path());
    }
    policies.forEach(name -> paths.addAll(policyPaths(Path.of(name))));
    return List.copyOf(paths);
  }

  private static List<Path> policyPaths(Path given) {
    if (!Files.isDirectory(given)) {
      return List.of(given);
    }
    try (Stream<Path> files = Files.list(given)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
