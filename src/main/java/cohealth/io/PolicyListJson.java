package cohealth.io;

import cohealth.report.PolicySummary;
import cohealth.text.RowText;
import cohealth.time.Day;
import org.jspecify.annotations.Nullable;

/** Policy documents as one JSON document; what is open or not given is null. */
public final class PolicyListJson implements RowFormat<PolicySummary> {
  @Override
  public String before() {
    return "{\"schema_version\":" + SettlementJson.SCHEMA_VERSION + ",\"policies\":[\n";
  }

  @Override
  public void append(RowText out, PolicySummary row) {
    text(out, "{\"id\":", row.id());
    text(out, ",\"region\":", Integer.toString(row.region()));
    text(out, ",\"insurance\":", PolicyValues.written(row.insurance()));
    text(out, ",\"title_zh\":", row.title().zh());
    text(out, ",\"title_en\":", row.title().en());
    text(out, ",\"from\":", Day.text(row.from()));
    text(out, ",\"to\":", row.to() == Day.OPEN_END ? null : Day.text(row.to()));
    out.append(",\"versions\":").append(row.versions());
    text(out, ",\"best_grade\":", row.best().isEmpty() ? null : row.best());
    text(out, ",\"worst_grade\":", row.worst().isEmpty() ? null : row.worst());
    out.append(",\"proven\":").append(row.proven() ? "true" : "false").append('}');
  }

  @Override
  public String between() {
    return ",\n";
  }

  @Override
  public String after(boolean any) {
    return any ? "\n]}\n" : "]}\n";
  }

  private static void text(RowText out, String key, @Nullable String value) {
    out.append(key);
    if (value == null) {
      out.append("null");
    } else {
      JsonText.append(out, value);
    }
  }
}
