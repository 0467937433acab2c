package cohealth.cli;

/** What is done when the process is told to end before the run has: unfinished outputs go. */
final class Interruption {
  private final Thread hook;

  private Interruption(Thread hook) {
    this.hook = hook;
  }

  static Interruption onExit(Runnable cleanup) {
    Thread hook = new Thread(cleanup);
    Runtime.getRuntime().addShutdownHook(hook);
    return new Interruption(hook);
  }

  /** There is nothing to clean up any more. */
  void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the process is ending, and the cleanup runs
    }
  }
}
