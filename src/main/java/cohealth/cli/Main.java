package cohealth.cli;

import cohealth.io.Language;
import cohealth.io.Messages;
import cohealth.ledger.BrokenInvariant;
import cohealth.money.Fen;
import cohealth.money.SumTooLarge;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the program begins. {@link #run} is the whole program but for the end of the process, so
 * that tests can call it.
 */
public final class Main {
  private Main() {}

  /** Runs the command line and ends the process with its code. */
  public static void main(String[] args) {
    int code = run(args, processTerminal());
    if (code != 0) { // System.exit looks for a logger first, which takes long for a small run
      System.exit(code);
    }
  }

  /** Runs one command line; never throws. */
  static int run(String[] args, Terminal terminal) {
    Language language = LanguageChoice.of(args, terminal);
    Messages messages = new Messages(language);
    try {
      PlainCommand plain = plain(args, terminal, messages);
      return plain == null
          ? new CommandLines(terminal, messages).execute(args)
          : call(plain, terminal, messages);
    } catch (RuntimeException | Error e) {
      return tellFault(e, terminal, messages);
    }
  }

  /** The command that a {@linkplain PlainWords plain} line calls, with its options; else null. */
  private static @Nullable PlainCommand plain(String[] args, Terminal terminal, Messages messages) {
    PlainCommand command = args.length == 0 ? null : plain(args[0], terminal, messages);
    return command != null && PlainWords.read(args, 1, command) ? command : null;
  }

  /** The command of the name that can be called without picocli, or null. */
  static @Nullable PlainCommand plain(String name, Terminal terminal, Messages messages) {
    return switch (name) {
      case "settle" -> new SettleCommand(terminal, messages);
      case "check" -> new CheckCommand(terminal, messages);
      case "quota" -> new QuotaCommand(terminal, messages);
      case "explain" -> new ExplainCommand(terminal, messages);
      case "advise" -> new AdviseCommand(terminal, messages);
      case "reconcile" -> new ReconcileCommand(terminal, messages);
      case "verify" -> new VerifyCommand(terminal, messages);
      case "compare" -> new CompareCommand(terminal, messages);
      case "report" -> new ReportCommand(terminal, messages);
      default -> null;
    };
  }

  private static int call(PlainCommand command, Terminal terminal, Messages messages) {
    try {
      return command.call();
    } catch (Exception e) {
      return tellFault(e, terminal, messages);
    }
  }

  /**
   * A fault of the program: one line, no stack trace, never the code 1 of the Java machine. Sums
   * beyond all counting are a fault of the input, found wherever they are made.
   */
  static int tellFault(Throwable fault, Terminal terminal, Messages messages) {
    String sentence;
    if (fault instanceof SumTooLarge) {
      terminal.err().println(messages.get("fault.sum", Fen.text(Long.MAX_VALUE)));
      return ExitCode.REFUSED.code();
    }
    if (fault instanceof OutOfMemoryError) {
      sentence = messages.get("fault.memory");
    } else if (fault instanceof BrokenInvariant broken) {
      sentence = sentence(broken, messages);
    } else {
      sentence = messages.get("fault.program", fault.getClass().getSimpleName(), place(fault));
    }
    terminal.err().println(sentence);
    return ExitCode.FAULT.code();
  }

  private static String sentence(BrokenInvariant broken, Messages messages) {
    String name = broken.invariant().name();
    if (broken.shownId().isEmpty()) {
      return messages.get("fault.invariant", name);
    }
    String key = broken.claim() < 0 ? "fault.invariant.activity" : "fault.invariant.claim";
    return messages.get(key, name, broken.shownId());
  }

  private static String place(Throwable fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    return trace.length == 0 ? "?" : trace[0].getFileName() + ":" + trace[0].getLineNumber();
  }

  private static Terminal processTerminal() {
    Map<String, String> environment = System.getenv();
    Terminal terminal =
        new Terminal(
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out),
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
            environment,
            Boolean.getBoolean("cohealth.tty.out"),
            Integer.getInteger("cohealth.columns", 0),
            System.getProperty("cohealth.locale", Terminals.locale(environment)));
    return Boolean.getBoolean("cohealth.tty.err") ? terminal.withScreenForErrors() : terminal;
  }
}
