package cohealth.text;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Names of constants as words of machine formats, made once and not for each row. */
public final class LowerCase {
  private LowerCase() {}

  /** The names in lower case, in their order. */
  public static String[] names(Enum<?>[] constants) {
    String[] names = new String[constants.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = constants[i].name().toLowerCase(Locale.ROOT);
    }
    return names;
  }

  /** The names in lower case as bytes, in their order. */
  public static byte[][] bytes(Enum<?>[] constants) {
    byte[][] bytes = new byte[constants.length][];
    String[] names = names(constants);
    for (int i = 0; i < names.length; i++) {
      bytes[i] = names[i].getBytes(StandardCharsets.UTF_8);
    }
    return bytes;
  }
}
