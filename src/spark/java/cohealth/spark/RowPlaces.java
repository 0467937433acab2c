package cohealth.spark;

import cohealth.io.RowIds;
import cohealth.io.TakenRows;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Where the rows of a batch's texts stand in the files of the tables. */
final class RowPlaces implements TakenRows.Places {
  private final String[][] fileNames;
  private final Map<String, Lines> texts = new HashMap<>();

  /**
   * No rows yet.
   *
   * @param fileNames by table and number
   */
  RowPlaces(String[][] fileNames) {
    this.fileNames = fileNames;
  }

  /** The rows of one text, in their order. */
  static final class Lines {
    private final Segment segment;
    private int[] starts = new int[256];
    private int[] files = new int[256];
    private int[] lines = new int[256];
    private int size;

    Lines(Segment segment) {
      this.segment = segment;
    }

    /** The next row begins in a line of the text and stands in a line of a file. */
    void add(int start, int file, int line) {
      if (size == starts.length) {
        starts = Arrays.copyOf(starts, 2 * size);
        files = Arrays.copyOf(files, 2 * size);
        lines = Arrays.copyOf(lines, 2 * size);
      }
      starts[size] = start;
      files[size] = file;
      lines[size++] = line;
    }

    private int row(int line) {
      int found = Arrays.binarySearch(starts, 0, size, line);
      return found >= 0 ? found : -found - 2;
    }
  }

  void put(String text, Lines lines) {
    texts.put(text, lines);
  }

  @Override
  public RowIds.Place of(String text, int line) {
    Lines lines = texts.get(text);
    if (lines == null) {
      return new RowIds.Place(text, line);
    }
    String[] names = fileNames[lines.segment.table().ordinal()];
    int row = lines.row(line);
    if (row < 0) { // the header, which all files of a text have
      return new RowIds.Place(names[lines.segment.firstFile()], line);
    }
    int below = line - lines.starts[row];
    return new RowIds.Place(names[lines.files[row]], lines.lines[row] + below);
  }

  /** A number that orders rows of a table as their files and lines do. */
  long order(String text, int line) {
    Lines lines = Objects.requireNonNull(texts.get(text), text);
    int row = lines.row(line);
    return ((long) lines.files[row] << 32) + lines.lines[row];
  }
}
