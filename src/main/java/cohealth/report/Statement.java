package cohealth.report;

import cohealth.money.Fen;
import cohealth.policy.PolicyDocument.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds one {@link Explained}. */
final class Statement {
  private final String key;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<Source> sources = new ArrayList<>();
  private final List<Explained> parts = new ArrayList<>();
  private String sentence = "";

  Statement(String key) {
    this.key = key;
  }

  Statement amount(String name, long fen) {
    values.put(name, Fen.text(fen));
    return this;
  }

  Statement word(String name, String value) {
    values.put(name, value);
    return this;
  }

  Statement says(String text) {
    sentence = text;
    return this;
  }

  Statement source(@Nullable Source source) {
    if (source != null && !sources.contains(source)) {
      sources.add(source);
    }
    return this;
  }

  Statement part(@Nullable Statement part) {
    if (part != null) {
      parts.add(part.done());
    }
    return this;
  }

  Explained done() {
    return new Explained(
        key,
        Collections.unmodifiableMap(values),
        sentence,
        List.copyOf(sources),
        List.copyOf(parts));
  }
}
