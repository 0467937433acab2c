package cohealth.advice;

import cohealth.person.Binding;

/**
 * One value that a family would have written otherwise.
 *
 * @param payer number in the family
 * @param beneficiary number in the family, or {@link #EVERYBODY}
 * @param row place of the bindings' row among all, or of the first that follow from a household row
 * @param from the value as it is, {@link #NOTHING} when there is none
 * @param to the new value, likewise
 */
public record Change(int payer, int beneficiary, int row, Kind kind, long from, long to) {
  /** {@link #beneficiary}: the whole household. */
  public static final int EVERYBODY = HelpGroup.EVERYBODY;

  /** No value. */
  public static final long NOTHING = -1;

  /** What changes. */
  public enum Kind {
    /** Begins to share, at a place. */
    START,
    /** Shares no longer. */
    STOP,
    /** Another place among payers. */
    ORDER,
    /** The authorised amount is lifted. */
    LIMIT
  }

  /** A place as a value. */
  static long place(int order) {
    return order == Binding.NO_ORDER ? NOTHING : order;
  }
}
