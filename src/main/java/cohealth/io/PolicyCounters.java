package cohealth.io;

import cohealth.policy.PolicyDocument.TierMeasure;
import java.util.HashMap;
import java.util.Map;

/**
 * What each accumulator of a document counts. Accumulators live on from one version of a document
 * to the next, so that a name counts one thing in all of them.
 */
final class PolicyCounters {
  /** What an accumulator can count. */
  enum Kind {
    DEDUCTIBLE("deductible"),
    CEILING("ceiling"),
    TIERS_ELIGIBLE("tiers on eligible"),
    TIERS_ENTERING("tiers on entering"),
    TIERS_PAID("tiers on paid"),
    PAYMENT("payment"),
    EXPENSE("expense"),
    SUPPLEMENT("supplement");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The kind of the counter behind tiers. */
    static Kind of(TierMeasure measure) {
      return switch (measure) {
        case ELIGIBLE -> TIERS_ELIGIBLE;
        case ENTERING -> TIERS_ENTERING;
        case PAID -> TIERS_PAID;
      };
    }
  }

  private record Use(Kind kind, int line) {}

  private final PolicyReading reading;
  private final Map<String, Use> uses = new HashMap<>();

  /** Nothing counted yet. */
  PolicyCounters(PolicyReading reading) {
    this.reading = reading;
  }

  /** The accumulator counts this at the place. */
  void use(String accumulator, Kind kind, PolicyPlace place) {
    if (accumulator.isEmpty()) {
      return; // reported where it is read
    }
    Use first = uses.putIfAbsent(accumulator, new Use(kind, place.line()));
    if (first != null && first.kind() != kind) {
      reading.report(
          ProblemCode.POLICY_ACCUMULATOR_KINDS,
          place,
          accumulator,
          kind.word,
          first.kind().word,
          Integer.toString(first.line()));
    }
  }
}
