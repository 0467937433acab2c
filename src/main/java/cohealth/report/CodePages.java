package cohealth.report;

import cohealth.report.TextTable.Lines;
import java.util.List;

/** The problem codes for people: a line for each, or all that there is to say of one. */
public final class CodePages {
  /** What is shorter does not say enough by itself. */
  private static final int SHORTEST = 8;

  private static final String INDENT = "  ";

  private final Phrases phrases;
  private final int width;

  /** Pages of a width. */
  public CodePages(Phrases phrases, int width) {
    this.phrases = phrases;
    this.width = width;
  }

  /** Tells a line for each code, by group. */
  public void list(List<CodeEntry> entries, Lines lines) {
    PolicyPage page = new PolicyPage(lines, width);
    String group = "";
    for (CodeEntry entry : entries) {
      if (!entry.group().equals(group)) {
        if (!group.isEmpty()) {
          page.blank();
        }
        group = entry.group();
        page.paragraph("", phrases.get("errors.group." + group));
      }
      page.paragraph(INDENT + entry.code() + INDENT, shortLine(entry, entries));
    }
    page.part(phrases.get("errors.more"));
  }

  /** Tells what a code means and what to do instead. */
  public void page(CodeEntry entry, Lines lines) {
    PolicyPage page = new PolicyPage(lines, width);
    page.paragraph("", phrases.get("errors.head", entry.severity(), entry.code(), entry.line()));
    page.part(entry.meaning());
    CodeEntry.Example example = entry.example();
    if (example != null) {
      page.part(phrases.get("errors.example", "samples/errors/" + example.folder()));
      if (!example.row().isEmpty()) {
        lines.line(INDENT + example.row());
      }
      page.paragraph(INDENT, example.told());
    }
  }

  /** Tells what a reason of a result means: they are looked up here, too. */
  public void reason(String code, String meaning, Lines lines) {
    new PolicyPage(lines, width).paragraph("", phrases.get("errors.reason", code, meaning));
  }

  /** What is wrong, without the remedy, unless that is little or what another code says, too. */
  private static String shortLine(CodeEntry entry, List<CodeEntry> entries) {
    String found = entry.found();
    long same = entries.stream().filter(other -> other.found().equals(found)).count();
    return same > 1 || TextWidth.of(found) < SHORTEST ? entry.line() : found;
  }
}
