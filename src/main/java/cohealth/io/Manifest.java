package cohealth.io;

import java.util.List;
import java.util.Map;

/**
 * What a run read and wrote, so that anybody can see later whether it is still the same: files with
 * their fingerprints, the policies, and sums. Nothing in it is about a person.
 *
 * @param program the program's version
 * @param command the command, as {@code settle}
 * @param options what else the results depend on, by name
 * @param policies the documents whose rules could count, in the order of their ids
 * @param inputs in the order of the help
 * @param outputs in the order in which they were begun, the manifest excepted
 */
public record Manifest(
    String program,
    String command,
    Map<String, String> options,
    List<PolicyUsed> policies,
    List<FileUsed> inputs,
    List<FileUsed> outputs,
    ResultTotals totals) {
  /** Raised when an older program could misread the new form. */
  public static final int VERSION = 1;

  /** The path of a standard stream. */
  public static final String STANDARD_STREAM = "-";

  /**
   * A file of the run.
   *
   * @param role as {@code claims}
   * @param path as it was given
   */
  public record FileUsed(String role, String path, FileForm form, Fingerprint fingerprint) {
    /** Standard input or output, which nobody can look at again. */
    public boolean isStandardStream() {
      return path.equals(STANDARD_STREAM);
    }
  }

  /**
   * A policy document.
   *
   * @param path as it was given, or found in a folder that was given; empty for a built-in one
   * @param sha256 of the document's bytes
   */
  public record PolicyUsed(String id, String path, String sha256) {}
}
