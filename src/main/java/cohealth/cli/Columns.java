package cohealth.cli;

import cohealth.report.SettlementColumn;
import java.util.List;
import java.util.Locale;

/** Which columns results have. */
enum Columns {
  COHEALTH,
  FULL;

  List<SettlementColumn> columns() {
    return this == FULL ? SettlementColumn.full() : SettlementColumn.standard();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
