package cohealth.page;

import cohealth.report.QuotaRow;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How near people are to their limits: how many of them used which part. */
final class LimitUse {
  /** None of it; less than half; less than four fifths; nearly all; all. */
  static final int PARTS = 5;

  private static final int NONE = 0;
  private static final int ALL = PARTS - 1;

  private final Map<Limit, long[]> people = new LinkedHashMap<>();

  /**
   * A limit of a policy.
   *
   * @param document the id of its document
   * @param kind the word for it in machine formats
   */
  record Limit(String document, String benefit, String name, String kind, String period) {}

  /** A person's row, if it is a limit that holds longer than a day. */
  void add(String document, QuotaRow row) {
    QuotaRow.Kind kind = row.kind();
    boolean counts =
        kind == QuotaRow.Kind.DEDUCTIBLE
            || kind == QuotaRow.Kind.EXPENSE_CAP
            || kind == QuotaRow.Kind.PAYMENT_CAP;
    if (kind == null || !counts || row.period().equals("visit") || row.period().equals("day")) {
      return;
    }
    people
        .computeIfAbsent(
            new Limit(
                document,
                row.benefit(),
                row.name(),
                kind.name().toLowerCase(Locale.ROOT),
                row.period()),
            made -> new long[PARTS])[part(row)]++;
  }

  /** By limit, in the order in which they came. */
  Map<Limit, long[]> people() {
    return people;
  }

  private static int part(QuotaRow row) {
    if (row.leftFen() <= 0) {
      return ALL;
    } else if (row.usedFen() <= 0) {
      return NONE;
    } else if (row.usedFen() < row.leftFen()) {
      return 1;
    }
    return row.usedFen() / 4 < row.leftFen() ? 2 : 3;
  }
}
