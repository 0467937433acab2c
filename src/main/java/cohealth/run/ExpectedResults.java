package cohealth.run;

import cohealth.io.ExpectedFile;
import cohealth.io.RowFormat;
import cohealth.report.Ids;
import cohealth.report.ResultColumn;
import cohealth.text.RowText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares results with the expected ones as they come; as a format it writes nothing.
 *
 * @param <R> the rows of results
 */
final class ExpectedResults<R> implements RowFormat<R> {
  private final ExpectedFile<R> expected;
  private final Ids ids;
  private final Map<String, List<Difference>> byId = new HashMap<>();
  private final List<Difference> extra = new ArrayList<>();

  ExpectedResults(ExpectedFile<R> expected, Ids ids) {
    this.expected = expected;
    this.ids = ids;
  }

  @Override
  public String before() {
    return "";
  }

  @Override
  public void append(RowText out, R row) {
    RowText found = new RowText();
    expected.idColumn().append(found, row, ids);
    String id = found.toString();
    List<String> cells = expected.rows().get(id);
    if (cells == null) {
      extra.add(new Difference(id, null, null, ""));
      return;
    }
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      ResultColumn<R> column = expected.columns().get(i);
      found.clear();
      column.append(found, row, ids);
      if (!cells.get(i).equals(found.toString())) {
        differences.add(new Difference(id, column, cells.get(i), found.toString()));
      }
    }
    byId.put(id, differences);
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
    for (String id : expected.rows().keySet()) {
      List<Difference> differences = byId.get(id);
      if (differences == null) {
        all.add(new Difference(id, null, "", null));
      } else {
        all.addAll(differences);
      }
    }
    all.addAll(extra);
    return List.copyOf(all);
  }
}
