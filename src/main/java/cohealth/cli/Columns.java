package cohealth.cli;

import cohealth.event.Vocabulary;
import cohealth.report.NationalColumn;
import cohealth.report.NationalProfile;
import cohealth.report.SettledColumn;
import cohealth.report.SettlementColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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

  /** The names of the columns; of all of them when none are chosen. */
  static List<String> names(@Nullable Columns chosen) {
    List<String> names = new ArrayList<>();
    if (chosen != NATIONAL) {
      (chosen == COHEALTH ? SettlementColumn.standard() : SettlementColumn.full())
          .forEach(column -> names.add(column.header()));
    }
    if (chosen == null || chosen == NATIONAL) {
      for (NationalColumn column : NationalColumn.values()) {
        names.add(column.header());
      }
    }
    return names;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
