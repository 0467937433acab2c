package cohealth.io;

import cohealth.comparison.Measure;
import cohealth.text.RowText;

/** The numbers of a comparison, one JSON object on each line; what is blank in CSV is null. */
public final class MeasureLines implements RowFormat<Measure> {
  private static final String CHANGE = "change";

  private final JsonRows frame = new JsonRows("measures", true);

  @Override
  public String before() {
    return frame.before();
  }

  @Override
  public String between() {
    return frame.between();
  }

  @Override
  public String after(boolean any) {
    return frame.after(any);
  }

  @Override
  public void append(RowText out, Measure row) {
    boolean text = row.section().equals(CHANGE);
    out.append('{').append(JsonRows.VERSION);
    value(out, "section", row.section(), true);
    value(out, "key", row.key(), true);
    value(out, "measure", row.measure(), true);
    value(out, "before", row.before(), text);
    value(out, "after", row.after(), text);
    value(out, "difference", row.difference(), text);
    out.append('}');
  }

  private static void value(RowText out, String name, String value, boolean text) {
    out.append(",\"").append(name).append("\":");
    if (text || value.isEmpty()) {
      JsonText.appendOrNull(out, value);
    } else {
      out.append(value);
    }
  }
}
