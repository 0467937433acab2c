package cohealth.io;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How tables are read.
 *
 * @param charset forced encoding, or null: UTF-8, or GB18030 when the bytes are not UTF-8
 * @param delimiter between cells; not a quote, a line end or NUL
 * @param shown how ids appear in messages
 */
public record ReadOptions(@Nullable Charset charset, char delimiter, Shown shown) {
  /** The encoding is found, cells are separated by commas, ids are masked. */
  public static final ReadOptions DEFAULT = new ReadOptions(null, ',', new Shown(false));

  /** Checks the delimiter. */
  public ReadOptions {
    if (delimiter == '"' || delimiter == '\n' || delimiter == '\r' || delimiter == 0) {
      throw new IllegalArgumentException("delimiter " + (int) delimiter);
    }
  }
}
