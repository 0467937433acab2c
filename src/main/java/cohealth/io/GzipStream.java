package cohealth.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip strictly. Unlike the JDK's stream it refuses damaged data after the first member,
 * and data that expands beyond a limit.
 */
public final class GzipStream extends InputStream {
  /** Up to so many bytes any expansion is accepted. */
  static final long FREE_BYTES = 1L << 30;

  /** Beyond {@link #FREE_BYTES}, the most bytes out for a byte in. */
  static final int MOST_TIMES = 200;

  private final InputStream in;
  private final long freeBytes;
  private final int mostTimes;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private long packedBytes;
  private long memberBytes;
  private long allBytes;
  private int members;
  private boolean inMember;
  private boolean ended;

  /** Unpacks a stream. */
  public GzipStream(InputStream in) {
    this(in, FREE_BYTES, MOST_TIMES);
  }

  GzipStream(InputStream in, long freeBytes, int mostTimes) {
    this.in = in;
    this.freeBytes = freeBytes;
    this.mostTimes = mostTimes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      if (!inMember) {
        startMember();
        continue;
      }
      int count = inflate(target, offset, length);
      if (count > 0) {
        crc.update(target, offset, count);
        memberBytes += count;
        allBytes += count;
        if (allBytes > freeBytes && allBytes / mostTimes > packedBytes) {
          throw new GzipFault(
              ProblemCode.GZIP_EXPANSION, Long.toString(freeBytes), Integer.toString(mostTimes));
        }
        return count;
      }
      if (inflater.finished()) {
        endMember();
      }
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }

  private int inflate(byte[] target, int offset, int length) throws IOException {
    try {
      if (inflater.needsInput()) {
        if (position == limit && !fill()) {
          throw new GzipFault(ProblemCode.CUT_GZIP);
        }
        inflater.setInput(buffer, position, limit - position);
        position = limit;
      }
      return inflater.inflate(target, offset, length);
    } catch (DataFormatException e) {
      throw bad(e.getMessage() == null ? "deflate" : e.getMessage());
    }
  }

  private void startMember() throws IOException {
    if (position == limit && !fill()) {
      if (members == 0) {
        throw new GzipFault(ProblemCode.CUT_GZIP);
      }
      ended = true;
      return;
    }
    if (members > 0 && buffer[position] == 0) {
      skipPadding();
      return;
    }
    members++;
    if (next() != 0x1F || next() != 0x8B || next() != 8) {
      throw bad("header");
    }
    int flags = next();
    skip(6);
    if ((flags & 4) != 0) {
      skip(next() | next() << 8);
    }
    if ((flags & 8) != 0) {
      skipText();
    }
    if ((flags & 16) != 0) {
      skipText();
    }
    if ((flags & 2) != 0) {
      skip(2);
    }
    inflater.reset();
    crc.reset();
    memberBytes = 0;
    inMember = true;
  }

  private void endMember() throws IOException {
    position = limit - inflater.getRemaining();
    if (next4() != crc.getValue() || next4() != (memberBytes & 0xFFFF_FFFFL)) {
      throw bad("checksum");
    }
    inMember = false;
  }

  /** Some devices fill the last block with zeros. */
  private void skipPadding() throws IOException {
    do {
      while (position < limit) {
        if (buffer[position++] != 0) {
          throw bad("data after the end");
        }
      }
    } while (fill());
    ended = true;
  }

  private boolean fill() throws IOException {
    int count = in.read(buffer, 0, buffer.length);
    position = 0;
    limit = Math.max(0, count);
    packedBytes += limit;
    return count > 0;
  }

  private int next() throws IOException {
    if (position == limit && !fill()) {
      throw new GzipFault(ProblemCode.CUT_GZIP);
    }
    return buffer[position++] & 0xFF;
  }

  private long next4() throws IOException {
    return next() | (long) next() << 8 | (long) next() << 16 | (long) next() << 24;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  private void skipText() throws IOException {
    while (next() != 0) {
      // the name or comment is not needed
    }
  }

  private static GzipFault bad(String what) {
    return new GzipFault(ProblemCode.BAD_GZIP, Shown.escaped(what));
  }
}
