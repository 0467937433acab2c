package cohealth.io;

import cohealth.report.Ids;
import cohealth.report.SettledColumn;
import cohealth.settlement.Settlement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Results as CSV. No value can hold a quote, the delimiter or a line end: ids are refused on
 * reading when they do, everything else is ours.
 */
public record SettlementCsv(List<? extends SettledColumn> columns, Ids ids)
    implements RowFormat<Settlement> {
  @Override
  public String before() {
    return columns.stream().map(SettledColumn::header).collect(Collectors.joining(",")) + "\n";
  }

  @Override
  public void append(StringBuilder out, Settlement row) {
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      columns.get(i).append(out, row, ids);
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
