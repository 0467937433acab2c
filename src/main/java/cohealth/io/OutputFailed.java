package cohealth.io;

import java.io.IOException;
import java.nio.file.Path;

/** An output that may not or cannot be written: nothing of the run's outputs is put in place. */
public final class OutputFailed extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  OutputFailed(ProblemCode code, String file, String... args) {
    super(code.code() + " " + file);
    this.problem = Problem.at(code, file, 0, 0, null, args);
  }

  static OutputFailed because(String file, IOException cause) {
    return failed(ProblemCode.OUTPUT_FAILED, file, cause);
  }

  /** The system did not take a private copy in the folder for them. */
  public static OutputFailed ofCopy(Path folder, IOException cause) {
    return failed(ProblemCode.COPY_FAILED, folder.toString(), cause);
  }

  private static OutputFailed failed(ProblemCode code, String file, IOException cause) {
    OutputFailed failed = new OutputFailed(code, file, UnreadableFile.reason(cause));
    failed.initCause(cause);
    return failed;
  }

  /** What to tell the user. */
  public Problem problem() {
    return problem;
  }
}
