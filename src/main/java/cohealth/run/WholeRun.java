package cohealth.run;

import cohealth.policy.PolicyDocument;
import java.util.List;
import java.util.Set;

/**
 * What a part of a run must know of all of it, when the connected families of a run are settled in
 * several parts (rules: section 1: only events of connected people influence one another).
 *
 * @param policies those that the whole run is given and those of its regions, as {@link
 *     cohealth.io.PolicyLibrary#forRegions} has them: claims may use the words of all of them, and
 *     a state numbers all their accumulators
 * @param regions in which people of the whole run are insured, at first or after a change
 * @param lastEvent the time of the last event of the whole run, for a closing state; {@link
 *     Long#MIN_VALUE} when none is written
 */
public record WholeRun(List<PolicyDocument> policies, Set<Integer> regions, long lastEvent) {
  /** Keeps copies. */
  public WholeRun {
    policies = List.copyOf(policies);
    regions = Set.copyOf(regions);
  }
}
