package cohealth.io;

import java.io.IOException;

/** An output that may not or cannot be written: nothing of the run's outputs is put in place. */
public final class OutputFailed extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  OutputFailed(ProblemCode code, String file, String... args) {
    super(code.code() + " " + file);
    this.problem = Problem.at(code, file, 0, 0, null, args);
  }

  static OutputFailed because(String file, IOException cause) {
    OutputFailed failed =
        new OutputFailed(ProblemCode.OUTPUT_FAILED, file, UnreadableFile.reason(cause));
    failed.initCause(cause);
    return failed;
  }

  /** What to tell the user. */
  public Problem problem() {
    return problem;
  }
}
