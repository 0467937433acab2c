package cohealth.policy;

import cohealth.event.Vocabulary;
import cohealth.policy.PolicyDocument.Version;
import cohealth.time.Day;
import java.util.ArrayList;
import java.util.List;

/** Looks for what is odd in a document that has no problem: see {@link Finding}. */
public final class PolicyReview {
  private PolicyReview() {}

  /** All findings. */
  public static List<Finding> of(PolicyDocument document) {
    Vocabulary vocabulary = new Vocabulary();
    PolicyResolver.addWords(document, vocabulary);
    Policy policy = new PolicyResolver(document, vocabulary, new AccumulatorSlots()).resolve();
    List<Finding> found = new ArrayList<>();
    List<Version> versions = document.versions();
    for (int i = 0; i < versions.size(); i++) {
      String pointer = "/versions/" + i;
      int from = versions.get(i).from();
      int expected = i == 0 ? from : versions.get(i - 1).to() + 1;
      if (expected < from) {
        found.add(
            Finding.of(
                Finding.Kind.GAP, pointer + "/from", Day.text(expected), Day.text(from - 1)));
      }
      PolicyVersion version = policy.on(from);
      if (version != null) {
        new VersionReview(version, vocabulary, pointer, found).run();
      }
    }
    return List.copyOf(found);
  }
}
