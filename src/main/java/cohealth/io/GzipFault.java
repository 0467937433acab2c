package cohealth.io;

import java.io.IOException;
import java.util.List;

/** Bytes that are no whole gzip file. */
public final class GzipFault extends IOException {
  private static final long serialVersionUID = 1L;

  final ProblemCode code;
  final transient List<String> args;

  GzipFault(ProblemCode code, String... args) {
    super(code.code());
    this.code = code;
    this.args = List.of(args);
  }

  /** What to tell of the file. */
  public Problem problem(String file) {
    return new Problem(code, file, 0, 0, null, args);
  }
}
