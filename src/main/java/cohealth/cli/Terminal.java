package cohealth.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a run: the standard streams and what is known of them. Tests bring their own.
 *
 * @param in standard input
 * @param out standard output, unbuffered; a write that fails throws
 * @param err standard error, for all that is not a result
 * @param environment the environment variables
 * @param outIsTerminal whether somebody reads the output on a screen
 * @param columns the width of that screen; 0 = not known
 * @param locale the locale that the user chose, as {@code zh_CN.UTF-8}
 * @param status a line of standard error that may be written again and again; null = there is none
 */
record Terminal(
    InputStream in,
    OutputStream out,
    PrintStream err,
    Map<String, String> environment,
    boolean outIsTerminal,
    int columns,
    String locale,
    @Nullable StatusLine status) {
  private static final int ROWS_ON_A_SCREEN = 50;

  /** Surroundings without a status line. */
  Terminal(
      InputStream in,
      OutputStream out,
      PrintStream err,
      Map<String, String> environment,
      boolean outIsTerminal,
      int columns,
      String locale) {
    this(in, out, err, environment, outIsTerminal, columns, locale, null);
  }

  /**
   * The same when standard error is a screen: it gets a status line, unless nobody looks or the
   * screen cannot write a line again.
   */
  Terminal withScreenForErrors() {
    if (environment.containsKey("CI") || "dumb".equals(environment.get("TERM"))) {
      return this;
    }
    StatusLine line = new StatusLine(err);
    return new Terminal(
        in,
        line.before(out),
        new PrintStream(line.before(err), true, StandardCharsets.UTF_8),
        environment,
        outIsTerminal,
        columns,
        locale,
        line);
  }

  /**
   * How many rows of a table are shown.
   *
   * @param wanted null = nobody said
   * @param toStandardOutput whether the table goes there
   */
  long rowLimit(@Nullable Long wanted, boolean toStandardOutput) {
    if (wanted != null) {
      return wanted;
    }
    return outIsTerminal && toStandardOutput ? ROWS_ON_A_SCREEN : Long.MAX_VALUE;
  }
}
