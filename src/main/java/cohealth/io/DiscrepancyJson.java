package cohealth.io;

import cohealth.report.Discrepancy;
import cohealth.text.RowText;

/**
 * Differences as JSON, like {@link SettlementJson}: amounts are numbers, what is blank in CSV is
 * null.
 *
 * @param byLine one object on each line, each with the schema version
 */
public record DiscrepancyJson(boolean byLine) implements RowFormat<Discrepancy> {
  @Override
  public String before() {
    return frame().before();
  }

  @Override
  public String between() {
    return frame().between();
  }

  @Override
  public String after(boolean any) {
    return frame().after(any);
  }

  private JsonRows frame() {
    return new JsonRows("differences", byLine);
  }

  @Override
  public void append(RowText out, Discrepancy row) {
    boolean amounts = row.kind() == Discrepancy.Kind.AMOUNT;
    out.append('{');
    if (byLine) {
      out.append(JsonRows.VERSION).append(',');
    }
    append(out, "claim_id", row.claim(), false);
    append(out.append(','), "person_id", row.person(), false);
    append(out.append(','), "column", row.column(), false);
    append(out.append(','), "expected", row.expected(), amounts);
    append(out.append(','), "actual", row.actual(), amounts);
    append(out.append(','), "difference", row.difference(), true);
    append(out.append(','), "cause", row.cause().name(), false);
    append(out.append(','), "follows", row.follows(), false);
    out.append('}');
  }

  private static void append(RowText out, String name, String value, boolean number) {
    out.append('"').append(name).append("\":");
    if (number && !value.isEmpty()) {
      out.append(value);
    } else {
      JsonText.appendOrNull(out, value);
    }
  }
}
