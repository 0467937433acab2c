package cohealth.cli;

import java.util.Locale;

/** How an explanation is written. */
enum ExplainFormat {
  TEXT,
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
