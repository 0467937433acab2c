package cohealth.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Decides the encoding of a file over all its bytes: UTF-8, or else GB18030. Detectors that look at
 * a part are wrong on short Chinese files, and UTF-8 decodes as GB18030 into other characters
 * without an error, so the order matters.
 */
public final class EncodingCheck {
  /** What is read when the bytes are not UTF-8. */
  public static final Charset GB18030 = Charset.forName("GB18030");

  private static final int BLOCK = 1 << 16;
  private static final int MOST_BYTES_SHOWN = 4;

  /** Opens the bytes from their start; called once for each look at them. */
  public interface Source {
    /** The bytes from their start. */
    InputStream open() throws IOException;
  }

  /**
   * What was found: a charset, or a problem.
   *
   * @param marked a byte order mark of UTF-8 begins the bytes
   */
  public record Found(@Nullable Charset charset, @Nullable Problem problem, boolean marked) {
    Found(@Nullable Charset charset, @Nullable Problem problem) {
      this(charset, problem, false);
    }
  }

  private final Source source;
  private final String name;

  /** Bytes that messages call so. */
  public EncodingCheck(Source source, String name) {
    this.source = source;
    this.name = name;
  }

  /**
   * Looks at all bytes.
   *
   * @param forced the encoding that they must have; null = found
   */
  public Found find(@Nullable Charset forced) throws IOException {
    byte[] start = start();
    boolean marked = startsWith(start, 0xEF, 0xBB, 0xBF);
    if (startsWith(start, 0xFF, 0xFE) || startsWith(start, 0xFE, 0xFF)) {
      return new Found(null, Problem.at(ProblemCode.UTF16, name, 0, 0, null));
    }
    if (forced != null && !forced.equals(StandardCharsets.UTF_8)) {
      return decoded(forced, forced.name());
    }
    Utf8Scan scan = scan();
    if (scan.firstFault() == Utf8Scan.NONE) {
      return new Found(StandardCharsets.UTF_8, null, marked);
    }
    if (forced != null || marked || scan.isMostlyUtf8() || scan.onlyCut()) {
      return refused(StandardCharsets.UTF_8, "UTF-8", scan.firstFault(), scan.onlyCut());
    }
    return decoded(GB18030, "UTF-8 / GB18030");
  }

  private Utf8Scan scan() throws IOException {
    Utf8Scan scan = new Utf8Scan();
    try (InputStream in = source.open()) {
      byte[] block = new byte[BLOCK];
      for (int count = in.read(block); count >= 0; count = in.read(block)) {
        scan.feed(block, count);
      }
    }
    scan.end();
    return scan;
  }

  private byte[] start() throws IOException {
    try (InputStream in = source.open()) {
      return in.readNBytes(3);
    }
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  /** Decodes everything strictly. */
  private Found decoded(Charset charset, String shown) throws IOException {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer chars = CharBuffer.allocate(BLOCK);
    ByteBuffer bytes = ByteBuffer.allocate(BLOCK).flip();
    long taken = 0; // bytes before the buffer's first one
    try (InputStream in = source.open()) {
      boolean ended = false;
      while (!ended) {
        taken += bytes.position();
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = count < 0;
        bytes.position(bytes.position() + Math.max(0, count)).flip();
        CoderResult result;
        do {
          result = decoder.decode(bytes, chars.clear(), ended);
        } while (result.isOverflow());
        if (result.isError()) {
          long offset = taken + bytes.position();
          boolean cut = ended && bytes.remaining() == result.length() && result.isMalformed();
          return refused(charset, shown, offset, cut);
        }
      }
    }
    return new Found(charset, null);
  }

  /** The problem at a byte, whose line and column are found by reading up to it once more. */
  private Found refused(Charset charset, String shown, long offset, boolean cut)
      throws IOException {
    byte[] found;
    int line = 1;
    int column = 1;
    try (InputStream in = source.open()) {
      CharsetDecoder decoder =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPLACE)
              .onUnmappableCharacter(CodingErrorAction.REPLACE);
      CharBuffer chars = CharBuffer.allocate(BLOCK);
      ByteBuffer bytes = ByteBuffer.allocate(BLOCK).flip();
      long left = offset;
      while (left > 0) {
        bytes.compact();
        int wanted = (int) Math.min(left, bytes.remaining());
        int count = in.readNBytes(bytes.array(), bytes.position(), wanted);
        left = count < wanted ? 0 : left - count;
        bytes.position(bytes.position() + count).flip();
        boolean overflow = true;
        while (overflow) {
          overflow = decoder.decode(bytes, chars.clear(), left == 0).isOverflow();
          chars.flip();
          while (chars.hasRemaining()) {
            char c = chars.get();
            if (c == '\n') {
              line++;
              column = 1;
            } else if (!Character.isLowSurrogate(c) && c != '\uFEFF') {
              column++;
            }
          }
        }
      }
      found = in.readNBytes(MOST_BYTES_SHOWN);
    }
    return new Found(
        null,
        cut
            ? Problem.at(
                ProblemCode.CUT_CHARACTER,
                name,
                line,
                column,
                null,
                hex(found),
                Long.toString(offset))
            : Problem.at(
                ProblemCode.INVALID_BYTES,
                name,
                line,
                column,
                null,
                hex(found),
                Long.toString(offset),
                shown));
  }

  private static String hex(byte[] bytes) {
    return java.util.HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes);
  }
}
