package cohealth.cli;

import cohealth.io.Messages;
import cohealth.io.OutputFailed;
import cohealth.io.Problems;
import cohealth.io.ReaderGone;
import cohealth.io.ResultSpool;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Parses and executes a command line that is not {@linkplain PlainWords plain}. To know all
 * commands and the texts of their help takes longer than to settle a few claims. So when the first
 * word is a command, only that one is known at first; a line that is wrong, or asks for help, is
 * parsed again with all of them.
 */
final class CommandLines {
  private static final String LANGUAGE = "--lang";
  private static final int NARROWEST_HELP = 60;
  private static final int WIDEST_HELP = 120;
  private static final int OPTIONS_COLUMN = 26;

  private final Terminal terminal;
  private final Messages messages;
  private final Commands commands;

  CommandLines(Terminal terminal, Messages messages) {
    this.terminal = terminal;
    this.messages = messages;
    this.commands = new Commands(terminal, messages);
  }

  /** Executes the command line and gives its exit code. */
  int execute(String[] args) {
    String name = firstWord(args);
    Class<?> command = name == null ? null : Commands.alone(name);
    return name == null || command == null ? withAll(args) : alone(name, command, args);
  }

  private int withAll(String[] args) {
    CommandLine line = new CommandLine(new CohealthCommand(), commands);
    line.setResourceBundle(HelpTexts.in(messages.language()));
    prepare(line, new All(), new UsageFault(terminal, messages));
    if (terminal.columns() >= NARROWEST_HELP) {
      line.setUsageHelpWidth(Math.min(terminal.columns(), WIDEST_HELP));
    }
    line.setUsageHelpLongOptionsMaxWidth(OPTIONS_COLUMN);
    // what picocli prints itself, help and version: its own writer would lose what cannot be
    // written
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    line.setOut(Terminals.writer(page));
    int code = line.execute(args);
    return page.size() == 0 ? code : print(page.toByteArray(), code);
  }

  private int print(byte[] page, int code) {
    try {
      ResultSpool.print(page, terminal.out());
      return code;
    } catch (ReaderGone e) {
      return ExitCode.READER_GONE.code();
    } catch (OutputFailed e) {
      return new Talk(terminal, messages).tellFault(new Problems(), e.problem()).code();
    }
  }

  private int alone(String name, Class<?> command, String[] args) {
    CommandLine line = new CommandLine(new Program(), commands);
    line.addSubcommand(name, new CommandLine(command, commands));
    Alone alone = new Alone(args);
    prepare(line, alone, alone);
    return line.execute(args);
  }

  /** Concerns the commands below, too, which must be there. */
  private void prepare(CommandLine line, All execution, IParameterExceptionHandler wrong) {
    strict(line);
    line.setExecutionStrategy(execution);
    line.setParameterExceptionHandler(wrong);
    line.setExecutionExceptionHandler(execution);
    line.setOut(Terminals.writer(terminal.out()));
    line.setErr(Terminals.writer(terminal.err()));
  }

  /** What a command line may not hold. */
  static void strict(CommandLine line) {
    line.setExpandAtFiles(false);
    line.setUnmatchedOptionsAllowedAsOptionParameters(false);
    line.setOverwrittenOptionsAllowed(false);
  }

  /** What stands where the command is expected, or null. */
  private static @Nullable String firstWord(String[] args) {
    int at = 0;
    while (at < args.length && args[at].startsWith("-")) {
      if (args[at].equals(LANGUAGE)) {
        at += 2;
      } else if (args[at].startsWith(LANGUAGE + "=")) {
        at++;
      } else {
        return null;
      }
    }
    return at < args.length ? args[at] : null;
  }

  /** Executes what was parsed with all commands. */
  private class All implements IExecutionStrategy, IExecutionExceptionHandler {
    /** {@code cohealth setle --help} is a mistake and no wish for another command's help. */
    @Override
    public int execute(ParseResult parsed) {
      for (CommandLine each : parsed.asCommandLineList()) {
        ParseResult result = each.getParseResult();
        if (!result.unmatched().isEmpty()) {
          throw new UnmatchedArgumentException(
              result.commandSpec().commandLine(), result.unmatched());
        }
      }
      return new RunLast().execute(parsed);
    }

    @Override
    public int handleExecutionException(Exception fault, CommandLine line, ParseResult parsed) {
      return fault instanceof CohealthCommand.MissingCommand missing
          ? UsageFault.missingCommand(missing, terminal, messages)
          : Main.tellFault(fault, terminal, messages);
    }
  }

  /** Executes what was parsed with one command, if it can. */
  private final class Alone extends All implements IParameterExceptionHandler {
    private final String[] args;

    Alone(String[] args) {
      this.args = args;
    }

    @Override
    public int execute(ParseResult parsed) {
      for (CommandLine each : parsed.asCommandLineList()) {
        if (each.isUsageHelpRequested() || each.isVersionHelpRequested()) {
          return withAll(args);
        }
      }
      return super.execute(parsed);
    }

    @Override
    public int handleParseException(ParameterException fault, String[] wrong) {
      return withAll(args);
    }
  }
}
