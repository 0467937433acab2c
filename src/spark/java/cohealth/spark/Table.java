package cohealth.spark;

import cohealth.io.InputTable;

/** What rows are of, in the order in which a batch holds them. */
enum Table {
  HOUSEHOLDS(InputTable.HOUSEHOLDS),
  BINDINGS(InputTable.BINDINGS),
  ACTIVITIES(InputTable.ACTIVITIES),
  CLAIMS(InputTable.CLAIMS);

  private final InputTable columns;

  Table(InputTable columns) {
    this.columns = columns;
  }

  InputTable columns() {
    return columns;
  }
}
