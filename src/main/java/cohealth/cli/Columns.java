package cohealth.cli;

import cohealth.event.Vocabulary;
import cohealth.report.NationalColumn;
import cohealth.report.NationalProfile;
import cohealth.report.SettledColumn;
import cohealth.report.SettlementColumn;
import java.util.List;
import java.util.Locale;

/** Which columns results have. */
enum Columns {
  COHEALTH,
  FULL,
  NATIONAL;

  /**
   * The columns.
   *
   * @param profile how a place reads the national ones
   */
  List<? extends SettledColumn> of(NationalProfile profile, Vocabulary vocabulary) {
    return switch (this) {
      case COHEALTH -> SettlementColumn.standard();
      case FULL -> SettlementColumn.full();
      case NATIONAL -> NationalColumn.of(profile, vocabulary.types());
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
