package cohealth.advice;

import java.util.Locale;

/** What is wanted of two ways that leave as little to be paid in cash. */
public enum Goal {
  /** The most left in the accounts of those from an age on. */
  ELDERS,
  /** The smallest of the accounts that may share as large as possible. */
  EVEN,
  /** Nothing more. */
  NONE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
