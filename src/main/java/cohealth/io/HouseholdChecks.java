package cohealth.io;

import cohealth.person.Relation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What must hold for the members of a household together (rules: section 9): exactly one reference
 * person, at most one spouse, and relations that are blank only where one person lives alone.
 */
final class HouseholdChecks {
  private final CsvTable table;
  private final RowProblems problems;
  private final Map<String, Household> households = new LinkedHashMap<>();

  HouseholdChecks(CsvTable table, RowProblems problems) {
    this.table = table;
    this.problems = problems;
  }

  private static final class Household {
    int members;
    int selfLine;
    int spouseLine;
    boolean unreadable;
    final Problem first;
    @Nullable Problem blank;

    Household(Problem first) {
      this.first = first;
    }
  }

  /** Adds the current row's person; {@code given} tells a blank relation from a refused one. */
  void member(String id, @Nullable Relation relation, boolean given) {
    Household household =
        households.computeIfAbsent(id, h -> new Household(problem(ProblemCode.NO_SELF)));
    household.members++;
    if (relation == null) {
      household.unreadable |= given;
      if (!given && household.blank == null) {
        household.blank = problem(ProblemCode.RELATION_MISSING);
      }
    } else if (relation == Relation.SELF) {
      household.selfLine = once(household.selfLine, ProblemCode.SEVERAL_SELVES);
    } else if (relation == Relation.SPOUSE) {
      household.spouseLine = once(household.spouseLine, ProblemCode.SEVERAL_SPOUSES);
    }
  }

  /** Adds the problems that only the whole household shows. */
  void finish(Problems run) {
    for (Household household : households.values()) {
      String members = Integer.toString(household.members);
      if (household.blank != null && household.members > 1) {
        run.add(with(household.blank, members, household.selfLine > 0 ? "child" : "self"));
      } else if (household.blank == null && household.selfLine == 0 && !household.unreadable) {
        run.add(with(household.first, members));
      }
    }
  }

  private int once(int earlier, ProblemCode code) {
    if (earlier > 0) {
      problems.accept(table.problem(HouseholdColumn.RELATION, code, Integer.toString(earlier)));
      return earlier;
    }
    return table.line();
  }

  private Problem problem(ProblemCode code) {
    return table.problem(HouseholdColumn.RELATION, code);
  }

  private static Problem with(Problem problem, String... args) {
    return new Problem(
        problem.code(),
        problem.file(),
        problem.line(),
        problem.column(),
        problem.field(),
        List.of(args));
  }
}
