package cohealth.cli;

/** What is done when the process is told to end: unfinished outputs are removed. */
final class Interruption {
  private Interruption() {}

  static void onExit(Runnable cleanup) {
    Runtime.getRuntime().addShutdownHook(new Thread(cleanup));
  }
}
