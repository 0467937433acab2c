package cohealth.cli;

import cohealth.cli.ShellCommand.ShellOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Completion for bash, and for zsh by its own emulation. picocli has a generator, too, but what
 * that writes offers no files behind options, mistakes file names for commands, and defines
 * functions of common names.
 */
final class BashCompletion {
  private static final String SCRIPT =
      """
      _cohealth() {
        local current=${COMP_WORDS[COMP_CWORD]} command=cohealth option='' before='' word words='' files=''
        # which command the words so far name, and which option still takes values
        for word in "${COMP_WORDS[@]:1:$((COMP_CWORD - 1))}"; do
          case $word in
            =) ;;
            -?*)
              option=''
              case "$command $word" in
                @valued@) option=$word ;;
              esac
              ;;
            *)
              if [[ -z $option ]]; then
                case "$command $word" in
                  @commands@) command="$command $word" ;;
                esac
              else
                case "$command $option" in
                  @many@) ;;
                  *) option='' ;;
                esac
              fi
              ;;
          esac
        done
        case $current in
          =) current='' ;;
          --*=*)
            option=${current%%=*}
            before=$option=
            current=${current#*=}
            ;;
          -*) option='' ;;
        esac
        if [[ -n $option ]]; then
          case "$command $option" in
      @values@
          esac
        elif [[ $current == -* ]]; then
          case $command in
      @options@
          esac
        else
          case $command in
      @words@
          esac
        fi
        COMPREPLY=($(compgen -P "$before" -W "$words" -- "$current"))
        # where none of the words fits, the shell itself offers files
        if [[ -z $files ]] && type compopt >/dev/null 2>&1; then
          compopt +o default 2>/dev/null
        fi
      }
      complete -o default -F _cohealth cohealth
      """;

  private static final String ZSH =
      """
      (( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
      autoload -Uz bashcompinit && bashcompinit
      """;

  private BashCompletion() {}

  static String bash(List<ShellCommand> commands) {
    return "# Completion of cohealth for bash: source <(cohealth completion bash)\n"
        + script(commands);
  }

  static String zsh(List<ShellCommand> commands) {
    return "# Completion of cohealth for zsh: source <(cohealth completion zsh)\n"
        + ZSH
        + script(commands);
  }

  private static String script(List<ShellCommand> commands) {
    Cases values = new Cases();
    Cases options = new Cases();
    Cases words = new Cases();
    for (ShellCommand command : commands) {
      List<String> names = new ArrayList<>();
      for (ShellOption option : command.options()) {
        names.addAll(option.names());
        if (option.takesValue()) {
          String action = action(option.words(), option.files());
          option.names().forEach(name -> values.add(command.path() + " " + name, action));
        }
      }
      options.add(command.path(), action(names, false));
      words.add(command.path(), action(command.words().keySet(), command.files()));
    }
    return SCRIPT
        .replace("@valued@", optionsThat(commands, ShellOption::takesValue))
        .replace("@many@", optionsThat(commands, ShellOption::many))
        .replace("@commands@", patterns(paths(commands)))
        .replace("@values@", values.text())
        .replace("@options@", options.text())
        .replace("@words@", words.text());
  }

  private static List<String> paths(List<ShellCommand> commands) {
    return commands.stream().map(ShellCommand::path).skip(1).toList();
  }

  private static String optionsThat(List<ShellCommand> commands, Predicate<ShellOption> which) {
    List<String> found = new ArrayList<>();
    for (ShellCommand command : commands) {
      command.options().stream()
          .filter(which)
          .flatMap(option -> option.names().stream())
          .forEach(name -> found.add(command.path() + " " + name));
    }
    return patterns(found);
  }

  private static String patterns(List<String> texts) {
    return "'" + String.join("' | '", texts) + "'";
  }

  private static String action(Iterable<String> words, boolean files) {
    String list = "words='" + String.join(" ", words) + "'";
    return files ? list + " files=yes" : list;
  }

  /** The branches of a case, those with the same action in one. */
  private static final class Cases {
    private final Map<String, List<String>> patterns = new LinkedHashMap<>();

    void add(String pattern, String action) {
      patterns.computeIfAbsent(action, a -> new ArrayList<>()).add(pattern);
    }

    String text() {
      List<String> lines = new ArrayList<>();
      patterns.forEach(
          (action, texts) -> lines.add("      " + patterns(texts) + ") " + action + " ;;"));
      return String.join("\n", lines);
    }
  }
}
