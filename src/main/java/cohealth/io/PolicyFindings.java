package cohealth.io;

import cohealth.policy.Finding;
import cohealth.policy.PolicyReview;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is odd in a document that can be used all the same, told as problems are. */
public final class PolicyFindings {
  private PolicyFindings() {}

  /** All findings, in the order of the text. */
  public static List<Problem> of(PolicyFile file) {
    List<Problem> found = new ArrayList<>();
    for (Finding finding : PolicyReview.of(file.document())) {
      found.add(problem(file, code(finding.kind()), finding.pointer(), finding.args()));
    }
    for (int i = 0; i < file.document().sources().size(); i++) {
      String id = file.document().sources().get(i).id();
      if (!PolicySources.isNamed(file.root(), id)) {
        found.add(problem(file, ProblemCode.POLICY_UNUSED_SOURCE, "/sources/" + i, List.of(id)));
      }
    }
    for (PolicyNode value : PolicyUnsourced.of(file.root())) {
      found.add(problem(file, ProblemCode.POLICY_NO_SOURCE, value, List.of()));
    }
    for (PolicyNode level : PolicyNewLevels.of(file.root())) {
      List<String> args = List.of(Shown.cell(level.text()), PolicyNewLevels.offer(level.text()));
      found.add(problem(file, ProblemCode.POLICY_NEW_LEVEL, level, args));
    }
    found.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
    return List.copyOf(found);
  }

  private static Problem problem(
      PolicyFile file, ProblemCode code, String pointer, List<String> args) {
    PolicyFile.Place place = file.place(pointer);
    return new Problem(code, file.file(), place.line(), place.column(), pointer, args);
  }

  private static Problem problem(
      PolicyFile file, ProblemCode code, PolicyNode node, List<String> args) {
    PolicyPlace place = node.place();
    return new Problem(code, file.file(), place.line(), place.column(), place.pointer(), args);
  }

  private static ProblemCode code(Finding.Kind kind) {
    return switch (kind) {
      case GAP -> ProblemCode.POLICY_GAP;
      case IDLE_GROUP -> ProblemCode.POLICY_IDLE_GROUP;
      case IDLE_BENEFIT -> ProblemCode.POLICY_IDLE_BENEFIT;
      case SHADOWED_ROW -> ProblemCode.POLICY_SHADOWED_ROW;
      case IDLE_ROW -> ProblemCode.POLICY_IDLE_ROW;
      case NO_RATE -> ProblemCode.POLICY_NO_RATE;
      case IDLE_UNKNOWN -> ProblemCode.POLICY_IDLE_UNKNOWN;
      case NO_GROUP -> ProblemCode.POLICY_NO_GROUP;
      case NO_PHARMACY -> ProblemCode.POLICY_NO_PHARMACY;
    };
  }
}
