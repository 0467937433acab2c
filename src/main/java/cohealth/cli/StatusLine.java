package cohealth.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * The last line of a screen, written again and again, as long as nothing else is written: the first
 * byte that goes to standard output or standard error removes it for good.
 */
final class StatusLine {
  private static final String ERASE = "\r\033[K";

  private final PrintStream screen;
  private boolean shown;
  private boolean ended;

  StatusLine(PrintStream screen) {
    this.screen = screen;
  }

  /** Shows a text, which must be shorter than the screen is wide, instead of the last one. */
  synchronized void show(String text) {
    if (!ended) {
      shown = true;
      screen.print(ERASE + text);
      screen.flush();
    }
  }

  /** Removes the line; nothing is shown after that. */
  synchronized void end() {
    ended = true;
    if (shown) {
      shown = false;
      screen.print(ERASE);
      screen.flush();
    }
  }

  /** The stream, before whose first byte the line ends. */
  OutputStream before(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(int b) throws IOException {
        end();
        out.write(b);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        end();
        out.write(bytes, offset, length);
      }
    };
  }
}
