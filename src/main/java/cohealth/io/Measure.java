package cohealth.io;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Takes a file's fingerprint while its bytes go by. Rows are counted in the unpacked text: lines
 * that are not blank, where line ends inside quotes are none. UTF-8 and GB18030 have no quote and
 * no line end inside another character.
 */
final class Measure {
  private final FileForm form;
  private final MessageDigest digest = StateFile.digest();
  private long size;
  private long lines;
  private boolean inQuotes;
  private boolean inLine;

  Measure(FileForm form) {
    this.form = form;
  }

  /** The next bytes as on the disk: those between position and limit. */
  void onDisk(ByteBuffer bytes) {
    size += bytes.remaining();
    digest.update(bytes.duplicate());
  }

  /** The next bytes as on the disk. */
  void onDisk(byte[] bytes, int offset, int length) {
    size += length;
    digest.update(bytes, offset, length);
  }

  /** The next bytes of the text. */
  void text(byte[] bytes, int offset, int length) {
    if (!form.hasRows()) {
      return;
    }
    boolean quotes = form == FileForm.CSV;
    for (int i = offset; i < offset + length; i++) {
      byte each = bytes[i];
      if (each == '\n' && !inQuotes) {
        inLine = false;
      } else if (each != '\r' || inQuotes) {
        if (!inLine) {
          inLine = true;
          lines++;
        }
        inQuotes ^= quotes && each == '"';
      }
    }
  }

  /** When everything has gone by. */
  Fingerprint end() {
    return end(true);
  }

  /**
   * When everything has gone by.
   *
   * @param whole the text was read to its end
   */
  Fingerprint end(boolean whole) {
    long header = form == FileForm.CSV ? 1 : 0;
    long rows = form.hasRows() && whole ? Math.max(0, lines - header) : Fingerprint.NO_ROWS;
    return new Fingerprint(size, rows, HexFormat.of().formatHex(digest.digest()));
  }
}
