package cohealth.comparison;

import java.util.List;

/**
 * What a reform does to the people and claims of a run, when everybody goes on as before: the same
 * claims are settled under both policies, and nothing is estimated.
 *
 * @param changes what differs between the policies, in the order of the documents
 * @param rows of the claims files, reversals among them
 * @param changedRows of which some payer pays another amount
 * @param billedFen what all bills come to
 * @param paid who paid it
 * @param people who gain and lose
 * @param households the same, each household taken together
 * @param bands people by how much they gain or lose
 * @param caps who reaches a cap
 * @param months in order
 * @param slices by dimension, in their order
 */
public record Comparison(
    List<PolicyChange> changes,
    long rows,
    long changedRows,
    long billedFen,
    BeforeAfter paid,
    Outcome people,
    Outcome households,
    List<AmountBand> bands,
    CapChange caps,
    List<Month> months,
    List<Slice> slices,
    Decomposition decomposition,
    ActivityCounts activities) {

  /** The slices of one dimension. */
  public List<Slice> slices(Dimension dimension) {
    return slices.stream().filter(slice -> slice.dimension() == dimension).toList();
  }

  /** How many changes there are; several values may belong to one. */
  public int changeCount() {
    return changes.stream().mapToInt(PolicyChange::number).max().orElse(0);
  }
}
