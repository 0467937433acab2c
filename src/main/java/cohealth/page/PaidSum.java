package cohealth.page;

import cohealth.comparison.PayerSums;
import cohealth.money.Fen;
import cohealth.settlement.Settlement;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;

/** What was billed and paid in several rows. Not for several threads. */
final class PaidSum {
  private static final int MOST_MONTHS = 240;

  private long rows;
  private long totalFen;
  private PayerSums paid = PayerSums.NONE;

  void add(Settlement row) {
    rows++;
    totalFen = Fen.sum(totalFen, row.totalFen());
    paid = paid.plus(PayerSums.of(row.payments()));
  }

  /**
   * Sums by months as {@code 2025-03}, with nothing in those that have none between others, unless
   * those are centuries apart.
   */
  static Map<String, PaidSum> withGaps(NavigableMap<String, PaidSum> months) {
    Map<String, PaidSum> all = new LinkedHashMap<>();
    if (months.isEmpty()) {
      return all;
    }
    YearMonth last = YearMonth.parse(months.lastKey());
    if (YearMonth.parse(months.firstKey()).plusMonths(MOST_MONTHS).isBefore(last)) {
      return months;
    }
    for (YearMonth month = YearMonth.parse(months.firstKey());
        !month.isAfter(last);
        month = month.plusMonths(1)) {
      PaidSum sum = months.get(month.toString());
      all.put(month.toString(), sum == null ? new PaidSum() : sum);
    }
    return all;
  }

  /** Claims and reversals. */
  long rows() {
    return rows;
  }

  /** Reversals count negative. */
  long totalFen() {
    return totalFen;
  }

  PayerSums paid() {
    return paid;
  }
}
