package cohealth.cli;

import java.util.Locale;

/** How a report is written. */
enum ReportFormat {
  HTML,
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
