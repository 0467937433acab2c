package cohealth.report;

import java.util.List;
import java.util.Locale;

/** The problem codes as a page of the documentation, each in both languages. */
public final class CodeMarkdown {
  private static final String GALLERY = "../samples/errors/";

  private final Phrases en;
  private final Phrases zh;

  /** A page with the words of both languages. */
  public CodeMarkdown(Phrases en, Phrases zh) {
    this.en = en;
    this.zh = zh;
  }

  /**
   * The page.
   *
   * @param english the codes in English
   * @param chinese the same codes in the same order, in Chinese
   */
  public String page(List<CodeEntry> english, List<CodeEntry> chinese) {
    StringBuilder out = new StringBuilder(1 << 16);
    both(out, "# ", "errors.title", " · ", "\n\n");
    both(out, "", "errors.intro", "\n\n", "\n\n");
    groups(english).forEach(group -> contents(out, group, english));
    String group = "";
    for (int i = 0; i < english.size(); i++) {
      CodeEntry entry = english.get(i);
      if (!entry.group().equals(group)) {
        group = entry.group();
        both(out, "\n## ", "errors.group." + group, " · ", "\n");
      }
      entry(out, entry, chinese.get(i));
    }
    return out.toString();
  }

  private void contents(StringBuilder out, String group, List<CodeEntry> entries) {
    both(out, "- ", "errors.group." + group, " · ", "\n ");
    for (CodeEntry entry : entries) {
      if (entry.group().equals(group)) {
        String anchor = entry.code().toLowerCase(Locale.ROOT);
        out.append(" [").append(entry.code()).append("](#").append(anchor).append(')');
      }
    }
    out.append('\n');
  }

  private static void entry(StringBuilder out, CodeEntry english, CodeEntry chinese) {
    out.append("\n### ").append(english.code()).append("\n\n");
    out.append("**").append(escaped(english.line())).append("**\n\n");
    out.append(escaped(english.meaning())).append("\n\n");
    out.append("**").append(escaped(chinese.line())).append("**\n\n");
    out.append(escaped(chinese.meaning())).append('\n');
    CodeEntry.Example example = english.example();
    CodeEntry.Example translated = chinese.example();
    if (example != null && translated != null) {
      out.append("\n[").append(example.folder()).append("](").append(GALLERY);
      out.append(example.folder()).append("):\n\n```text\n");
      out.append(example.row()).append(example.row().isEmpty() ? "" : "\n");
      out.append(example.told()).append('\n').append(translated.told()).append("\n```\n");
    }
  }

  private static List<String> groups(List<CodeEntry> entries) {
    return entries.stream().map(CodeEntry::group).distinct().toList();
  }

  private void both(StringBuilder out, String before, String key, String between, String after) {
    out.append(before).append(en.get(key)).append(between).append(zh.get(key)).append(after);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("*", "\\*").replace("<", "&lt;").replace("|", "\\|");
  }
}
