package cohealth.cli;

import cohealth.io.Messages;
import cohealth.io.ReadBytes;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far the reading, or writing, is while a command works, on a screen and to those who
 * want to be told; for everybody else nothing is started.
 */
final class Progress implements AutoCloseable {
  private static final long INTERVAL_MILLIS = 300;

  private final StatusLine line;
  private final Thread thread;
  private final Interruption interruption;

  private Progress(StatusLine line, Thread thread) {
    this.line = line;
    this.thread = thread;
    this.interruption = Interruption.onExit(line::end);
  }

  /** Begins to show the bytes that are read; null when nobody looks. */
  static @Nullable Progress ofReading(ReadBytes bytes, Terminal terminal, Messages messages) {
    return of(bytes, false, terminal, messages);
  }

  /** Begins to show the bytes that are written; null when nobody looks. */
  static @Nullable Progress ofWriting(ReadBytes bytes, Terminal terminal, Messages messages) {
    return of(bytes, true, terminal, messages);
  }

  private static @Nullable Progress of(
      ReadBytes bytes, boolean written, Terminal terminal, Messages messages) {
    StatusLine line = terminal.status();
    if (line == null) {
      return null;
    }
    ProgressText text =
        new ProgressText(bytes, written, messages, terminal.columns(), System.nanoTime());
    Thread thread = new Thread(() -> show(line, text), "progress");
    thread.setDaemon(true);
    thread.start();
    return new Progress(line, thread);
  }

  private static void show(StatusLine line, ProgressText text) {
    try {
      while (true) {
        Thread.sleep(INTERVAL_MILLIS);
        String shown = text.at(System.nanoTime());
        if (shown != null) {
          line.show(shown);
        }
      }
    } catch (InterruptedException e) {
      // the work is done
    }
  }

  /** Which shows the line. */
  Thread thread() {
    return thread;
  }

  /** Removes the line and ends the thread. */
  @Override
  public void close() {
    line.end();
    thread.interrupt();
    interruption.close();
  }
}
