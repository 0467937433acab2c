package cohealth.spark;

import cohealth.io.StateParts;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a job writes: each output is a folder that the user named; until all of them are complete
 * everything is in a folder of the job's own beside the results.
 *
 * @param working the job's own folder, with all that it writes before it is done
 */
record OutputNames(
    String settlements,
    @Nullable String postings,
    @Nullable String activities,
    @Nullable String rejects,
    @Nullable String closing,
    String working)
    implements Serializable {

  /** The kinds of outputs, by the names of their options. */
  enum Kind {
    SETTLEMENTS,
    POSTINGS,
    ACTIVITIES,
    REJECTS,
    CLOSING;

    /** The name of its folder in the job's own. */
    String folder() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The name of the file of a partition. */
    String file(int part) {
      return this == CLOSING ? StateParts.name(part) : "part-%05d.csv".formatted(part);
    }

    /** Whether it is a table, which may be written as Parquet; rejects stay CSV, for people. */
    boolean isTable() {
      return this != CLOSING && this != REJECTS;
    }
  }

  /** The folder that the user named, or null. */
  @Nullable String of(Kind kind) {
    return switch (kind) {
      case SETTLEMENTS -> settlements;
      case POSTINGS -> postings;
      case ACTIVITIES -> activities;
      case REJECTS -> rejects;
      case CLOSING -> closing;
    };
  }

  /** Those that are wanted. */
  List<Kind> wanted() {
    List<Kind> kinds = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (of(kind) != null) {
        kinds.add(kind);
      }
    }
    return kinds;
  }
}
