package cohealth.event;

/**
 * The parts of a bill, in the order in which every payer takes those that it covers (rules: section
 * 3).
 */
public enum Component {
  /** 政策范围内: in scope and not yet split by the pool. */
  ELIGIBLE,
  /** 起付线内. */
  DEDUCTIBLE,
  /** What the pool's rate leaves. */
  COPAY,
  /** Beyond a limit of the pool. */
  OVER_CAP,
  /** Eligible, but the pool refused the claim. */
  DENIED,
  /** 先行自付. */
  FIRST_SELF_PAY,
  /** 超限价. */
  OVER_LIMIT,
  /** 全自费. */
  SELF_FUNDED;

  /** The bit of this component in a set of components. */
  public int bit() {
    return 1 << ordinal();
  }
}
