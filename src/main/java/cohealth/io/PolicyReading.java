package cohealth.io;

import cohealth.time.Day;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the problems of one policy document. */
final class PolicyReading {
  /** No more are looked for: a file with so many is no policy. */
  private static final int MOST = 1000;

  /** How much is shown of a pointer or of the words that may stand at a place. */
  private static final int LONGEST = 400;

  private final String file;
  private final List<Problem> found = new ArrayList<>();

  /** Nothing found yet in the file. */
  PolicyReading(String file) {
    this.file = file;
  }

  /** Adds a problem; {@code args} may be text from the file. */
  void report(ProblemCode code, PolicyPlace place, String... args) {
    if (found.size() == MOST) {
      return;
    }
    String pointer = place.pointer();
    found.add(
        new Problem(
            code,
            file,
            place.line(),
            place.column(),
            pointer.isEmpty() ? null : cut(pointer),
            shown(args)));
  }

  /** Checks that a range of days has a day in it; unreadable days are day numbers that do. */
  void fromTo(@Nullable PolicyNode from, int fromDay, @Nullable PolicyNode to, int toDay) {
    if (from != null && to != null && toDay != Day.UNKNOWN && fromDay > toDay) {
      report(ProblemCode.POLICY_FROM_AFTER_TO, to.place(), from.text(), to.text());
    }
  }

  /** Whether the document has no problem. */
  boolean isClean() {
    return found.isEmpty();
  }

  /** Hands over what was found, in the order of the text. */
  void passTo(Problems problems) {
    found.stream()
        .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
        .forEach(problems::add);
  }

  /**
   * What was found comes first and is shown as cells of tables are; what may stand there is longer.
   */
  private static List<String> shown(String... args) {
    List<String> shown = new ArrayList<>();
    for (String arg : args) {
      shown.add(shown.isEmpty() ? Shown.cell(arg) : cut(arg));
    }
    return List.copyOf(shown);
  }

  private static String cut(String text) {
    return Shown.escaped(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
  }
}
