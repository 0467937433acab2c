package cohealth.io;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects the problems and notes of a run: the first of each and the number of all. Not for
 * several threads.
 */
public final class Problems {
  /** How many problems are kept to be told, when nothing else is said. */
  public static final int KEPT = 100;

  private final int kept;
  private final List<Problem> first = new ArrayList<>();
  private final List<Problem> notes = new ArrayList<>();
  private long count;

  /** Keeps the first {@value #KEPT}. */
  public Problems() {
    this(KEPT);
  }

  /** Keeps so many problems and so many notes. */
  public Problems(int kept) {
    this.kept = kept;
  }

  /** Adds a problem, which refuses the input; or, by its code, a note, which does not. */
  public void add(Problem problem) {
    if (problem.code().isNote()) {
      if (notes.size() < kept) {
        notes.add(problem);
      }
      return;
    }
    count++;
    if (first.size() < kept) {
      first.add(problem);
    }
  }

  /** How many problems there are, notes not counted. */
  public long count() {
    return count;
  }

  /** The first problems, in the order in which they were found. */
  public List<Problem> first() {
    return List.copyOf(first);
  }

  /** The first notes. */
  public List<Problem> notes() {
    return List.copyOf(notes);
  }
}
