package cohealth.spark;

import cohealth.io.Problem;
import cohealth.io.ProblemCode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link Problem} on its way from a task to the driver. */
record ToldProblem(
    ProblemCode code,
    String file,
    int line,
    int column,
    @Nullable String field,
    ArrayList<String> args)
    implements Serializable {

  static ToldProblem of(Problem problem) {
    return new ToldProblem(
        problem.code(),
        problem.file(),
        problem.line(),
        problem.column(),
        problem.field(),
        new ArrayList<>(problem.args()));
  }

  Problem problem() {
    return new Problem(code, file, line, column, field, List.copyOf(args));
  }
}
