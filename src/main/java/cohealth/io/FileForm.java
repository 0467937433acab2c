package cohealth.io;

import java.util.Locale;

/** How a file is written, as far as its rows can be counted. */
public enum FileForm {
  /** Rows below a header. */
  CSV,
  /** A row on each line. */
  NDJSON,
  JSON,
  TABLE,
  JOURNAL,
  STATE;

  boolean hasRows() {
    return this == CSV || this == NDJSON;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
