package cohealth.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How results are written. */
enum Format {
  TABLE,
  CSV,
  JSON,
  NDJSON;

  /** The chosen one, else that of the file's extension, else a table; never by the terminal. */
  static Format of(@Nullable Format chosen, @Nullable String output) {
    if (chosen != null) {
      return chosen;
    }
    String name = output == null ? "" : output.toLowerCase(Locale.ROOT);
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    for (Format format : values()) {
      if (plain.endsWith("." + format)) {
        return format;
      }
    }
    return TABLE;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
