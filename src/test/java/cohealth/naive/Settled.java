package cohealth.naive;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that happened with one claim row. Once settled, only {@code reversed} changes. */
final class Settled {
  final Claim claim;

  /** The number of the person's visit; 0 for a reversal, which has none. */
  int visit;

  int benefitYear;
  String status = "settled";
  boolean reversed;
  boolean poolOpen;

  /** Whether it is a refused reversal, whose row shows nothing of a bill. */
  boolean blank;

  long deductible;
  long copay;
  long overCap;
  long denied;
  long pool;
  long supplement;
  long cash;
  final Map<Purse, Long> own = new EnumMap<>(Purse.class);
  final List<Draw> draws = new ArrayList<>();
  final List<Count> counts = new ArrayList<>();
  final List<Limit> limits = new ArrayList<>();
  final Set<String> reasons = new LinkedHashSet<>();

  /** Document, name and period of the deductible counter that the claim met; blank = none. */
  String deductibleAccumulator = "";

  String policy = "";
  String version = "";
  String group = "";
  String band = "";
  String benefit = "";
  String rate = "";

  Settled(Claim claim) {
    this.claim = claim;
  }

  long own(Purse purse) {
    return own.getOrDefault(purse, 0L);
  }

  long family() {
    long sum = 0;
    for (Draw draw : draws) {
      sum += draw.amount();
    }
    return sum;
  }

  /** A movement of a counter: document, accumulator and period in one text. */
  record Count(String counter, long amount) {}

  /** A limit that the claim met, to tell what it has left. */
  record Limit(Kind kind, String counter, long amount) {}

  /** The kinds of limits that the rows show. */
  enum Kind {
    DEDUCTIBLE,
    PAYMENT,
    EXPENSE
  }
}
