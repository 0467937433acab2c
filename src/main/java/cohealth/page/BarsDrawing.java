package cohealth.page;

import java.util.ArrayList;
import java.util.List;

/**
 * Bars: a line of text and a bar for each row. Widths are per cent, so that they fit any screen and
 * no text is scaled.
 */
final class BarsDrawing {
  private final Grid grid;
  private final Html html;
  private final List<Integer> labels = new ArrayList<>();
  private final List<Integer> values = new ArrayList<>();

  BarsDrawing(Grid grid, Html html) {
    this.grid = grid;
    this.html = html;
    grid.drawing().labels().forEach(key -> labels.add(grid.column(key)));
    grid.drawing().values().forEach(key -> values.add(grid.column(key)));
  }

  void draw() {
    Extent extent = Extent.ofSums(grid, values);
    Scale common = Scale.of(extent.least(), extent.most());
    Drawing.Kind kind = grid.drawing().kind();
    html.open("div", "class", "bars").line();
    long left = 0;
    for (int i = 0; i < grid.rows().size(); i++) {
      List<Cell> row = grid.rows().get(i);
      html.open("div", "class", "bar").open("span", "class", "label").open("bdi");
      html.text(label(row)).close("bdi").close("span");
      boolean fills = kind == Drawing.Kind.FILL;
      Scale scale = fills ? Scale.of(0, row.get(values.get(1)).size()) : common;
      html.open("svg", "class", fills ? "track fill" : "track", "focusable", "false");
      if (scale.from() < 0) {
        String zero = scale.place(0);
        html.open("line", "class", "zero", "x1", zero, "x2", zero, "y1", "0", "y2", "100%");
        html.close("line");
      }
      if (fills) {
        bar(scale, 0, row.get(values.get(0)).size(), row, values.get(0));
      } else if (kind == Drawing.Kind.WATERFALL) {
        long size = row.get(values.get(0)).size();
        left = i == 0 ? size : left - size;
        bar(scale, i == 0 ? 0 : left, size, row, values.get(0));
      } else {
        bars(scale, row);
      }
      html.close("svg").open("span", "class", "value").text(sum(row)).close("span");
      html.close("div").line();
    }
    html.close("div").line();
  }

  private void bars(Scale scale, List<Cell> row) {
    long above = 0;
    long below = 0;
    for (int column : values) {
      long size = row.get(column).size();
      if (size >= 0) {
        bar(scale, above, size, row, column);
        above += size;
      } else {
        below += size;
        bar(scale, below, -size, row, column);
      }
    }
  }

  private void bar(Scale scale, long from, long size, List<Cell> row, int column) {
    if (size == 0) {
      return;
    }
    long start = size < 0 ? from + size : from;
    html.open(
        "rect",
        "class",
        "tone-" + tone(row, column),
        "x",
        scale.place(start),
        "width",
        scale.length(size),
        "height",
        "100%");
    html.element("title", title(row, column)).close("rect");
  }

  /** Where each row is a payer it has the colour that the payer has elsewhere. */
  private Tone tone(List<Cell> row, int column) {
    if (values.size() == 1) {
      for (Tone tone : Tone.values()) {
        if (tone.toString().equals(row.get(0).value())) {
          return tone;
        }
      }
    }
    return grid.columns().get(column).tone();
  }

  private String title(List<Cell> row, int column) {
    String name = values.size() == 1 ? "" : grid.columns().get(column).title() + ": ";
    return label(row) + " · " + name + row.get(column).text();
  }

  private String label(List<Cell> row) {
    return String.join(" · ", labels.stream().map(column -> row.get(column).text()).toList());
  }

  /** What stands beside the bar: its only value; of several, nothing but what the table has. */
  private String sum(List<Cell> row) {
    if (grid.drawing().kind() == Drawing.Kind.FILL) {
      return row.get(values.get(0)).text() + " / " + row.get(values.get(1)).text();
    }
    return values.size() == 1 ? row.get(values.get(0)).text() : "";
  }
}
