package cohealth.io;

import java.io.IOException;

/** A file that is missing, cannot be read, or changed while it was read: the system's fault. */
public final class UnreadableFile extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  UnreadableFile(ProblemCode code, String file, String... args) {
    super(code.code() + " " + file);
    this.problem = Problem.at(code, file, 0, 0, null, args);
  }

  /** Why the system did not give a file or folder. */
  public static UnreadableFile of(String file, IOException cause) {
    if (cause instanceof java.nio.file.NoSuchFileException) {
      UnreadableFile missing = new UnreadableFile(ProblemCode.FILE_MISSING, file);
      missing.initCause(cause);
      return missing;
    }
    return because(file, cause);
  }

  static UnreadableFile because(String file, IOException cause) {
    UnreadableFile fault = new UnreadableFile(ProblemCode.FILE_UNREADABLE, file, reason(cause));
    fault.initCause(cause);
    return fault;
  }

  /** What to tell the user. */
  public Problem problem() {
    return problem;
  }

  /** The system's own words, without the path that they often repeat. */
  static String reason(IOException cause) {
    if (cause instanceof java.nio.file.AccessDeniedException) {
      return "Permission denied";
    }
    if (cause instanceof java.nio.file.NoSuchFileException) {
      return "No such file or directory";
    }
    String text =
        cause instanceof java.nio.file.FileSystemException system
            ? system.getReason()
            : cause.getMessage();
    return Shown.escaped(text == null ? cause.getClass().getSimpleName() : text);
  }
}
