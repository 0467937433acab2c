package cohealth.cli;

import cohealth.io.Messages;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A wrong command line: one line that says what is wrong, a suggestion, and where the help is. */
final class UsageFault implements IParameterExceptionHandler {
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

  static int missingCommand(Terminal terminal, Messages messages) {
    terminal
        .err()
        .println(
            "cohealth: " + messages.get("usage.noCommand") + messages.get("usage.see", "cohealth"));
    return ExitCode.USAGE.code();
  }

  private String sentence(ParameterException fault, String[] args) {
    if (fault instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
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
      return messages.get("usage.other", String.valueOf(fault.getMessage()));
    }
    String choices = choices(argument);
    return choices.isEmpty()
        ? messages.get("usage.value", name(argument), String.valueOf(value))
        : messages.get("usage.choice", name(argument), String.valueOf(value), choices);
  }

  private String unmatched(UnmatchedArgumentException fault) {
    List<String> unmatched = fault.getUnmatched();
    String first = unmatched.isEmpty() ? "" : unmatched.get(0);
    List<String> near = fault.getSuggestions();
    String key = first.startsWith("-") ? "usage.unknownOption" : "usage.unexpected";
    String sentence = messages.get(key, first);
    return near.isEmpty() ? sentence : sentence + messages.get("usage.near", near.get(0));
  }

  /** A misspelt option is the likeliest reason why another one is missing. */
  private String missing(MissingParameterException fault, String[] args) {
    CommandLine command = fault.getCommandLine();
    for (String arg : args) {
      String option = arg.split("=", 2)[0];
      if (option.startsWith("--") && !command.getCommandSpec().optionsMap().containsKey(option)) {
        return unmatched(new UnmatchedArgumentException(command, List.of(option)));
      }
    }
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
