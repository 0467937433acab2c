package cohealth.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;

/** The program itself; all work is in its subcommands. */
@Command(
    name = "cohealth",
    subcommands = {SettleCommand.class, HelpCommand.class},
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND")
final class CohealthCommand implements Runnable {
  @Option(names = "--version", versionHelp = true)
  boolean version;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true)
  boolean help;

  @Override
  public void run() {
    throw new MissingCommand();
  }

  /** Nobody said what to do. */
  static final class MissingCommand extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
