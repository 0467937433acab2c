package cohealth.run;

import cohealth.io.FileForm;
import cohealth.io.Fingerprint;
import cohealth.io.Manifest;
import cohealth.io.ManifestDifference;
import cohealth.io.PolicyLibrary;
import cohealth.io.ReadBytes;
import cohealth.io.ResultTotals;
import cohealth.io.SettledTotals;
import cohealth.io.UnreadableFile;
import cohealth.io.WatchedFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks whether the files of a run are what its manifest says. */
public final class ManifestCheck {
  private static final String SETTLEMENTS = "settlements";
  private static final String CONTROL_TOTALS = "control_totals";
  private static final String COLUMNS = "columns";
  private static final String NATIONAL = "national";

  private final Manifest manifest;
  private final Path folder;
  private final ReadBytes bytes;
  private final List<ManifestDifference> differences = new ArrayList<>();
  private int files;
  private int standardStreams;
  private boolean totalsChecked;

  private ManifestCheck(Manifest manifest, Path folder, ReadBytes bytes) {
    this.manifest = manifest;
    this.folder = folder;
    this.bytes = bytes;
  }

  /**
   * Reads all files of the manifest.
   *
   * @param folder where the manifest is: files with a relative path are looked for from there, and,
   *     where there is none, from the working folder
   * @throws UnreadableFile when a file is there and cannot be read
   */
  public static ManifestCheck of(Manifest manifest, Path folder, ReadBytes bytes)
      throws UnreadableFile {
    ManifestCheck check = new ManifestCheck(manifest, folder, bytes);
    PolicyLibrary library = PolicyLibrary.builtIn();
    for (Manifest.PolicyUsed policy : manifest.policies()) {
      check.policy(policy, library);
    }
    for (Manifest.FileUsed file : manifest.inputs()) {
      check.file(file);
    }
    for (Manifest.FileUsed file : manifest.outputs()) {
      check.file(file);
    }
    return check;
  }

  /** What differs, in the order of the manifest. */
  public List<ManifestDifference> differences() {
    return List.copyOf(differences);
  }

  /** How many files and built-in documents were looked at. */
  public int files() {
    return files;
  }

  /** How many of the run's files were standard input or output. */
  public int standardStreams() {
    return standardStreams;
  }

  /** Whether the results have the columns for the sums to be made again. */
  public boolean totalsChecked() {
    return totalsChecked;
  }

  private void policy(Manifest.PolicyUsed policy, PolicyLibrary library) throws UnreadableFile {
    String role = "policy";
    files++;
    if (policy.path().isEmpty()) {
      String found = library.sha256(policy.id());
      if (found == null) {
        differences.add(new ManifestDifference(role, policy.id(), "missing", "", ""));
      } else {
        compare(role, policy.id(), "sha256", policy.sha256(), found);
      }
      return;
    }
    WatchedFile file = open(role, policy.path(), FileForm.JSON);
    if (file != null) {
      compare(role, policy.path(), "sha256", policy.sha256(), file.fingerprint(bytes).sha256());
    }
  }

  private void file(Manifest.FileUsed file) throws UnreadableFile {
    if (file.isStandardStream()) {
      standardStreams++;
      return;
    }
    files++;
    WatchedFile there = open(file.role(), file.path(), file.form());
    if (there == null) {
      return;
    }
    Fingerprint found = there.fingerprint(bytes);
    Fingerprint expected = file.fingerprint();
    compare(
        file.role(),
        file.path(),
        "size",
        Long.toString(expected.size()),
        Long.toString(found.size()));
    compare(file.role(), file.path(), "rows", rows(expected), rows(found));
    compare(file.role(), file.path(), "sha256", expected.sha256(), found.sha256());
    if (file.role().equals(SETTLEMENTS) && !NATIONAL.equals(manifest.options().get(COLUMNS))) {
      totals(file, there);
    }
  }

  /** The sums of the results, where they can be made. */
  private void totals(Manifest.FileUsed file, WatchedFile results) throws UnreadableFile {
    ResultTotals found = SettledTotals.of(results, file.form());
    if (found == null) {
      return;
    }
    totalsChecked = true;
    Map<String, String> sums = found.written();
    manifest
        .totals()
        .written()
        .forEach(
            (name, expected) ->
                compare(
                    CONTROL_TOTALS, file.path(), name, expected, String.valueOf(sums.get(name))));
  }

  private static String rows(Fingerprint print) {
    return print.rows() == Fingerprint.NO_ROWS ? "" : Long.toString(print.rows());
  }

  private void compare(String role, String path, String what, String expected, String found) {
    if (!expected.equals(found)) {
      differences.add(new ManifestDifference(role, path, what, expected, found));
    }
  }

  /** The file, or null, which is a difference, when there is none. */
  private @Nullable WatchedFile open(String role, String name, FileForm form)
      throws UnreadableFile {
    Path path = place(Path.of(name));
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      differences.add(new ManifestDifference(role, name, "missing", "", ""));
      return null;
    }
    WatchedFile file = WatchedFile.of(path, name, form);
    bytes.expect(file.size());
    return file;
  }

  private Path place(Path given) {
    Path beside = folder.resolve(given);
    return Files.exists(beside, LinkOption.NOFOLLOW_LINKS) ? beside : given;
  }
}
