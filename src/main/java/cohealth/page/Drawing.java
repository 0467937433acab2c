package cohealth.page;

import java.util.List;

/**
 * How a table is drawn.
 *
 * @param labels the columns that name what is drawn
 * @param values the columns that are drawn
 */
public record Drawing(Kind kind, List<String> labels, List<String> values) {
  /** Not drawn. */
  public static final Drawing NONE = new Drawing(Kind.TABLE, List.of(), List.of());

  /** What kind of drawing it is. */
  public enum Kind {
    /** A table alone. */
    TABLE,
    /** The values of the only row, one card each. */
    CARDS,
    /** A bar for each row, its values one after the other; negative ones to the other side. */
    BARS,
    /** As bars, each beginning where what is left of the first row ends. */
    WATERFALL,
    /** How much of the second value the first is; the second is as long as the drawing is wide. */
    FILL,
    /** An upright column for each row, whose label is a month. */
    MONTHS,
    /** A line for each value over the days of the rows, which stays until it changes. */
    STEPS
  }
}
