package cohealth.spark;

import cohealth.io.GzipFault;
import cohealth.io.RawRows;
import cohealth.io.Utf8Scan;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a piece of a file before its rows are read: how many lines it has, so that
 * the lines of the next piece have numbers, and what concerns the whole file.
 *
 * @param header the bytes of the first row as characters of ISO 8859-1, when the piece begins the
 *     file; else null
 * @param headerLines how many lines it has
 * @param utf8 whether all bytes are UTF-8
 * @param oddQuotes some line has an odd number of quotes: rows may have several lines
 * @param blanks the first blank lines, from 0 in the piece
 * @param lastRow the last line that is not blank; -1 = none
 * @param openEnd the last line has no line end
 * @param fault why the bytes cannot be had, or null
 */
record PieceFacts(
    FilePiece piece,
    @Nullable String header,
    int headerLines,
    int lines,
    boolean utf8,
    boolean oddQuotes,
    ArrayList<Integer> blanks,
    int lastRow,
    boolean openEnd,
    @Nullable ToldProblem fault)
    implements Serializable {
  private static final int MOST_BLANKS = 100;

  /** Reads the piece; {@code joined} as the file will be read. */
  static PieceFacts of(FilePiece piece, boolean joined, char delimiter, Configuration configuration)
      throws IOException {
    String header = null;
    int headerLines = 0;
    int lines = 0;
    int lastRow = -1;
    boolean odd = false;
    boolean open = false;
    ArrayList<Integer> blanks = new ArrayList<>();
    Utf8Scan scan = new Utf8Scan();
    try (FileRows rows = FileRows.open(piece, joined, configuration)) {
      while (rows.next()) {
        RawRows row = rows.row();
        int from = rows.textFrom();
        if (header == null && piece.from() == 0) {
          header = new String(row.bytes(), from, row.to() - from, StandardCharsets.ISO_8859_1);
          headerLines = row.lines();
        }
        if (row.isBlank(delimiter)) {
          if (blanks.size() < MOST_BLANKS) {
            blanks.add(lines);
          }
        } else {
          lastRow = lines;
        }
        odd |= row.hasOddQuotes();
        open = row.isOpen();
        lines += row.lines();
        scan.feed(row.bytes(), from, row.to());
      }
    } catch (GzipFault e) {
      ToldProblem fault = ToldProblem.of(e.problem(piece.file().name()));
      return new PieceFacts(
          piece, header, headerLines, lines, true, odd, blanks, lastRow, open, fault);
    }
    scan.end();
    boolean utf8 = scan.firstFault() == Utf8Scan.NONE;
    return new PieceFacts(
        piece, header, headerLines, lines, utf8, odd, blanks, lastRow, open, null);
  }
}
