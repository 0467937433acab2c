package cohealth.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a claims file into pieces at line ends, has them read, several at a time, and hands them out
 * in their order. A line end ends a row, because no plain row holds a quote.
 */
final class PlainPieces implements Closeable {
  /** The reader of rows looks at eight bytes at a time. */
  private static final int MARGIN = 8;

  private final InputStream in;
  private final Supplier<PlainClaims> newReader;
  private final Queue<PlainClaims> readers = new ConcurrentLinkedQueue<>();
  private final Queue<byte[]> used = new ConcurrentLinkedQueue<>();
  private final Workers.Line<PlainRows> line;
  private final int pieceBytes;
  private byte[] room;
  private int filled;
  private boolean ended;
  private long offset;
  private boolean incomplete;

  /**
   * The rows of a stream.
   *
   * @param offset of its first byte in the file
   */
  PlainPieces(InputStream in, long offset, Supplier<PlainClaims> newReader, Workers workers) {
    this.in = in;
    this.offset = offset;
    this.newReader = newReader;
    this.line = workers.line();
    this.pieceBytes = workers.pieceBytes();
    this.room = new byte[pieceBytes + MARGIN];
  }

  /** The next rows; null when there are no more that can be read here. */
  @Nullable PlainRows next(@Nullable PlainRows done) throws IOException {
    if (done != null) {
      used.add(done.bytes);
    }
    if (incomplete) {
      return null;
    }
    while (!ended && !line.isFull()) {
      give();
    }
    if (line.isEmpty()) {
      return null;
    }
    PlainRows rows = line.take();
    offset += rows.end();
    if (!rows.complete) {
      incomplete = true;
      line.drop();
    }
    return rows;
  }

  /** Where the other lane must read on, once {@link #next} was null; -1 when nothing is left. */
  long rest() {
    return incomplete || filled > 0 ? offset : -1;
  }

  @Override
  public void close() throws IOException {
    line.drop();
    in.close();
  }

  /** Gives the workers everything up to the last line end that fits into a piece. */
  private void give() throws IOException {
    while (filled < pieceBytes) {
      int count = in.read(room, filled, pieceBytes - filled);
      if (count < 0) {
        ended = true;
        break;
      }
      filled += count;
    }
    int to = filled;
    while (to > 0 && room[to - 1] != '\n') {
      to--;
    }
    if (to == 0) {
      ended = true; // an open last line, or one without end
      return;
    }
    byte[] piece = room;
    int end = to;
    byte[] next = used.poll();
    room = next == null ? new byte[pieceBytes + MARGIN] : next;
    System.arraycopy(piece, to, room, 0, filled - to);
    filled -= to;
    Arrays.fill(piece, to + filled, piece.length, (byte) 0);
    line.give(() -> read(piece, end));
  }

  private PlainRows read(byte[] piece, int to) {
    PlainClaims reader = readers.poll();
    if (reader == null) {
      reader = newReader.get();
    }
    PlainRows rows = reader.read(piece, 0, to);
    readers.add(reader);
    return rows;
  }
}
