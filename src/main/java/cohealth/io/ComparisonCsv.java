package cohealth.io;

import cohealth.comparison.Measure;
import cohealth.text.RowText;
import java.util.List;
import java.util.stream.Collectors;

/** The numbers of a comparison as CSV. */
public final class ComparisonCsv implements RowFormat<Measure> {
  private static final String HEADER = "section,key,measure,before,after,difference\n";

  @Override
  public String before() {
    return HEADER;
  }

  @Override
  public void append(RowText out, Measure row) {
    List<String> cells =
        List.of(
            row.section(), row.key(), row.measure(), row.before(), row.after(), row.difference());
    out.append(cells.stream().map(ComparisonCsv::quoted).collect(Collectors.joining(",")));
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
