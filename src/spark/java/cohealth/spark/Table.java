package cohealth.spark;

import cohealth.io.InputTable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What rows are of, in the order in which a batch holds them. */
enum Table {
  HOUSEHOLDS(InputTable.HOUSEHOLDS),
  BINDINGS(InputTable.BINDINGS),
  ACTIVITIES(InputTable.ACTIVITIES),
  CLAIMS(InputTable.CLAIMS),
  /** Lines of the state that the job goes on from; they have no columns. */
  STATE(null);

  private final @Nullable InputTable columns;

  Table(@Nullable InputTable columns) {
    this.columns = columns;
  }

  /** The columns of a table that has some. */
  InputTable columns() {
    return Objects.requireNonNull(columns, "lines of a state");
  }
}
