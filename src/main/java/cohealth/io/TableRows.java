package cohealth.io;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table one after the other, each cell with its text and its place. {@link CsvRows}
 * defines what a table is; the others read a part of the tables, in which they agree with it.
 */
interface TableRows extends Closeable {
  /**
   * Goes to the next row. Blank rows come out only when another row follows them: at the end of a
   * file they are accepted. False at the end, or at a {@link #fault}.
   */
  boolean next() throws IOException;

  /** What ended the reading early, once {@link #next} was false; or null. */
  CsvGuard.@Nullable Fault fault();

  /** Whether the text ended without a line end, once {@link #next} was false. */
  boolean lastLineOpen();

  /** The row holds nothing; it has no cells then. */
  boolean isBlank();

  /** How many cells the row has. */
  int size();

  /** The line in which the row begins, from 1. */
  int line();

  /** The text of a cell. */
  String cell(int index);

  /** The line in which a cell begins. */
  int line(int index);

  /** The character of its line with which the cell begins, from 1; its quote, if it has one. */
  int column(int index);

  /** Whether a cell is quoted. */
  boolean isQuoted(int index);
}
