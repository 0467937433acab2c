package cohealth.cli;

import cohealth.io.Messages;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cohealth completion}: what a shell needs to complete command lines of this program. */
@Command(name = "completion", sortOptions = false)
final class CompletionCommand extends TextCommand {
  /** The shells. */
  enum Shell {
    BASH,
    ZSH,
    FISH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(paramLabel = "SHELL", index = "0")
  Shell shell = Shell.BASH;

  CompletionCommand(Terminal terminal, Messages messages) {
    super(terminal, messages);
  }

  @Override
  void work() throws IOException {
    List<ShellCommand> commands = ShellCommand.all(spec.root());
    print(
        switch (shell) {
          case BASH -> BashCompletion.bash(commands);
          case ZSH -> BashCompletion.zsh(commands);
          case FISH -> FishCompletion.of(commands);
        });
  }
}
