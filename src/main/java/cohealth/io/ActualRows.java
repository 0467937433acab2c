package cohealth.io;

import cohealth.report.SettledField;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a real system settled, found by claim id. A row is kept as one text, its values in one form
 * each, in bytes: as much as its line in the file and 12 bytes.
 */
public final class ActualRows {
  /** Stands between the values of a row; no value can hold it. */
  public static final char SEPARATOR = '\u001F';

  private static final int CHUNK = 1 << 20;

  private final String claimColumn;
  private final List<Given> columns;
  private final RowIds ids = new RowIds();
  private final List<byte[]> chunks = new ArrayList<>();
  private long[] starts = new long[1024];
  private int[] lengths = new int[1024];
  private int used;

  /**
   * A column that the file has, other than that of the claim's id.
   *
   * @param name as the file has it, in lower case
   */
  public record Given(SettledField field, String name) {}

  ActualRows(String claimColumn, List<Given> columns) {
    this.claimColumn = claimColumn;
    this.columns = List.copyOf(columns);
  }

  /** The name of the column of the claim's id. */
  public String claimColumn() {
    return claimColumn;
  }

  /** The columns beside that of the claim's id, in the order of the file. */
  public List<Given> columns() {
    return columns;
  }

  /** How many rows there are. */
  public int size() {
    return ids.size();
  }

  /** The number of the row of a claim, or {@link RowIds#NONE}. */
  public int find(String claim) {
    return ids.find(claim);
  }

  /** The claim of a row. */
  public String claim(int row) {
    return ids.id(row);
  }

  /** The values of a row in the order of the columns, with {@link #SEPARATOR} between them. */
  public String line(int row) {
    byte[] chunk = chunks.get((int) (starts[row] / CHUNK));
    return new String(chunk, (int) (starts[row] % CHUNK), lengths[row], StandardCharsets.UTF_8);
  }

  /** The values of such a line. */
  public static List<String> values(String line) {
    return List.of(line.split(String.valueOf(SEPARATOR), -1));
  }

  RowIds ids() {
    return ids;
  }

  /** Keeps the values of the row whose id was added last. */
  void keep(CharSequence line) {
    byte[] bytes = line.toString().getBytes(StandardCharsets.UTF_8);
    int row = ids.size() - 1;
    if (row >= starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length);
      lengths = Arrays.copyOf(lengths, 2 * lengths.length);
    }
    if (chunks.isEmpty() || used + bytes.length > CHUNK) { // a row that is refused has no bytes
      chunks.add(new byte[Math.max(CHUNK, bytes.length)]);
      used = 0;
    }
    starts[row] = (long) (chunks.size() - 1) * CHUNK + used;
    lengths[row] = bytes.length;
    System.arraycopy(bytes, 0, chunks.get(chunks.size() - 1), used, bytes.length);
    used += bytes.length;
  }
}
