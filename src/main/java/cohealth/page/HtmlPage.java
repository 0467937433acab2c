package cohealth.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * A page as one HTML file that needs nothing else: no script, no request to any network, which its
 * Content-Security-Policy forbids besides. The style sheet is allowed by its fingerprint.
 */
public final class HtmlPage {
  private static final String STYLE = style();
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'sha256-"
          + fingerprint(STYLE)
          + "'; base-uri 'none'; form-action 'none'";

  private static final int SHORT = 14;

  private final Page page;
  private final PlotDrawing.Numbers numbers;
  private final Html html = new Html();

  private HtmlPage(Page page) {
    this.page = page;
    this.numbers = new ShortAmounts(page.language());
  }

  /** The whole file. */
  public static String of(Page page) {
    HtmlPage writing = new HtmlPage(page);
    writing.write();
    return writing.html.toString();
  }

  private static String style() {
    try (InputStream in = HtmlPage.class.getResourceAsStream("/cohealth/report.css")) {
      if (in == null) {
        throw new IllegalStateException("missing in the program: report.css");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String fingerprint(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private void write() {
    html.raw("<!DOCTYPE html>\n").open("html", "lang", page.language()).line();
    html.open("head").line();
    meta("charset", "utf-8");
    meta("http-equiv", "Content-Security-Policy", "content", CONTENT_SECURITY_POLICY);
    meta("name", "viewport", "content", "width=device-width, initial-scale=1");
    meta("name", "color-scheme", "content", "light dark");
    meta("name", "referrer", "content", "no-referrer");
    meta("name", "robots", "content", "noindex");
    html.element("title", page.title()).line();
    html.open("style").raw(STYLE).close("style").line();
    html.close("head").line().open("body", "id", "top").line();
    html.open("header").element("h1", page.title());
    page.lead().forEach(text -> html.element("p", text));
    html.close("header").line();
    contents();
    html.open("main").line();
    page.sections().forEach(this::section);
    html.close("main").line().close("body").line().close("html").line();
  }

  private void meta(String... attributes) {
    html.open("meta", attributes).line();
  }

  private void contents() {
    html.open("nav", "aria-label", page.contents()).open("ul");
    for (Section section : page.sections()) {
      html.open("li").element("a", section.title(), "href", "#" + section.key()).close("li");
    }
    html.close("ul").close("nav").line();
  }

  private void section(Section section) {
    html.open("section", "id", section.key(), "aria-labelledby", section.key() + "-title");
    html.element("h2", section.title(), "id", section.key() + "-title").line();
    section.notes().forEach(text -> html.element("p", text).line());
    for (int i = 0; i < section.grids().size(); i++) {
      grid(section.grids().get(i), section.key() + "-" + i);
    }
    html.close("section").line();
  }

  private void grid(Grid grid, String id) {
    switch (grid.drawing().kind()) {
      case TABLE -> table(grid, id);
      case CARDS -> cards(grid);
      default -> {
        html.open("figure");
        if (!grid.caption().isEmpty()) {
          html.open("figcaption").element("bdi", grid.caption()).close("figcaption");
        }
        legend(grid);
        String called = grid.caption().isEmpty() ? page.numbers() : grid.caption();
        html.open("div", "class", "drawing", "role", "img", "aria-label", called).line();
        draw(grid);
        html.close("div").line();
        table(grid, id);
        html.close("figure").line();
      }
    }
  }

  private void draw(Grid grid) {
    switch (grid.drawing().kind()) {
      case BARS, WATERFALL, FILL -> new BarsDrawing(grid, html).draw();
      case MONTHS -> new PlotDrawing(grid, html, numbers).months();
      case STEPS -> {
        int label = grid.column(grid.drawing().labels().get(0));
        new PlotDrawing(grid, html, numbers).steps(DayPlaces.of(grid, label));
      }
      case TABLE, CARDS -> throw new IllegalArgumentException("not drawn: " + grid.key());
    }
  }

  private void legend(Grid grid) {
    List<String> values = grid.drawing().values();
    if (values.size() < 2 || grid.drawing().kind() == Drawing.Kind.FILL) {
      return;
    }
    html.open("ul", "class", "legend");
    for (String value : values) {
      Column column = grid.columns().get(grid.column(value));
      html.open("li").open("svg", "class", "key", "aria-hidden", "true");
      html.open("rect", "class", "tone-" + column.tone(), "width", "100%", "height", "100%");
      html.close("rect").close("svg").element("bdi", column.title()).close("li");
    }
    html.close("ul").line();
  }

  private void cards(Grid grid) {
    html.open("dl", "class", "cards", "data-table", grid.key(), "data-of", grid.of());
    List<Cell> row = grid.rows().get(0);
    for (int i = 0; i < row.size(); i++) {
      Column column = grid.columns().get(i);
      html.open("div").element("dt", column.title());
      html.open("dd", "data-column", column.key());
      value(row.get(i));
      html.close("dd").close("div");
    }
    html.close("dl").line();
  }

  /** A table can be wider than a telephone; then it moves on its own, by keyboard, too. */
  private void table(Grid grid, String id) {
    boolean named = !grid.caption().isEmpty();
    html.open(
        "div",
        "class",
        "wide",
        "role",
        "region",
        "tabindex",
        "0",
        "aria-label",
        named ? grid.caption() : page.numbers());
    html.open("table", "id", id, "data-table", grid.key(), "data-of", grid.of());
    if (named && grid.drawing().kind() == Drawing.Kind.TABLE) {
      html.open("caption").element("bdi", grid.caption()).close("caption");
    }
    html.open("thead").open("tr");
    for (int i = 0; i < grid.columns().size(); i++) {
      Column column = grid.columns().get(i);
      String look = i > 0 && isNumber(grid, i) ? "number" : "word";
      html.open("th", "scope", "col", "class", look, "data-column", column.key());
      html.element("bdi", column.title()).close("th");
    }
    html.close("tr").close("thead").line().open("tbody").line();
    for (List<Cell> row : grid.rows()) {
      html.open("tr");
      for (int i = 0; i < row.size(); i++) {
        cell(row.get(i), i == 0);
      }
      html.close("tr").line();
    }
    html.close("tbody").close("table").close("div").line();
  }

  private static boolean isNumber(Grid grid, int column) {
    return !grid.rows().isEmpty()
        && grid.rows().stream().anyMatch(row -> row.get(column).isNumber());
  }

  private void cell(Cell cell, boolean first) {
    if (first) {
      html.open("th", "scope", "row", "class", look(cell));
    } else {
      html.open("td", "class", cell.isNumber() ? "number" : look(cell));
    }
    value(cell);
    html.close(first ? "th" : "td");
  }

  /** A day or a short id is not broken. */
  private static String look(Cell cell) {
    return cell.text().length() <= SHORT ? "word short" : "word";
  }

  private void value(Cell cell) {
    if (cell.isNumber()) {
      html.element("data", cell.text(), "value", cell.value());
    } else {
      html.element("bdi", cell.text(), "data-value", cell.value());
    }
  }
}
