package cohealth.io;

import cohealth.report.PolicySummary;
import cohealth.text.RowText;
import cohealth.time.Day;
import java.util.List;
import java.util.stream.Collectors;

/** Policy documents as CSV; what is open is blank. */
public final class PolicyListCsv implements RowFormat<PolicySummary> {
  private static final String HEADER =
      "id,region,insurance,title_zh,title_en,from,to,versions,best_grade,worst_grade,proven\n";

  @Override
  public String before() {
    return HEADER;
  }

  @Override
  public void append(RowText out, PolicySummary row) {
    List<String> cells =
        List.of(
            row.id(),
            Integer.toString(row.region()),
            PolicyValues.written(row.insurance()),
            row.title().zh(),
            row.title().en(),
            Day.text(row.from()),
            row.to() == Day.OPEN_END ? "" : Day.text(row.to()),
            Integer.toString(row.versions()),
            row.best(),
            row.worst(),
            row.proven() ? "yes" : "no");
    out.append(cells.stream().map(PolicyListCsv::quoted).collect(Collectors.joining(",")));
  }

  @Override
  public String between() {
    return "\n";
  }

  @Override
  public String after(boolean any) {
    return any ? "\n" : "";
  }

  private static String quoted(String text) {
    return text.contains(",") || text.contains("\"")
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }
}
