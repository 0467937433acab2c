package cohealth.io;

/** A line of a state file is not what this program would have written there. */
final class StateFault extends Exception {
  private static final long serialVersionUID = 1L;

  StateFault(String what) {
    super(what);
  }

  StateFault(String what, Exception cause) {
    super(what, cause);
  }
}
