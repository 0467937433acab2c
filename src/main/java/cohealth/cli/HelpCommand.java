package cohealth.cli;

import cohealth.io.Messages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code cohealth help}: the help of a command. */
@Command(name = "help", subcommands = HelpErrorsCommand.class, sortOptions = false)
final class HelpCommand extends TextCommand {
  @Parameters(paramLabel = "COMMAND", arity = "0..*")
  List<String> names = new ArrayList<>();

  HelpCommand(Terminal terminal, Messages messages) {
    super(terminal, messages);
  }

  @Override
  void work() throws IOException {
    CommandLine command = spec.root().commandLine();
    for (String name : names) {
      CommandLine below = command.getSubcommands().get(name);
      if (below == null) {
        throw new UnmatchedArgumentException(command, List.of(name));
      }
      command = below;
    }
    print(command.getUsageMessage());
  }
}
