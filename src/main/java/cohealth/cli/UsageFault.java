package cohealth.cli;

import cohealth.cli.CohealthCommand.MissingCommand;
import cohealth.io.Messages;
import cohealth.io.Shown;
import cohealth.io.Spelling;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A wrong command line: one line that says what is wrong, a suggestion, and where the help is. */
final class UsageFault implements IParameterExceptionHandler {
  /** Numbers of which there must be one at least. */
  private static final Set<String> FROM_ONE = Set.of("--threads", "--persons");

  private final Terminal terminal;
  private final Messages messages;

  UsageFault(Terminal terminal, Messages messages) {
    this.terminal = terminal;
    this.messages = messages;
  }

  @Override
  public int handleParseException(ParameterException fault, String[] args) {
    CommandLine command = fault.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    terminal.err().println("cohealth: " + sentence(fault, args) + messages.get("usage.see", name));
    return ExitCode.USAGE.code();
  }

  static int missingCommand(MissingCommand fault, Terminal terminal, Messages messages) {
    String sentence = messages.get("usage.noCommand", fault.example());
    terminal.err().println("cohealth: " + sentence + messages.get("usage.see", fault.command()));
    return ExitCode.USAGE.code();
  }

  private String sentence(ParameterException fault, String[] args) {
    if (fault instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      return unmatched(unmatched);
    }
    if (fault instanceof UnmatchedArgumentException || fault instanceof MissingParameterException) {
      // a misspelt option is the likeliest reason why another one, or a value, is missing
      String unknown = unknownOption(fault.getCommandLine(), args);
      if (unknown != null) {
        return unmatched(new UnmatchedArgumentException(fault.getCommandLine(), List.of(unknown)));
      }
    }
    if (fault instanceof MissingParameterException missing) {
      return missing(missing, args);
    }
    if (fault instanceof OverwrittenOptionException twice) {
      return messages.get("usage.twice", name(twice.getOverwritten()));
    }
    ArgSpec argument = fault.getArgSpec();
    String value = fault.getValue();
    if (argument == null) {
      return messages.get("usage.other", Shown.escaped(String.valueOf(fault.getMessage())));
    }
    if (argument instanceof OptionSpec option && option.arity().max() == 0) {
      return messages.get("usage.takesNoValue", name(argument));
    }
    String choices = choices(argument);
    String shown = Shown.cell(String.valueOf(value));
    if (argument.type() == Long.class) {
      String option = name(argument);
      return messages.get("usage.number", option, shown, FROM_ONE.contains(option) ? 1 : 0);
    }
    return choices.isEmpty()
        ? messages.get("usage.value", name(argument), shown)
        : messages.get("usage.choice", name(argument), shown, choices);
  }

  private String unmatched(UnmatchedArgumentException fault) {
    CommandSpec command = fault.getCommandLine().getCommandSpec();
    List<String> unmatched = fault.getUnmatched();
    String first = unmatched.isEmpty() ? "" : unmatched.get(0);
    boolean option = first.startsWith("-");
    Set<String> known = option ? command.optionsMap().keySet() : command.subcommands().keySet();
    String key = "usage.unexpected";
    if (option) {
      key = "usage.unknownOption";
    } else if (!known.isEmpty()) {
      key = "usage.unknownCommand";
    }
    List<String> near = Spelling.near(first, known);
    if (near.isEmpty()) {
      near = fault.getSuggestions();
    }
    String sentence = messages.get(key, Shown.cell(first));
    return near.isEmpty() ? sentence : sentence + messages.get("usage.near", near.get(0));
  }

  private String missing(MissingParameterException fault, String[] args) {
    List<ArgSpec> missing = fault.getMissing();
    for (ArgSpec argument : missing) {
      if (argument instanceof OptionSpec option && isGiven(option, args)) {
        return messages.get("usage.noValue", name(argument));
      }
    }
    return messages.get(
        "usage.missing",
        missing.stream().map(UsageFault::name).distinct().collect(Collectors.joining(", ")));
  }

  /** The first option that the command does not know, or null. */
  private static @Nullable String unknownOption(CommandLine command, String[] args) {
    Set<String> known = command.getCommandSpec().optionsMap().keySet();
    for (String arg : args) {
      String option = arg.split("=", 2)[0];
      boolean cluster = !option.startsWith("--") && option.length() > 2;
      String name = cluster ? option.substring(0, 2) : option;
      if (option.length() > 1 && option.startsWith("-") && !known.contains(name)) {
        return option;
      }
    }
    return null;
  }

  private static boolean isGiven(OptionSpec option, String[] args) {
    List<String> names = List.of(option.names());
    return List.of(args).stream().anyMatch(names::contains);
  }

  private static String choices(ArgSpec argument) {
    Iterable<String> candidates = argument.completionCandidates();
    return candidates == null ? "" : String.join(", ", candidates);
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
