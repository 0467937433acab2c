package cohealth.cli;

import picocli.CommandLine.Command;

/** The program with all its commands, in the order of the help; all work is in them. */
@Command(
    subcommands = {
      SettleCommand.class,
      CheckCommand.class,
      QuotaCommand.class,
      ExplainCommand.class,
      AdviseCommand.class,
      ReconcileCommand.class,
      CompareCommand.class,
      ReportCommand.class,
      VerifyCommand.class,
      PolicyCommand.class,
      GenerateCommand.class,
      TemplateCommand.class,
      CompletionCommand.class,
      HelpCommand.class
    })
final class CohealthCommand extends Program {
  /** Nobody said what to do. */
  static final class MissingCommand extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String command;
    private final String example;

    /**
     * Nobody said what to do.
     *
     * @param command whose help says what can be done
     * @param example what could have been said
     */
    MissingCommand(String command, String example) {
      this.command = command;
      this.example = example;
    }

    String command() {
      return command;
    }

    String example() {
      return example;
    }
  }
}
