package cohealth.io;

/**
 * Something that a check of inputs has found.
 *
 * @param problem what it is, and where
 * @param reason of a binding that does not work: the code of the rules; else empty
 * @param payerId of such a binding; else empty
 * @param beneficiaryId of such a binding; else empty
 * @param worksFrom the first later day on which the binding works; empty when there is none
 */
public record CheckFinding(
    Problem problem, String reason, String payerId, String beneficiaryId, String worksFrom) {
  /** A problem or note that is not about a binding. */
  public static CheckFinding of(Problem problem) {
    return new CheckFinding(problem, "", "", "", "");
  }

  /** What it is and what to do about it. */
  public String sentence(Messages messages) {
    return messages.sentence(problem) + later(messages);
  }

  /** The line that tells it, with its place. */
  public String line(Messages messages) {
    return messages.text(problem) + later(messages);
  }

  private String later(Messages messages) {
    return worksFrom.isEmpty() ? "" : messages.get("check.later", worksFrom);
  }
}
