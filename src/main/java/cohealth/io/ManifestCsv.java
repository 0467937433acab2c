package cohealth.io;

import cohealth.text.RowText;

/** What differs from a manifest, as CSV. */
public final class ManifestCsv implements RowFormat<ManifestDifference> {
  @Override
  public String before() {
    return "role,path,what,expected,found\n";
  }

  @Override
  public void append(RowText out, ManifestDifference row) {
    out.append(row.role()).append(',').append(cell(row.path())).append(',');
    out.append(row.what()).append(',').append(row.expected()).append(',').append(row.found());
  }

  @Override
  public String between() {
    return "\n";
  }

  @Override
  public String after(boolean any) {
    return any ? "\n" : "";
  }

  /** A name of a file may be anything, also a formula. */
  private static String cell(String name) {
    String shown = Shown.escaped(name);
    String safe = IdText.isFormula(shown) ? "'" + shown : shown;
    return safe.contains(",") || safe.contains("\"")
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }
}
