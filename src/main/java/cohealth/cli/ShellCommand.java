package cohealth.cli;

import cohealth.io.PolicyLibrary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What a shell can offer behind a command, taken from the commands' own model.
 *
 * @param path the command as it is typed, as {@code cohealth policy list}
 * @param words what may stand behind it, each with what it means (blank when nothing is to be said)
 * @param files whether names of files and folders may stand behind it
 * @param options its options
 */
record ShellCommand(
    String path, Map<String, String> words, boolean files, List<ShellOption> options) {

  /**
   * An option.
   *
   * @param names all its names
   * @param description what it does
   * @param takesValue whether a value follows
   * @param many whether several values may follow
   * @param files whether the values are files or folders
   * @param words values to choose from; with {@code files} those are only some of them
   */
  record ShellOption(
      List<String> names,
      String description,
      boolean takesValue,
      boolean many,
      boolean files,
      List<String> words) {

    private static ShellOption of(OptionSpec option) {
      String[] description = option.description();
      return new ShellOption(
          List.of(option.names()),
          description.length == 0 ? "" : description[0],
          option.arity().max() > 0,
          option.arity().max() > 1,
          isFile(option),
          candidates(option));
    }
  }

  /** The command and all below it. */
  static List<ShellCommand> all(CommandSpec command) {
    List<ShellCommand> all = new ArrayList<>();
    add(command, all);
    return all;
  }

  private static void add(CommandSpec command, List<ShellCommand> all) {
    all.add(of(command));
    for (CommandLine below : command.subcommands().values()) {
      add(below.getCommandSpec(), all);
    }
  }

  private static ShellCommand of(CommandSpec command) {
    Map<String, String> words = new LinkedHashMap<>();
    addCommands(command, words);
    boolean files = false;
    for (PositionalParamSpec parameter : command.positionalParameters()) {
      files |= isFile(parameter);
      candidates(parameter).forEach(word -> words.put(word, ""));
    }
    if (command.userObject() instanceof HelpCommand) {
      addCommands(command.root(), words);
    }
    return new ShellCommand(
        command.qualifiedName(),
        words,
        files,
        command.options().stream().map(ShellOption::of).toList());
  }

  private static void addCommands(CommandSpec command, Map<String, String> words) {
    command
        .subcommands()
        .forEach(
            (name, below) ->
                words.put(name, String.join(" ", below.getCommandSpec().usageMessage().header())));
  }

  private static boolean isFile(ArgSpec argument) {
    return labels(argument).contains("FILE") || labels(argument).contains("FOLDER");
  }

  private static List<String> candidates(ArgSpec argument) {
    List<String> words = new ArrayList<>();
    Iterable<String> candidates = argument.completionCandidates();
    if (candidates != null) {
      candidates.forEach(words::add);
    }
    if (labels(argument).contains("NAME")) {
      PolicyLibrary.builtIn().entries().forEach(entry -> words.add(entry.name()));
    }
    return words;
  }

  /** What a value may be, as the help calls it: {@code NAME|FILE|FOLDER}. */
  private static List<String> labels(ArgSpec argument) {
    return List.of(argument.paramLabel().split("\\|", -1));
  }
}
