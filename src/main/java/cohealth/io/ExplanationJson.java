package cohealth.io;

import cohealth.policy.PolicyDocument;
import cohealth.report.Explained;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** An explanation as JSON: the tree that people read, with its numbers as text. */
public final class ExplanationJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private ExplanationJson() {}

  /** Writes the tree; the stream is not closed. */
  public static void write(Explained tree, OutputStream target) throws IOException {
    JsonGenerator out = FACTORY.createGenerator(target);
    out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    out.setPrettyPrinter(new DefaultPrettyPrinter());
    out.writeStartObject();
    out.writeNumberField("schema_version", SettlementJson.SCHEMA_VERSION);
    fields(out, tree);
    out.writeEndObject();
    out.writeRaw('\n');
    out.flush();
  }

  private static void fields(JsonGenerator out, Explained node) throws IOException {
    out.writeStringField("key", node.key());
    for (Map.Entry<String, String> value : node.values().entrySet()) {
      out.writeStringField(value.getKey(), value.getValue());
    }
    out.writeStringField("text", node.sentence());
    if (!node.sources().isEmpty()) {
      out.writeArrayFieldStart("sources");
      for (PolicyDocument.Source source : node.sources()) {
        out.writeStartObject();
        out.writeStringField("id", source.id());
        out.writeStringField("grade", source.grade());
        out.writeStringField("title", source.title());
        out.writeEndObject();
      }
      out.writeEndArray();
    }
    if (!node.parts().isEmpty()) {
      out.writeArrayFieldStart("parts");
      for (Explained part : node.parts()) {
        out.writeStartObject();
        fields(out, part);
        out.writeEndObject();
      }
      out.writeEndArray();
    }
  }
}
