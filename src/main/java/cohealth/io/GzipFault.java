package cohealth.io;

import java.io.IOException;
import java.util.List;

/** Bytes that are no whole gzip file. */
final class GzipFault extends IOException {
  private static final long serialVersionUID = 1L;

  final ProblemCode code;
  final transient List<String> args;

  GzipFault(ProblemCode code, String... args) {
    super(code.code());
    this.code = code;
    this.args = List.of(args);
  }
}
