package cohealth.report;

import cohealth.person.Insurance;
import cohealth.policy.GradeOrder;
import cohealth.policy.PolicyDocument;
import cohealth.policy.PolicyDocument.Source;
import cohealth.policy.PolicyDocument.Text;
import java.util.List;
import java.util.Set;

/**
 * A policy document in one row.
 *
 * @param from the first day of its first version
 * @param to the last day of its last version
 * @param best the best grade of the sources of its values; empty when no value has one
 * @param worst the worst one
 * @param proven a published calculation is among the golden folders
 */
public record PolicySummary(
    String id,
    int region,
    Insurance insurance,
    Text title,
    int from,
    int to,
    int versions,
    String best,
    String worst,
    boolean proven) {

  /**
   * The row of a document.
   *
   * @param used the ids of the sources of its values
   */
  public static PolicySummary of(PolicyDocument document, Set<String> used) {
    List<String> grades =
        document.sources().stream()
            .filter(source -> used.contains(source.id()))
            .map(Source::grade)
            .sorted(GradeOrder.byTrust())
            .toList();
    int versions = document.versions().size();
    return new PolicySummary(
        document.id(),
        document.region(),
        document.insurance(),
        document.title(),
        document.versions().get(0).from(),
        document.versions().get(versions - 1).to(),
        versions,
        grades.isEmpty() ? "" : grades.get(0),
        grades.isEmpty() ? "" : grades.get(grades.size() - 1),
        !document.proof().isEmpty());
  }
}
