package cohealth.cli;

import cohealth.io.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program as far as it is the same whichever command is called. */
@Command(name = "cohealth", versionProvider = Version.class, synopsisSubcommandLabel = "COMMAND")
class Program implements Runnable {
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
    throw new CohealthCommand.MissingCommand("cohealth", "cohealth settle");
  }
}
