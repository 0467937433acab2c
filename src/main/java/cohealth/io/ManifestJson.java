package cohealth.io;

import cohealth.text.RowText;

/** What differs from a manifest, as one JSON document; what is blank in CSV is null. */
public final class ManifestJson implements RowFormat<ManifestDifference> {
  private final JsonRows frame = new JsonRows("differences", false);

  @Override
  public String before() {
    return frame.before();
  }

  @Override
  public void append(RowText out, ManifestDifference row) {
    text(out.append('{'), "role", row.role());
    text(out.append(','), "path", row.path());
    text(out.append(','), "what", row.what());
    text(out.append(','), "expected", row.expected());
    text(out.append(','), "found", row.found());
    out.append('}');
  }

  @Override
  public String between() {
    return frame.between();
  }

  @Override
  public String after(boolean any) {
    return frame.after(any);
  }

  private static void text(RowText out, String name, String value) {
    out.append('"').append(name).append("\":");
    JsonText.appendOrNull(out, value);
  }
}
