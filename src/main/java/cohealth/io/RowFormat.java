package cohealth.io;

import cohealth.text.RowText;

/**
 * How rows of one kind become text: what stands before all rows, between them and after them. Lines
 * end with LF on every system.
 *
 * @param <T> the rows
 */
public interface RowFormat<T> {
  /** Before the first row. */
  String before();

  /** Appends one row, without what stands between rows. */
  void append(RowText out, T row);

  /** Between two rows. */
  String between();

  /** After the last row; {@code any} tells whether there was one. */
  String after(boolean any);
}
