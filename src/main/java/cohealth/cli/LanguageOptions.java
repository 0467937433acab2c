package cohealth.cli;

import cohealth.io.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a command takes that settles nothing and shows nobody's data. */
final class LanguageOptions {
  private static final int AFTER_OTHERS = 100;

  /** Read before parsing by {@link LanguageChoice}; here so that it is known and explained. */
  @Option(
      names = "--lang",
      order = AFTER_OTHERS,
      paramLabel = "LANGUAGE",
      converter = TalkOptions.ToLanguage.class,
      completionCandidates = TalkOptions.Languages.class)
  @Nullable Language language;

  @Option(
      names = {"-h", "--help"},
      order = AFTER_OTHERS + 1,
      usageHelp = true)
  boolean help;
}
