package cohealth.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One run of the program in this process.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
public record CommandLineRun(int code, String out, String err) {
  /** Runs the arguments in an English pipe. */
  public static CommandLineRun of(String... args) {
    return in("C", "", args);
  }

  /** Runs the arguments in a pipe under a locale, with a text on standard input. */
  public static CommandLineRun in(String locale, String input, String... args) {
    return run(0, locale, input, args);
  }

  /** Runs the arguments on a screen of so many columns. */
  static CommandLineRun onScreen(int columns, String locale, String... args) {
    return run(columns, locale, "", args);
  }

  private static CommandLineRun run(int columns, String locale, String input, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of(),
            columns > 0,
            columns,
            locale);
    int code = Main.run(args, terminal);
    return new CommandLineRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
