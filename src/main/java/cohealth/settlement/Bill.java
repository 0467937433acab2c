package cohealth.settlement;

import cohealth.event.Claim;
import cohealth.event.Component;
import cohealth.event.Cover;
import java.util.List;

/**
 * What is left to be paid of one claim, by component. Payers take from it until cash has the rest.
 */
final class Bill {
  private static final List<Component> COMPONENTS = List.of(Component.values());

  private final long[] left = new long[COMPONENTS.size()];

  Bill(Claim claim) {
    left[Component.ELIGIBLE.ordinal()] = claim.eligibleFen();
    left[Component.FIRST_SELF_PAY.ordinal()] = claim.firstSelfPayFen();
    left[Component.OVER_LIMIT.ordinal()] = claim.overLimitFen();
    left[Component.SELF_FUNDED.ordinal()] = claim.selfFundedFen();
  }

  /** All components, in the order in which every payer takes those that it covers. */
  static List<Component> components() {
    return COMPONENTS;
  }

  long leftFen(Component component) {
    return left[component.ordinal()];
  }

  long leftFen(Cover cover) {
    long sum = 0;
    for (int i = 0; i < left.length; i++) {
      if (left[i] != 0 && cover.has(COMPONENTS.get(i))) {
        sum += left[i];
      }
    }
    return sum;
  }

  void take(Component component, long fen) {
    left[component.ordinal()] -= fen;
  }

  /** The pool calls a part of what was eligible by its new name. */
  void move(Component to, long fen) {
    left[Component.ELIGIBLE.ordinal()] -= fen;
    left[to.ordinal()] += fen;
  }
}
