package cohealth.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
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
 */
record Terminal(
    InputStream in,
    OutputStream out,
    PrintStream err,
    Map<String, String> environment,
    boolean outIsTerminal,
    int columns,
    String locale) {
  private static final int ROWS_ON_A_SCREEN = 50;

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
