package cohealth.page;

import java.util.ArrayList;
import java.util.List;

/**
 * What is drawn over time, with numbers at the side: columns for months, or lines that stay until
 * they change. Places are per cent, so that it fits any screen and no text is scaled.
 */
final class PlotDrawing {
  /** Per cent of a month's width that its column takes, in hundredths. */
  private static final int COLUMN = 72;

  private static final int MONTH_OF_DATE = 5;
  private static final int MOST_LABELS = 12;

  private final Grid grid;
  private final Html html;
  private final Numbers numbers;
  private final int label;
  private final List<Integer> values = new ArrayList<>();

  /** How the numbers at the side are written. */
  interface Numbers {
    /** A round amount of fen, short. */
    String amount(long fen);
  }

  PlotDrawing(Grid grid, Html html, Numbers numbers) {
    this.grid = grid;
    this.html = html;
    this.numbers = numbers;
    this.label = grid.column(grid.drawing().labels().get(0));
    grid.drawing().values().forEach(key -> values.add(grid.column(key)));
  }

  /** Columns, the values of a month one on top of the other. */
  void months() {
    Extent extent = Extent.ofSums(grid, values);
    Scale scale = Scale.round(extent.least(), extent.most());
    open(scale);
    Scale width = Scale.of(0, grid.rows().size() * 100L);
    for (int i = 0; i < grid.rows().size(); i++) {
      column(scale, width, i);
    }
    html.close("svg");
    List<Integer> marked = new ArrayList<>();
    int each = 1 + (grid.rows().size() - 1) / MOST_LABELS;
    for (int i = 0; i < grid.rows().size(); i += each) {
      marked.add(i);
    }
    labels(
        marked.stream().map(i -> width.place(i * 100L + 50)).toList(),
        marked.stream().map(i -> grid.rows().get(i).get(label).text()).toList());
    html.close("div").line();
  }

  private void column(Scale scale, Scale width, int month) {
    List<Cell> row = grid.rows().get(month);
    long above = 0;
    long below = 0;
    for (int column : values) {
      long size = row.get(column).size();
      if (size == 0) {
        continue;
      }
      long top = size > 0 ? above + size : below;
      above += Math.max(0, size);
      below += Math.min(0, size);
      html.open(
          "rect",
          "class",
          "tone-" + grid.columns().get(column).tone(),
          "x",
          width.place(month * 100L + (100 - COLUMN) / 2),
          "width",
          width.length(COLUMN),
          "y",
          scale.height(top),
          "height",
          scale.length(size));
      html.element("title", title(row, column)).close("rect");
    }
  }

  /** Lines that go on level until the day on which the value is another. */
  void steps(DayPlaces days) {
    Extent extent = Extent.ofEach(grid, values);
    Scale scale = Scale.round(extent.least(), extent.most());
    open(scale);
    for (int column : values) {
      steps(scale, days, column);
    }
    html.close("svg");
    labels(days.places(), days.texts());
    html.close("div").line();
  }

  private void steps(Scale scale, DayPlaces days, int column) {
    List<List<Cell>> rows = grid.rows();
    String tone = "line-" + grid.columns().get(column).tone();
    for (int i = 0; i < rows.size(); i++) {
      String from = days.place(rows.get(i).get(label).text());
      String to = i + 1 == rows.size() ? "100%" : days.place(rows.get(i + 1).get(label).text());
      String y = scale.height(rows.get(i).get(column).size());
      html.open("line", "class", tone, "x1", from, "x2", to, "y1", y, "y2", y);
      html.element("title", title(rows.get(i), column)).close("line");
      if (i + 1 < rows.size()) {
        String next = scale.height(rows.get(i + 1).get(column).size());
        if (!next.equals(y)) {
          html.open("line", "class", tone, "x1", to, "x2", to, "y1", y, "y2", next).close("line");
        }
      }
    }
  }

  private void open(Scale scale) {
    html.open("div", "class", "plot").open("div", "class", "side");
    for (long line : scale.lines()) {
      html.open("svg", "class", "number", "focusable", "false");
      html.element("text", number(line), "x", "100%", "y", scale.height(line));
      html.close("svg");
    }
    html.close("div").open("svg", "class", "area", "focusable", "false");
    for (long line : scale.lines()) {
      String y = scale.height(line);
      html.open(
          "line", "class", line == 0 ? "zero" : "help", "x1", "0", "x2", "100%", "y1", y, "y2", y);
      html.close("line");
    }
  }

  private void labels(List<String> places, List<String> texts) {
    html.open("svg", "class", "below", "focusable", "false");
    String year = "";
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      html.element("text", text.substring(MONTH_OF_DATE), "x", places.get(i), "y", "14");
      if (!text.startsWith(year) || year.isEmpty()) {
        year = text.substring(0, MONTH_OF_DATE - 1);
        html.element("text", year, "x", places.get(i), "y", "30");
      }
    }
    html.close("svg");
  }

  private String number(long value) {
    boolean amount =
        grid.rows().stream().anyMatch(row -> row.get(values.get(0)) instanceof Cell.Amount);
    return amount ? numbers.amount(value) : Thousands.count(value);
  }

  private String title(List<Cell> row, int column) {
    return row.get(label).text()
        + " · "
        + grid.columns().get(column).title()
        + ": "
        + row.get(column).text();
  }
}
