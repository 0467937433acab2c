package cohealth.report;

/**
 * A column of one kind of results; its name is the contract with other programs.
 *
 * @param <R> the rows
 */
public interface ResultColumn<R> {
  /** The name in headers. */
  String header();

  /** Appends the value of a row; ids have no character that CSV would have to quote. */
  void append(StringBuilder out, R row, Ids ids);

  /** Whether its values are, or hold, ids of people. */
  boolean namesPeople();
}
