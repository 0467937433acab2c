package cohealth.io;

import cohealth.page.Cell;
import cohealth.page.Drawing;
import cohealth.page.Grid;
import cohealth.page.Page;
import cohealth.page.Section;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * The tables of a page as one JSON document: every number that the page shows, amounts in yuan;
 * codes and ids instead of words, so that it is the same in all languages.
 */
public final class PageJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator out;

  private PageJson(JsonGenerator out) {
    this.out = out;
  }

  /** Writes the document; the stream is not closed. */
  public static void write(Page page, OutputStream target) throws IOException {
    JsonGenerator out = FACTORY.createGenerator(target);
    out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    out.setPrettyPrinter(new DefaultPrettyPrinter());
    new PageJson(out).document(page);
    out.writeRaw('\n');
    out.flush();
  }

  private void document(Page page) throws IOException {
    out.writeStartObject();
    out.writeNumberField("schema_version", SettlementJson.SCHEMA_VERSION);
    out.writeStringField("kind", page.kind());
    out.writeArrayFieldStart("tables");
    for (Section section : page.sections()) {
      for (Grid grid : section.grids()) {
        grid(section, grid);
      }
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private void grid(Section section, Grid grid) throws IOException {
    out.writeStartObject();
    out.writeStringField("section", section.key());
    out.writeStringField("table", grid.key());
    if (!grid.of().isEmpty()) {
      out.writeStringField("of", grid.of());
    }
    if (!grid.drawing().equals(Drawing.NONE)) {
      texts("drawn", grid.drawing().values());
    }
    out.writeArrayFieldStart("rows");
    for (List<Cell> row : grid.rows()) {
      out.writeStartObject();
      for (int i = 0; i < row.size(); i++) {
        cell(grid.columns().get(i).key(), row.get(i));
      }
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private void texts(String name, List<String> texts) throws IOException {
    out.writeArrayFieldStart(name);
    for (String text : texts) {
      out.writeString(text);
    }
    out.writeEndArray();
  }

  private void cell(String name, Cell cell) throws IOException {
    out.writeFieldName(name);
    if (cell.value().isEmpty()) {
      out.writeNull();
    } else if (cell.isNumber()) {
      out.writeNumber(cell.value());
    } else {
      out.writeString(cell.value());
    }
  }
}
