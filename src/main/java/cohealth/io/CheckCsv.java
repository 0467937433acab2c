package cohealth.io;

import cohealth.text.RowText;

/** What a check of inputs has found, as CSV; texts stand in quotes. */
public record CheckCsv(Messages messages) implements RowFormat<CheckFinding> {
  private static final String HEADER =
      "severity,code,file,line,column,field,reason,payer_id,beneficiary_id,works_from,message\n";

  @Override
  public String before() {
    return HEADER;
  }

  @Override
  public void append(RowText out, CheckFinding row) {
    Problem problem = row.problem();
    String field = problem.field();
    out.append(problem.code().severity()).append(',').append(problem.code().code());
    text(out.append(','), SpreadsheetText.ofFile(problem.file()));
    number(out.append(','), problem.line());
    number(out.append(','), problem.column());
    text(out.append(','), field == null ? "" : Shown.escaped(field));
    out.append(',').append(row.reason());
    out.append(',').append(row.payerId());
    out.append(',').append(row.beneficiaryId());
    out.append(',').append(row.worksFrom());
    text(out.append(','), row.sentence(messages));
  }

  @Override
  public String between() {
    return "\n";
  }

  @Override
  public String after(boolean any) {
    return any ? "\n" : "";
  }

  private static void text(RowText out, String text) {
    if (!text.isEmpty()) {
      out.append('"').append(text.replace("\"", "\"\"")).append('"');
    }
  }

  private static void number(RowText out, int number) {
    if (number != 0) {
      out.append(number);
    }
  }
}
