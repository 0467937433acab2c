package cohealth.cli;

import cohealth.io.Messages;
import cohealth.io.OutputFiles;
import cohealth.io.Shown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code cohealth help}: the help of a command, and the manual pages of all of them. */
@Command(name = "help", subcommands = HelpErrorsCommand.class, sortOptions = false)
final class HelpCommand extends TextCommand {
  @Parameters(paramLabel = "COMMAND", arity = "0..*")
  List<String> names = new ArrayList<>();

  @Option(names = "--man-pages", paramLabel = "FOLDER")
  @Nullable String manPages;

  @Option(names = "--force")
  boolean force;

  HelpCommand(Terminal terminal, Messages messages) {
    super(terminal, messages);
  }

  @Override
  void work() throws IOException, WrongUsage {
    if (manPages != null && !names.isEmpty()) {
      throw new WrongUsage(messages.get("usage.unexpected", Shown.cell(names.get(0))));
    }
    CommandLine command = spec.root().commandLine();
    for (String name : names) {
      CommandLine below = command.getSubcommands().get(name);
      if (below == null) {
        throw new UnmatchedArgumentException(command, List.of(name));
      }
      command = below;
    }
    if (manPages == null) {
      print(command.getUsageMessage());
      return;
    }
    Path folder = path(manPages);
    CommandLine root = command;
    write(force, files -> writePages(root, folder, files));
  }

  private void writePages(CommandLine command, Path folder, OutputFiles files) throws IOException {
    ManPage page = new ManPage(command.getCommandSpec(), messages);
    Path file = folder.resolve(page.fileName());
    files.create(file, file.toString()).write(page.text().getBytes(StandardCharsets.UTF_8));
    for (CommandLine below : command.getSubcommands().values()) {
      writePages(below, folder, files);
    }
  }
}
