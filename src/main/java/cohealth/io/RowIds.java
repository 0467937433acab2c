package cohealth.io;

import cohealth.text.IdTable;
import cohealth.text.RowText;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The ids of all rows of one kind, claims or activities, and where each was first seen. The number
 * of an id is the ordinal of its row, counted over all files of the kind. Lines are kept as the few
 * places where they stop growing with the rows. Not for several threads.
 */
public final class RowIds {
  /** No such id. */
  public static final int NONE = -1;

  private final IdTable ids = new IdTable();
  private final List<String> files = new ArrayList<>();
  private int[] ordinals = new int[16]; // from here on …
  private int[] fileNumbers = new int[16]; // … rows are of this file …
  private int[] lines = new int[16]; // … and of this line and the next ones
  private int breaks;

  /** Where a row stands. */
  public record Place(String file, int line) {}

  /** The ordinal of the next row. */
  public int size() {
    return ids.size();
  }

  /** The ordinal of the row with the id, or {@link #NONE}. */
  public int find(String id) {
    return ids.find(id);
  }

  /** The id of a row; empty when it had none that could be read or used. */
  public String id(int ordinal) {
    return ids.text(ordinal);
  }

  /** Appends {@link #id} without making a string; several threads may, while none is registered. */
  public void append(RowText out, int ordinal) {
    out.append(ids, ordinal);
  }

  /** The ids of all rows, in their order; they are made text one by one. */
  public List<String> all() {
    return new AbstractList<>() {
      @Override
      public String get(int ordinal) {
        return id(ordinal);
      }

      @Override
      public int size() {
        return ids.size();
      }
    };
  }

  /** The file and line of a row. */
  public Place place(int ordinal) {
    int found = Arrays.binarySearch(ordinals, 0, breaks, ordinal);
    int last = found >= 0 ? found : -found - 2;
    return new Place(files.get(fileNumbers[last]), lines[last] + (ordinal - ordinals[last]));
  }

  /** Begins the rows of another file. */
  public void startFile(String name) {
    files.add(name);
  }

  /**
   * Registers the next row's id.
   *
   * @return {@link #NONE}, or the ordinal of the earlier row with this id; the row then has none
   */
  public int add(String id, int line) {
    int earlier = ids.find(id);
    if (earlier >= 0) {
      addNone(line);
      return earlier;
    }
    note(ids.size(), line);
    ids.add(id);
    return NONE;
  }

  /**
   * Registers the next row's id, unless there is the same one already.
   *
   * @return {@link #NONE}, or the ordinal of the earlier row; nothing was registered then
   */
  int addIfNew(byte[] bytes, int from, int to, int line) {
    int ordinal = ids.size();
    int earlier = ids.addIfNew(bytes, from, to);
    if (earlier == IdTable.NONE) {
      note(ordinal, line);
    }
    return earlier;
  }

  /** Whether a row that was registered has the id. */
  boolean isAt(int ordinal, byte[] bytes, int from, int to) {
    return ordinal < ids.size() && ids.isAt(ordinal, bytes, from, to);
  }

  /** The ordinal of the row with the id, or {@link #NONE}. */
  int find(byte[] bytes, int from, int to) {
    return ids.find(bytes, from, to);
  }

  /** Registers a row whose id cannot be read. */
  public void addNone(int line) {
    note(ids.size(), line);
    ids.addNone();
  }

  private void note(int ordinal, int line) {
    int file = files.size() - 1;
    if (breaks > 0
        && fileNumbers[breaks - 1] == file
        && lines[breaks - 1] + (ordinal - ordinals[breaks - 1]) == line) {
      return;
    }
    if (breaks == ordinals.length) {
      ordinals = Arrays.copyOf(ordinals, 2 * breaks);
      fileNumbers = Arrays.copyOf(fileNumbers, 2 * breaks);
      lines = Arrays.copyOf(lines, 2 * breaks);
    }
    ordinals[breaks] = ordinal;
    fileNumbers[breaks] = file;
    lines[breaks++] = line;
  }
}
