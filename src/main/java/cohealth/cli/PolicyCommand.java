package cohealth.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cohealth policy}: what can be done with policy documents; the work is below it. */
@Command(
    name = "policy",
    subcommands = {
      PolicyListCommand.class,
      PolicyShowCommand.class,
      PolicyCheckCommand.class,
      PolicyTestCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
final class PolicyCommand implements Runnable {
  @Mixin TalkOptions talk = new TalkOptions();

  @Override
  public void run() {
    throw new CohealthCommand.MissingCommand("cohealth policy", "cohealth policy list");
  }
}
