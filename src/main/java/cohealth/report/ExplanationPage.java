package cohealth.report;

import cohealth.policy.PolicyDocument.Source;
import cohealth.report.TextTable.Lines;
import java.util.LinkedHashMap;
import java.util.Map;

/** An explanation as text for people, wrapped to a width. */
public final class ExplanationPage {
  private static final String STEP = "  ";

  private final Lines lines;
  private final Phrases phrases;
  private final int width;
  private final Map<String, Source> sources = new LinkedHashMap<>();

  /** Writes lines of at most {@code width} columns. */
  public ExplanationPage(Lines lines, Phrases phrases, int width) {
    this.lines = lines;
    this.phrases = phrases;
    this.width = width;
  }

  /** Writes all of it, and the sources at the end. */
  public void tell(Explained tree) {
    wrapped("", tree.sentence());
    for (Explained part : tree.parts()) {
      lines.line("");
      tell(part, "");
    }
    if (!sources.isEmpty()) {
      lines.line("");
      wrapped("", phrases.get("explain.sources"));
      for (Source source : sources.values()) {
        wrapped(STEP, phrases.get("explain.source", source.id(), source.grade(), source.title()));
      }
    }
  }

  private void tell(Explained node, String indent) {
    StringBuilder sentence = new StringBuilder(node.sentence());
    for (Source source : node.sources()) {
      sources.put(source.id(), source);
      sentence.append(" [").append(source.id()).append(']');
    }
    wrapped(indent, sentence.toString());
    for (Explained part : node.parts()) {
      tell(part, indent + STEP);
    }
  }

  private void wrapped(String indent, String text) {
    String start = indent;
    for (String line : TextWrap.lines(text, width - TextWidth.of(indent) - STEP.length())) {
      lines.line(start + line);
      start = indent + STEP;
    }
  }
}
