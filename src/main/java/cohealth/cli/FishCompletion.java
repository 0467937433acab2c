package cohealth.cli;

import cohealth.cli.ShellCommand.ShellOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Completion for fish, with what each word means. */
final class FishCompletion {
  private static final String SCRIPT =
      """
      # Completion of cohealth for fish: cohealth completion fish | source
      function __cohealth_at -d 'whether the words so far name this command'
          set -l commands @commands@
          set -l valued @valued@
          set -l many @many@
          set -l command cohealth
          set -l option ''
          set -l words (commandline -opc)
          for word in $words[2..-1]
              if string match -q -- '-?*' $word
                  set option ''
                  contains -- "$command $word" $valued; and set option $word
              else if test -n "$option"
                  contains -- "$command $option" $many; or set option ''
              else if contains -- "$command $word" $commands
                  set command "$command $word"
              end
          end
          test "$command" = "$argv"
      end
      complete -c cohealth -f
      """;

  private FishCompletion() {}

  static String of(List<ShellCommand> commands) {
    StringBuilder out =
        new StringBuilder(
            SCRIPT
                .replace("@commands@", list(commands.stream().map(ShellCommand::path).toList()))
                .replace("@valued@", optionsThat(commands, ShellOption::takesValue))
                .replace("@many@", optionsThat(commands, ShellOption::many)));
    for (ShellCommand command : commands) {
      String start = "complete -c cohealth -n '__cohealth_at " + command.path() + "'";
      command.words().forEach((word, meaning) -> word(out, start, word, meaning));
      boolean more = command.options().stream().anyMatch(o -> o.many() && o.files());
      if (command.files() || more) {
        out.append(start).append(" -F\n");
      }
      command.options().forEach(option -> option(out, start, option));
    }
    return out.toString();
  }

  private static void word(StringBuilder out, String start, String word, String meaning) {
    out.append(start).append(" -a ").append(quoted(word)).append(description(meaning)).append('\n');
  }

  private static void option(StringBuilder out, String start, ShellOption option) {
    out.append(start);
    for (String name : option.names()) {
      boolean isLong = name.startsWith("--");
      out.append(isLong ? " -l " : " -s ").append(name.substring(isLong ? 2 : 1));
    }
    if (option.takesValue()) {
      out.append(option.files() ? " -r -F" : " -x");
    }
    if (!option.words().isEmpty()) {
      out.append(" -a ").append(quoted(String.join(" ", option.words())));
    }
    out.append(description(option.description())).append('\n');
  }

  private static String description(String text) {
    return text.isEmpty() ? "" : " -d " + quoted(text);
  }

  private static String optionsThat(List<ShellCommand> commands, Predicate<ShellOption> which) {
    List<String> found = new ArrayList<>();
    for (ShellCommand command : commands) {
      command.options().stream()
          .filter(which)
          .flatMap(option -> option.names().stream())
          .forEach(name -> found.add(command.path() + " " + name));
    }
    return list(found);
  }

  private static String list(List<String> texts) {
    return String.join(" ", texts.stream().map(FishCompletion::quoted).toList());
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
