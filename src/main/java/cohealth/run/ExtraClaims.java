package cohealth.run;

import cohealth.io.ActualRows;
import cohealth.io.RowIds;
import cohealth.money.AmountText;
import cohealth.report.FirstDifferences;
import cohealth.report.SettledField;
import cohealth.time.DayText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rows of a real system's file whose claims the claims files do not have. Where they tell
 * person and time, what differs later may follow from them.
 */
final class ExtraClaims {
  private final ActualRows actual;
  private final List<Integer> rows = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private long settledEarlier;
  private int passed;

  private record Event(long moment, int person, String claim) {}

  private ExtraClaims(ActualRows actual) {
    this.actual = actual;
  }

  /**
   * Finds them.
   *
   * @param earlier how many claims earlier runs settled; those are not compared
   */
  static ExtraClaims of(ActualRows actual, RunInputs inputs, int earlier) {
    ExtraClaims extra = new ExtraClaims(actual);
    for (int row = 0; row < actual.size(); row++) {
      int ordinal = inputs.claimIds().find(actual.claim(row));
      if (ordinal == RowIds.NONE) {
        extra.add(row, inputs);
      } else if (ordinal < earlier) {
        extra.settledEarlier++;
      }
    }
    extra.events.sort(Comparator.comparingLong(Event::moment));
    return extra;
  }

  private void add(int row, RunInputs inputs) {
    rows.add(row);
    int person = inputs.people().indexOf(value(row, SettledField.PERSON_ID));
    long moment = DayText.moment(value(row, SettledField.SERVICE_TIME));
    if (person >= 0 && moment != DayText.INVALID) {
      events.add(new Event(moment, person, actual.claim(row)));
    }
  }

  /** Their rows, in the order of the file. */
  List<Integer> rows() {
    return rows;
  }

  /** How many rows are of claims that earlier runs settled. */
  long settledEarlier() {
    return settledEarlier;
  }

  /** Tells those before a moment. */
  void until(long moment, FirstDifferences first) {
    while (passed < events.size() && events.get(passed).moment() < moment) {
      Event event = events.get(passed++);
      first.addWhole(event.person(), event.claim());
    }
  }

  /** What a row tells; empty when the file has no such column. */
  String value(int row, SettledField field) {
    List<ActualRows.Given> columns = actual.columns();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).field() == field) {
        return ActualRows.values(actual.line(row)).get(i);
      }
    }
    return "";
  }

  /** The bill of a row without its sign; 0 when the file does not tell. */
  long totalFen(int row) {
    long fen = AmountText.signedFen(value(row, SettledField.TOTAL));
    return fen == AmountText.INVALID ? 0 : Math.abs(fen);
  }
}
