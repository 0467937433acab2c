package cohealth.report;

import java.util.List;
import java.util.Locale;

/** By what results are summed up (docs/files.md, totals). */
public enum TotalKey {
  /** The patient. */
  PERSON("person_id"),
  /** The patient's household. */
  HOUSEHOLD("household_id"),
  /** Who paid: a fund, the patient's or another person's account, or the patient's cash. */
  PAYER("payer", "payer_id"),
  /** The calendar month of the row's own service time. */
  MONTH("month"),
  /** The level of the facility. */
  LEVEL("facility_level"),
  /** The type of the claim. */
  TYPE("type"),
  /** The benefit's name in the policy. */
  BENEFIT("benefit");

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> columns;

  TotalKey(String... columns) {
    this.columns = List.of(columns);
  }

  /** The names of its columns. */
  public List<String> columns() {
    return columns;
  }

  /** The name as users write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
