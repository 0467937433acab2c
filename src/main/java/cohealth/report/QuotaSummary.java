package cohealth.report;

import java.util.Map;
import java.util.TreeMap;

/** Counts what was told of people's limits, and why some of it could not be. */
public final class QuotaSummary {
  private final Map<String, Long> remarks = new TreeMap<>();
  private final long underFen;
  private long people;
  private long under;

  /**
   * Nothing told yet.
   *
   * @param underFen payment caps with less than this left are counted
   */
  public QuotaSummary(long underFen) {
    this.underFen = underFen;
  }

  /** The rows of one person, remarks among them. */
  public void add(Iterable<QuotaRow> rows) {
    people++;
    for (QuotaRow row : rows) {
      if (row.isRemark()) {
        remarks.merge(row.remark(), 1L, Long::sum);
      } else if (row.kind() == QuotaRow.Kind.PAYMENT_CAP && row.leftFen() < underFen) {
        under++;
      }
    }
  }

  /** How many people there were. */
  public long people() {
    return people;
  }

  /** How many payment caps have less left. */
  public long under() {
    return under;
  }

  /** Tells what the remarks mean; nothing when there were none. */
  public void tellRemarks(Words words, TextTable.Lines lines) {
    new ReasonText(remarks, "quota.times", words).tell(lines);
  }
}
