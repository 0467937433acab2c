package cohealth.cli;

import cohealth.io.Messages;
import cohealth.io.ReadBytes;
import cohealth.report.TextWidth;
import org.jspecify.annotations.Nullable;

/**
 * What the line says that tells how far a run is: bytes read (or written) of all, the rate, the
 * time left. Looked at from time to time; the rate is that of the last seconds, for passes are not
 * equally fast.
 */
final class ProgressText {
  private static final long SECOND = 1_000_000_000;

  /** Shorter runs show nothing. */
  private static final long FIRST = 2 * SECOND;

  /** Over how many looks the rate is taken. */
  private static final int LOOKS = 10;

  private static final int USUAL_COLUMNS = 80;
  private static final long KB = 1_000;
  private static final long MB = 1_000_000;
  private static final long GB = 1_000_000_000;

  private final ReadBytes bytes;
  private final boolean written;
  private final Messages messages;
  private final int columns;
  private final long start;
  private final long[] times = new long[LOOKS];
  private final long[] counts = new long[LOOKS];
  private int looks;

  /**
   * Begins now.
   *
   * @param written the bytes are those of an output, whose size is not known exactly
   * @param columns of the screen; 0 = not known
   */
  ProgressText(ReadBytes bytes, boolean written, Messages messages, int columns, long now) {
    this.bytes = bytes;
    this.written = written;
    this.messages = messages;
    this.columns = columns == 0 ? USUAL_COLUMNS : columns;
    this.start = now;
  }

  /** The text at a time in nanoseconds; null when there is nothing to tell, or no room. */
  @Nullable String at(long now) {
    long read = bytes.soFar();
    int place = looks % LOOKS;
    boolean first = looks++ == 0;
    long before = looks > LOOKS ? counts[place] : first ? 0 : counts[0];
    long since = looks > LOOKS ? times[place] : first ? start : times[0];
    times[place] = now;
    counts[place] = read;
    long all = bytes.expected();
    if (now - start < FIRST || read == 0 || all == 0) {
      return null;
    }
    long millis = Math.max(1, (now - since) / 1_000_000);
    long rate = (read - before) * 1000 / millis;
    String text =
        read >= all || rate == 0
            ? messages.get(
                written ? "progress.written" : "progress.read",
                size(Math.min(read, all)),
                size(all))
            : messages.get(
                written ? "progress.line.written" : "progress.line",
                size(read),
                size(all),
                Long.toString(read * 100 / all),
                size(rate),
                time((all - read + rate - 1) / rate));
    return TextWidth.of(text) < columns ? text : null;
  }

  private static String size(long bytes) {
    if (bytes >= GB) {
      return bytes / GB + "." + bytes % GB / (GB / 10) + " GB";
    }
    return bytes >= MB ? bytes / MB + " MB" : bytes / KB + " kB";
  }

  private String time(long seconds) {
    return seconds < 60
        ? messages.get("progress.seconds", Long.toString(seconds))
        : messages.get("progress.minutes", Long.toString((seconds + 59) / 60));
  }
}
