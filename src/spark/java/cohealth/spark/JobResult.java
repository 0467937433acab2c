package cohealth.spark;

import cohealth.io.Problem;
import java.util.List;

/**
 * What became of a job.
 *
 * @param exitCode as the command line's (docs/files.md)
 * @param problems why nothing was written, the first of them
 * @param problemCount how many there are
 */
record JobResult(
    int exitCode,
    List<Problem> problems,
    long problemCount,
    List<Problem> notes,
    PartResult counts) {
  static final int DONE = 0;
  static final int USAGE = 2;
  static final int REFUSED = 3;
  static final int REJECTS = 5;
  static final int FILE = 6;
  static final int FAULT = 70;
}
