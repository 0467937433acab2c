package cohealth.cli;

import cohealth.io.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/** The texts of the commands' help in one language, as picocli looks them up. */
final class HelpTexts {
  private HelpTexts() {}

  static ResourceBundle in(Language language) {
    String resource = "/cohealth/help_" + language.name().toLowerCase(Locale.ROOT) + ".properties";
    try (InputStream in = HelpTexts.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing in the program: " + resource);
      }
      return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
