package cohealth.cli;

import cohealth.io.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program itself; all work is in its subcommands. */
@Command(
    name = "cohealth",
    subcommands = {
      SettleCommand.class,
      CheckCommand.class,
      QuotaCommand.class,
      ExplainCommand.class,
      ReconcileCommand.class,
      PolicyCommand.class,
      GenerateCommand.class,
      TemplateCommand.class,
      CompletionCommand.class,
      HelpCommand.class
    },
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND")
final class CohealthCommand implements Runnable {
  /** Read before parsing by {@link LanguageChoice}; here for those who write it first. */
  @Option(
      names = "--lang",
      paramLabel = "LANGUAGE",
      converter = TalkOptions.ToLanguage.class,
      completionCandidates = TalkOptions.Languages.class)
  @Nullable Language language;

  @Option(names = "--version", versionHelp = true)
  boolean version;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true)
  boolean help;

  @Override
  public void run() {
    throw new MissingCommand("cohealth", "cohealth settle");
  }

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
