package cohealth.io;

import java.util.ArrayList;
import java.util.List;

/**
 * Problems of rows that were taken out of their files and read in another text: told with the
 * places where the rows stand in their files.
 */
public final class TakenRows {
  private final Places places;

  /** Where rows stand. */
  public interface Places {
    /** The place in its file of a line of a text; of the text's first row when the line is 0. */
    RowIds.Place of(String text, int line);
  }

  /** Rows that stand at these places. */
  public TakenRows(Places places) {
    this.places = places;
  }

  /** The same problem where the row stands, and all other rows that it names. */
  public Problem told(Problem problem) {
    RowIds.Place place = places.of(problem.file(), problem.line());
    return new Problem(
        problem.code(),
        place.file(),
        problem.line() == 0 ? 0 : place.line(),
        problem.column(),
        problem.field(),
        args(problem));
  }

  private List<String> args(Problem problem) {
    List<String> args = new ArrayList<>(problem.args());
    switch (problem.code()) {
      case DUPLICATE_CLAIM, DUPLICATE_ACTIVITY -> {
        RowIds.Place earlier = places.of(args.get(1), Integer.parseInt(args.get(2)));
        args.set(1, Shown.escaped(earlier.file()));
        args.set(2, Integer.toString(earlier.line()));
      }
      case DUPLICATE_PERSON -> setLine(problem, args, 1);
      case OVERLAPPING_BINDINGS -> setLine(problem, args, 2);
      case SEVERAL_SELVES, SEVERAL_SPOUSES -> setLine(problem, args, 0);
      default -> {}
    }
    return args;
  }

  private void setLine(Problem problem, List<String> args, int at) {
    RowIds.Place earlier = places.of(problem.file(), Integer.parseInt(args.get(at)));
    args.set(at, Integer.toString(earlier.line()));
  }
}
