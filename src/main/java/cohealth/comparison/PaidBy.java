package cohealth.comparison;

import java.util.Locale;

/** Those who pay of a bill, in the order of the usual chain. */
public enum PaidBy {
  /** The pooled fund. */
  POOL,
  /** Supplementary funds. */
  SUPPLEMENT,
  /** The patient's own account, all purses. */
  OWN,
  /** Accounts of relatives. */
  FAMILY,
  /** The patient, in cash. */
  CASH;

  /** The name as it stands in machine formats. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
