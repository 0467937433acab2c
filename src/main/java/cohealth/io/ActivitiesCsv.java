package cohealth.io;

import cohealth.report.Ids;
import cohealth.settlement.ActivityResult;
import cohealth.text.RowText;
import java.util.List;
import java.util.stream.Collectors;

/** What became of the activities as CSV. As in {@link SettlementCsv}, no value has to be quoted. */
public record ActivitiesCsv(Ids ids) implements RowFormat<ActivityResult> {
  private static final List<ActivityResultColumn> COLUMNS = ActivityResultColumn.all();

  @Override
  public String before() {
    return COLUMNS.stream().map(ActivityResultColumn::header).collect(Collectors.joining(","))
        + "\n";
  }

  @Override
  public void append(RowText out, ActivityResult row) {
    for (int i = 0; i < COLUMNS.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      COLUMNS.get(i).append(out, row, ids);
    }
  }

  @Override
  public String between() {
    return "\n";
  }

  @Override
  public String after(boolean any) {
    return any ? "\n" : "";
  }
}
