package cohealth.cli;

import cohealth.io.Language;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which language the user reads: {@code --lang}, else {@code COHEALTH_LANG}, else the locale. Found
 * before the command line is parsed, because its errors are told in that language too.
 */
final class LanguageChoice {
  private static final String OPTION = "--lang";

  private LanguageChoice() {}

  static Language of(String[] args, Terminal terminal) {
    Language option = parse(option(args));
    if (option != null) {
      return option;
    }
    Language variable = parse(terminal.environment().get("COHEALTH_LANG"));
    if (variable != null) {
      return variable;
    }
    return terminal.locale().toLowerCase(Locale.ROOT).startsWith("zh") ? Language.ZH : Language.EN;
  }

  private static @Nullable String option(String[] args) {
    String value = null;
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith(OPTION + "=")) {
        value = args[i].substring(OPTION.length() + 1);
      } else if (args[i].equals(OPTION) && i + 1 < args.length) {
        value = args[i + 1];
      }
    }
    return value;
  }

  /** The language that a text such as {@code zh} or {@code zh_CN.UTF-8} names, or null. */
  static @Nullable Language parse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String language = text.toLowerCase(Locale.ROOT);
    if (language.startsWith("zh")) {
      return Language.ZH;
    }
    return language.startsWith("en") ? Language.EN : null;
  }
}
