package cohealth.comparison;

import java.util.Locale;

/** By what people are told apart (docs/compare.md). */
public enum Dimension {
  /** Insurance and category, as the household file says. */
  GROUP,
  /** Full years on the day of the last event. */
  AGE,
  /** How many people the household has in the file. */
  HOUSEHOLD_SIZE,
  /** The level of the facility of the claims. */
  FACILITY_LEVEL,
  /** A tenth of the people with claims, in order of the total of their bills. */
  USE_DECILE;

  /** The name as it stands in machine formats. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
