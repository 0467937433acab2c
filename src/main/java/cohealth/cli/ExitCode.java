package cohealth.cli;

/** What the program tells the shell. Never 1: that is the Java machine's own. */
enum ExitCode {
  /** Done. */
  DONE(0),
  /** The command line was wrong. */
  USAGE(2),
  /** Input was refused; nothing was written. */
  REFUSED(3),
  /** A check that was asked for did not hold. */
  NOT_HELD(4),
  /** Done, and rows that could not be settled are in the rejects file. */
  REJECTS(5),
  /** A file could not be read or written. */
  FILE(6),
  /** A fault of the program; nothing was written. */
  FAULT(70),
  /** The reader of the output went away. */
  READER_GONE(141);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
