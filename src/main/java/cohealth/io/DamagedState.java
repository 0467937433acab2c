package cohealth.io;

import java.io.IOException;

/** A state file whose checksum is right, but which this program cannot have written. */
public final class DamagedState extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  DamagedState(String file, Exception cause) {
    super(file, cause);
    this.problem = Problem.at(ProblemCode.STATE_DAMAGED, file, 0, 0, null);
  }

  /**
   * A state whose lines do not fit one another.
   *
   * @param what what does not fit
   */
  public DamagedState(StateFile file, String what) {
    this(file.name(), new StateFault(what));
  }

  /** What to tell the user. */
  public Problem problem() {
    return problem;
  }
}
