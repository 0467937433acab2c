package cohealth.run;

import cohealth.io.ExpectedFile;
import cohealth.io.RowFormat;
import cohealth.report.Ids;
import cohealth.report.SettlementColumn;
import cohealth.settlement.Settlement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares results with the expected ones as they come; as a format it writes nothing. */
final class ExpectedResults implements RowFormat<Settlement> {
  private final ExpectedFile expected;
  private final Ids ids;
  private final Map<String, List<Difference>> byClaim = new HashMap<>();
  private final List<Difference> extra = new ArrayList<>();

  ExpectedResults(ExpectedFile expected, Ids ids) {
    this.expected = expected;
    this.ids = ids;
  }

  @Override
  public String before() {
    return "";
  }

  @Override
  public void append(StringBuilder out, Settlement row) {
    String claim = ids.claim(row.ordinal());
    List<String> cells = expected.rows().get(claim);
    if (cells == null) {
      extra.add(new Difference(claim, null, null, ""));
      return;
    }
    List<Difference> differences = new ArrayList<>();
    StringBuilder found = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      SettlementColumn column = expected.columns().get(i);
      found.setLength(0);
      column.append(found, row, ids);
      if (!cells.get(i).contentEquals(found)) {
        differences.add(new Difference(claim, column, cells.get(i), found.toString()));
      }
    }
    byClaim.put(claim, differences);
  }

  @Override
  public String between() {
    return "";
  }

  @Override
  public String after(boolean any) {
    return "";
  }

  /** All differences: in the order of the expected rows, then the results that nobody expected. */
  List<Difference> differences() {
    List<Difference> all = new ArrayList<>();
    for (String claim : expected.rows().keySet()) {
      List<Difference> differences = byClaim.get(claim);
      if (differences == null) {
        all.add(new Difference(claim, null, "", null));
      } else {
        all.addAll(differences);
      }
    }
    all.addAll(extra);
    return List.copyOf(all);
  }
}
