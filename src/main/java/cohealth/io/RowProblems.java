package cohealth.io;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** The problems of one row, told in the order of its cells, whatever the order of the checks. */
final class RowProblems implements Consumer<Problem> {
  private final List<Problem> problems = new ArrayList<>();

  @Override
  public void accept(Problem problem) {
    problems.add(problem);
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  void clear() {
    problems.clear();
  }

  List<Problem> sorted() {
    if (problems.size() > 1) {
      problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
    }
    return List.copyOf(problems);
  }

  /** Adds them to those of the run and forgets them. */
  void moveTo(Problems run) {
    if (!problems.isEmpty()) {
      sorted().forEach(run::add);
      problems.clear();
    }
  }
}
