package cohealth.report;

import cohealth.settlement.Settlement;

/** A column of the results of claims. */
public interface SettledColumn extends ResultColumn<Settlement> {
  /** How a value is written in JSON. */
  enum Kind {
    /** Text; null when empty. */
    TEXT,
    /** A number as it stands; null when empty. */
    NUMBER,
    /** A list of texts, joined by {@code ;} in CSV. */
    LIST,
    /** A list of {@code {payer_id, amount}}. */
    FAMILY
  }

  /** How a value is written in JSON. */
  Kind kind();
}
