package cohealth.ledger;

/**
 * Something that must always hold (rules: section 10) does not: a fault of the program. The run
 * stops and writes nothing.
 */
public final class BrokenInvariant extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Names the invariant; without people's data. */
  public BrokenInvariant(String name) {
    super(name);
  }
}
