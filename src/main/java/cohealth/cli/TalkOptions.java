package cohealth.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the program talks to people; the same for every command. */
final class TalkOptions {
  /** Read before parsing by {@link LanguageChoice}; here so that it is known and explained. */
  @Option(names = "--lang", paramLabel = "LANGUAGE", completionCandidates = Languages.class)
  @Nullable String language;

  @Option(names = "--quiet")
  boolean quiet;

  @Option(names = "--show-names")
  boolean showNames;

  @Option(names = "--show-ids")
  boolean showIds;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true)
  boolean help;

  /** The languages, for completion. */
  static final class Languages extends java.util.ArrayList<String> {
    private static final long serialVersionUID = 1;

    Languages() {
      super(java.util.List.of("zh", "en"));
    }
  }
}
