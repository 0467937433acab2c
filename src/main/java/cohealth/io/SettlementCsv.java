package cohealth.io;

import cohealth.report.Ids;
import cohealth.report.SettledColumn;
import cohealth.report.SettlementColumn;
import cohealth.settlement.Settlement;
import cohealth.text.RowText;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Results as CSV. No value can hold a quote, the delimiter or a line end: ids are refused on
 * reading when they do, everything else is ours.
 */
public final class SettlementCsv implements RowFormat<Settlement> {
  private final SettledColumn[] columns;
  private final Ids ids;
  private final String header;
  private final boolean standard;

  /** Rows with some columns. */
  public SettlementCsv(List<? extends SettledColumn> columns, Ids ids) {
    this.columns = columns.toArray(SettledColumn[]::new);
    this.ids = ids;
    this.standard = columns.equals(SettlementColumn.standard());
    this.header =
        columns.stream().map(SettledColumn::header).collect(Collectors.joining(",")) + "\n";
  }

  @Override
  public String before() {
    return header;
  }

  @Override
  public void append(RowText out, Settlement row) {
    if (standard) {
      SettlementColumn.appendStandard(out, row, ids);
      return;
    }
    for (int i = 0; i < columns.length; i++) {
      if (i > 0) {
        out.append(',');
      }
      columns[i].append(out, row, ids);
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
