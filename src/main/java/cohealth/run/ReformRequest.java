package cohealth.run;

import cohealth.io.UnreadableFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which policies are compared, beside what the run reads.
 *
 * @param baseline names, files or folders; none = the built-in documents
 * @param reform names, files or folders; none = those of the baseline
 * @param settings changes of the reform, as {@code PATH=VALUE}
 * @param mostAlone up to so many changes are each settled alone; 0 = none is
 */
public record ReformRequest(
    List<String> baseline, List<String> reform, List<String> settings, int mostAlone) {
  /** The files that are read, which no output may replace. */
  public List<Path> inputPaths() throws UnreadableFile {
    List<Path> paths = new ArrayList<>();
    for (List<String> names : List.of(baseline, reform)) {
      for (String name : names) {
        paths.addAll(RunRequest.policyPaths(Path.of(name)));
      }
    }
    return List.copyOf(paths);
  }
}
