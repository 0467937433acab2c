package cohealth.io;

import java.util.List;
import java.util.Locale;

/** The tables that are read, each with its columns in the order of docs/files.md. */
public enum InputTable {
  /** People and their accounts. */
  HOUSEHOLDS(List.of(HouseholdColumn.values())),
  /** Who helps whom. */
  BINDINGS(List.of(BindingColumn.values())),
  /** Bills. */
  CLAIMS(List.of(ClaimColumn.values())),
  /** What happens beside claims. */
  ACTIVITIES(List.of(ActivityColumn.values()));

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<? extends Column> columns;

  InputTable(List<? extends Column> columns) {
    this.columns = columns;
  }

  /** All columns. */
  public List<? extends Column> columns() {
    return columns;
  }

  /** As files are usually called, without {@code .csv}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
