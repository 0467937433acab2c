package cohealth.cli;

import cohealth.io.Language;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How the program talks to people; the same for every command. */
final class TalkOptions {
  /** Read before parsing by {@link LanguageChoice}; here so that it is known and explained. */
  @Option(
      names = "--lang",
      paramLabel = "LANGUAGE",
      converter = ToLanguage.class,
      completionCandidates = Languages.class)
  @Nullable Language language;

  @Option(names = "--quiet")
  boolean quiet;

  @Option(names = "--no-progress")
  boolean noProgress;

  @Option(names = "--show-names")
  boolean showNames;

  @Option(names = "--show-ids")
  boolean showIds;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true)
  boolean help;

  /** Takes one of these options; false when it is none. */
  boolean take(String option, PlainWords words) throws PlainWords.NotPlain {
    switch (option) {
      case "--lang" -> language = words.language();
      case "--quiet" -> quiet = true;
      case "--no-progress" -> noProgress = true;
      case "--show-names" -> showNames = true;
      case "--show-ids" -> showIds = true;
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The languages, for completion. */
  static final class Languages extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    Languages() {
      super(List.of("zh", "en"));
    }
  }

  /** A language, or a locale that begins with one. */
  static final class ToLanguage implements ITypeConverter<Language> {
    @Override
    public Language convert(String text) {
      Language language = LanguageChoice.parse(text);
      if (language == null) {
        throw new TypeConversionException(text);
      }
      return language;
    }
  }
}
