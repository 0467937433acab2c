package cohealth.settlement;

import cohealth.event.Claim;
import cohealth.event.Component;
import cohealth.event.Cover;

/**
 * What is left to be paid of one claim, by component. Payers take from it until cash has the rest.
 */
final class Bill {
  private static final Component[] COMPONENTS = Component.values();

  private final long[] left = new long[COMPONENTS.length];
  // the components of which something is left, as bits: most bills have two or three
  private int open;

  /** Starts anew with a claim, after the one before is paid to the end. */
  void begin(Claim claim) {
    put(Component.ELIGIBLE, claim.eligibleFen());
    put(Component.FIRST_SELF_PAY, claim.firstSelfPayFen());
    put(Component.OVER_LIMIT, claim.overLimitFen());
    put(Component.SELF_FUNDED, claim.selfFundedFen());
  }

  /**
   * The covered components of which something is left, as {@link Component#bit() bits}; every payer
   * takes those that it covers in their order: the {@link #first} one, then those without it.
   */
  int open(Cover cover) {
    return open & cover.bits();
  }

  /** The first component of some bits. */
  static Component first(int bits) {
    return COMPONENTS[Integer.numberOfTrailingZeros(bits)];
  }

  long leftFen(Component component) {
    return left[component.ordinal()];
  }

  long leftFen(Cover cover) {
    long sum = 0;
    for (int bits = open(cover); bits != 0; bits &= bits - 1) {
      sum += left[Integer.numberOfTrailingZeros(bits)];
    }
    return sum;
  }

  void take(Component component, long fen) {
    put(component, left[component.ordinal()] - fen);
  }

  /** The pool calls a part of what was eligible by its new name. */
  void move(Component to, long fen) {
    take(Component.ELIGIBLE, fen);
    take(to, -fen);
  }

  private void put(Component component, long fen) {
    left[component.ordinal()] = fen;
    open = fen == 0 ? open & ~component.bit() : open | component.bit();
  }
}
