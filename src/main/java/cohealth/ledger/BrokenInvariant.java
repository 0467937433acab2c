package cohealth.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Something that must always hold (rules: section 10) does not: a fault of the program. The run
 * stops and writes nothing.
 */
public final class BrokenInvariant extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int NOTHING = -1;

  private final Invariant invariant;
  private final int claim;
  private final int activity;
  private final String shownId;

  /** It is not known yet where. */
  public BrokenInvariant(Invariant invariant) {
    this(invariant, NOTHING, NOTHING, "", null);
  }

  private BrokenInvariant(
      Invariant invariant,
      int claim,
      int activity,
      String shownId,
      @Nullable BrokenInvariant cause) {
    super(invariant.name(), cause);
    this.invariant = invariant;
    this.claim = claim;
    this.activity = activity;
    this.shownId = shownId;
  }

  /** The same, found while the claim with the ordinal was settled. */
  public BrokenInvariant atClaim(int ordinal) {
    return new BrokenInvariant(invariant, ordinal, NOTHING, shownId, this);
  }

  /** The same, found while the activity with the ordinal was applied. */
  public BrokenInvariant atActivity(int ordinal) {
    return new BrokenInvariant(invariant, NOTHING, ordinal, shownId, this);
  }

  /** The same with the id of the claim or activity as messages show it. */
  public BrokenInvariant shownAs(String id) {
    return new BrokenInvariant(invariant, claim, activity, id, this);
  }

  /** What does not hold. */
  public Invariant invariant() {
    return invariant;
  }

  /** Ordinal of the claim at which it was found, or -1. */
  public int claim() {
    return claim;
  }

  /** Ordinal of the activity at which it was found, or -1. */
  public int activity() {
    return activity;
  }

  /** The id of the claim or activity as messages show it; empty when it is not known. */
  public String shownId() {
    return shownId;
  }
}
