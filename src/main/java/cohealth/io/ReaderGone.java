package cohealth.io;

import java.io.IOException;

/** The program that read the standard output has ended, as {@code head} does: no fault to tell. */
public final class ReaderGone extends IOException {
  private static final long serialVersionUID = 1L;

  ReaderGone(IOException cause) {
    super("the reader has gone", cause);
  }
}
