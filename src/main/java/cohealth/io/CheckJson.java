package cohealth.io;

import cohealth.text.RowText;

/**
 * What a check of inputs has found, as one JSON document; what is blank in CSV is null.
 *
 * @param asOf the day on which bindings were tested; empty when they were not
 */
public record CheckJson(Messages messages, String asOf) implements RowFormat<CheckFinding> {
  @Override
  public String before() {
    RowText out = new RowText();
    out.append("{\"schema_version\":").append(SettlementJson.SCHEMA_VERSION);
    text(out.append(','), "as_of", asOf);
    return out.append(",\"findings\":[\n").toString();
  }

  @Override
  public void append(RowText out, CheckFinding row) {
    Problem problem = row.problem();
    String field = problem.field();
    text(out.append('{'), "severity", problem.code().severity());
    text(out.append(','), "code", problem.code().code());
    text(out.append(','), "file", Shown.escaped(problem.file()));
    number(out.append(','), "line", problem.line());
    number(out.append(','), "column", problem.column());
    text(out.append(','), "field", field == null ? "" : Shown.escaped(field));
    text(out.append(','), "reason", row.reason());
    text(out.append(','), "payer_id", row.payerId());
    text(out.append(','), "beneficiary_id", row.beneficiaryId());
    text(out.append(','), "works_from", row.worksFrom());
    text(out.append(','), "message", row.sentence(messages));
    out.append('}');
  }

  @Override
  public String between() {
    return ",\n";
  }

  @Override
  public String after(boolean any) {
    return any ? "\n]}\n" : "]}\n";
  }

  private static void text(RowText out, String name, String value) {
    out.append('"').append(name).append("\":");
    JsonText.appendOrNull(out, value);
  }

  private static void number(RowText out, String name, int value) {
    out.append('"').append(name).append("\":");
    if (value == 0) {
      out.append("null");
    } else {
      out.append(value);
    }
  }
}
