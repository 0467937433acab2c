package cohealth.spark;

import cohealth.io.GzipStream;
import cohealth.io.RawRows;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;

/** The rows of a piece of a file, whatever file system it is in. */
final class FileRows implements AutoCloseable {
  private static final int MARK_BYTES = 3;

  private final InputStream in;
  private final RawRows rows;
  private final long begin;
  private final long to;

  private FileRows(InputStream in, RawRows rows, long begin, long to) {
    this.in = in;
    this.rows = rows;
    this.begin = begin;
    this.to = to;
  }

  /**
   * Opens a piece.
   *
   * @param joined see {@link RawRows}; then the piece must begin where the file does
   */
  static FileRows open(FilePiece piece, boolean joined, Configuration configuration)
      throws IOException {
    InputStream in = bytes(piece.file(), configuration);
    long begin = 0;
    if (piece.from() > 0) {
      begin = piece.from() - 1; // the line that holds this byte is the one before ours
      ((FSDataInputStream) in).seek(begin);
    }
    RawRows rows = new RawRows(in, joined);
    if (begin > 0) {
      rows.next();
    }
    long to = piece.file().isPacked() ? Long.MAX_VALUE : piece.to();
    return new FileRows(in, rows, begin, to);
  }

  /** All bytes of a file, unpacked by its name. */
  static InputStream bytes(InputFile file, Configuration configuration) throws IOException {
    Path path = new Path(file.path());
    FSDataInputStream in = path.getFileSystem(configuration).open(path);
    return file.isPacked() ? new GzipStream(in) : in;
  }

  /** Goes to the next row that begins in the piece. */
  boolean next() throws IOException {
    return rows.next() && begin + rows.offset() < to;
  }

  /** The row at which it stands. */
  RawRows row() {
    return rows;
  }

  /** Where the row's text begins: behind a byte order mark at the start of the file. */
  int textFrom() {
    boolean first = begin + rows.offset() == 0;
    return first && isMarked(rows) ? rows.from() + MARK_BYTES : rows.from();
  }

  private static boolean isMarked(RawRows row) {
    byte[] bytes = row.bytes();
    int at = row.from();
    return row.to() - at >= MARK_BYTES
        && bytes[at] == (byte) 0xEF
        && bytes[at + 1] == (byte) 0xBB
        && bytes[at + 2] == (byte) 0xBF;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
