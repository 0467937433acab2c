package cohealth.money;

/**
 * A sum of money does not fit into whole fen: single amounts are limited, so that many of them are
 * far too large. The input is refused; it is no fault of the program.
 */
public final class SumTooLarge extends ArithmeticException {
  private static final long serialVersionUID = 1;

  SumTooLarge() {
    super("a sum beyond " + Fen.text(Long.MAX_VALUE));
  }
}
