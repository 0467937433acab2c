package cohealth.report;

import cohealth.text.RowText;

/**
 * A column of one kind of results; its name is the contract with other programs.
 *
 * @param <R> the rows
 */
public interface ResultColumn<R> {
  /** The name in headers. */
  String header();

  /**
   * Appends the value of a row; ids have no character that CSV would have to quote. Several threads
   * may do this, each with its own text.
   */
  void append(RowText out, R row, Ids ids);

  /** Whether its values are, or hold, ids of people. */
  boolean namesPeople();
}
