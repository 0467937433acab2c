package cohealth.run;

import cohealth.io.FolderEntries;
import cohealth.io.ReadOptions;
import cohealth.io.UnreadableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run reads.
 *
 * @param households null = the people are those of the state
 * @param bindings null = they follow from the households, or are those of the state
 * @param policies names of built-in documents, files or folders
 * @param opening the state of an earlier run to go on from, or null
 * @param closing a state is written for a later run
 * @param openingDay as of when the balances are; {@link cohealth.time.Day#UNKNOWN} = not given
 * @param rejects refused rows go to a file and the others are settled
 */
public record RunRequest(
    @Nullable Source households,
    List<Source> claims,
    @Nullable Source bindings,
    List<Source> activities,
    List<String> policies,
    @Nullable Source opening,
    boolean closing,
    int openingDay,
    ReadOptions options,
    boolean rejects) {
  /** How often inputs beside claims are read: their encoding is checked first. */
  private static final int OTHER_PASSES = 2;

  /** The files that the run reads, which no output may replace. */
  public List<Path> inputPaths() throws UnreadableFile {
    List<Path> paths = new ArrayList<>();
    claims.forEach(source -> paths.add(source.path()));
    activities.forEach(source -> paths.add(source.path()));
    for (Source source : new @Nullable Source[] {households, bindings, opening}) {
      if (source != null) {
        paths.add(source.path());
      }
    }
    for (String name : policies) {
      paths.addAll(policyPaths(Path.of(name)));
    }
    return List.copyOf(paths);
  }

  /**
   * Says how many bytes will be read.
   *
   * @param claimPasses how often the claims are read, the check of their encoding included
   */
  void expectReading(int claimPasses) {
    expectClaims(claimPasses);
    activities.forEach(source -> options.bytes().expect(OTHER_PASSES * source.size()));
    for (Source source : new @Nullable Source[] {households, bindings}) {
      if (source != null) {
        options.bytes().expect(OTHER_PASSES * source.size());
      }
    }
  }

  /** Says that the claims will be read so many times more. */
  void expectClaims(int passes) {
    for (Source source : claims) {
      options.bytes().expect(passes * source.size());
    }
  }

  /** The CSV files and the state that the run reads, as the user named them. */
  public List<String> inputNames() {
    List<Source> sources = new ArrayList<>();
    for (Source source : new @Nullable Source[] {opening, households, bindings}) {
      if (source != null) {
        sources.add(source);
      }
    }
    sources.addAll(activities);
    sources.addAll(claims);
    return sources.stream().map(Source::name).toList();
  }

  /** The file that messages about people name. */
  String peopleName() {
    return households != null ? households.name() : opening == null ? "" : opening.name();
  }

  /** The files that a policy argument may mean. */
  static List<Path> policyPaths(Path given) throws UnreadableFile {
    if (!Files.isDirectory(given)) {
      return List.of(given);
    }
    try {
      return FolderEntries.of(given);
    } catch (IOException e) {
      throw UnreadableFile.of(given.toString(), e);
    }
  }
}
