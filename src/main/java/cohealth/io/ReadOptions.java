package cohealth.io;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How tables are read.
 *
 * @param charset forced encoding, or null: UTF-8, or GB18030 when the bytes are not UTF-8
 * @param delimiter between cells; not a quote, a line end or NUL
 * @param shown how ids appear in messages
 * @param bytes counts what is read
 * @param threads how many may read, from 1
 */
public record ReadOptions(
    @Nullable Charset charset, char delimiter, Shown shown, ReadBytes bytes, int threads) {
  /** The encoding is found, cells are separated by commas, ids are masked. */
  public static final ReadOptions DEFAULT = new ReadOptions(null, ',', new Shown(false));

  /** Nobody looks at what is read, by one thread. */
  public ReadOptions(@Nullable Charset charset, char delimiter, Shown shown) {
    this(charset, delimiter, shown, new ReadBytes(), 1);
  }

  /** Checks the delimiter and the threads. */
  public ReadOptions {
    if (threads < 1 || threads > Workers.MOST) {
      throw new IllegalArgumentException("threads " + threads);
    }
    if (delimiter == '"' || delimiter == '\n' || delimiter == '\r' || delimiter == 0) {
      throw new IllegalArgumentException("delimiter " + (int) delimiter);
    }
  }
}
