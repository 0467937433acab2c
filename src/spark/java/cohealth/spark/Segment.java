package cohealth.spark;

import java.io.Serializable;
import java.util.Locale;

/**
 * Files of a table that follow one another and have the same header: in a batch their rows are one
 * text, so that a lake's thousand files are not a thousand texts.
 *
 * @param number in the order of the table's files
 * @param firstFile the number of the first of them
 * @param header with its line end
 * @param headerLines how many lines it has
 */
record Segment(Table table, int number, int firstFile, String header, int headerLines)
    implements Serializable {
  /** How the readers call the text; {@link RowPlaces} knows where its rows stand. */
  String name() {
    return table.name().toLowerCase(Locale.ROOT) + "-" + number;
  }
}
