package cohealth.io;

import cohealth.person.Relation;
import cohealth.text.IdTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must hold for the members of a household together (rules: section 9): exactly one reference
 * person, at most one spouse, and relations that are blank only where one person lives alone.
 */
final class HouseholdChecks {
  private final CsvTable table;
  private final RowProblems problems;
  private final IdTable ids = new IdTable();
  private final List<Household> households = new ArrayList<>();
  private String lastId = "";
  private @Nullable Household last;

  HouseholdChecks(CsvTable table, RowProblems problems) {
    this.table = table;
    this.problems = problems;
  }

  /** What was found of a household; a line that is not 0 was. */
  private static final class Household {
    final int firstLine;
    final int firstColumn;
    int members;
    int selfLine;
    int spouseLine;
    int blankLine;
    int blankColumn;
    boolean unreadable;

    Household(int firstLine, int firstColumn) {
      this.firstLine = firstLine;
      this.firstColumn = firstColumn;
    }
  }

  /** Adds the current row's person; {@code given} tells a blank relation from a refused one. */
  void member(String id, @Nullable Relation relation, boolean given) {
    Household household = household(id);
    household.members++;
    if (relation == null) {
      household.unreadable |= given;
      if (!given && household.blankLine == 0) {
        household.blankLine = table.lineOf(HouseholdColumn.RELATION);
        household.blankColumn = table.columnOf(HouseholdColumn.RELATION);
      }
    } else if (relation == Relation.SELF) {
      household.selfLine = once(household.selfLine, ProblemCode.SEVERAL_SELVES);
    } else if (relation == Relation.SPOUSE) {
      household.spouseLine = once(household.spouseLine, ProblemCode.SEVERAL_SPOUSES);
    }
  }

  /** Adds the problems that only the whole household shows. */
  void finish(Problems run) {
    for (Household household : households) {
      String members = Integer.toString(household.members);
      if (household.blankLine > 0 && household.members > 1) {
        String relation = household.selfLine > 0 ? "child" : "self";
        run.add(
            problem(
                ProblemCode.RELATION_MISSING,
                household.blankLine,
                household.blankColumn,
                members,
                relation));
      } else if (household.blankLine == 0 && household.selfLine == 0 && !household.unreadable) {
        run.add(problem(ProblemCode.NO_SELF, household.firstLine, household.firstColumn, members));
      }
    }
  }

  /** The household with the id; members stand together in most files. */
  private Household household(String id) {
    if (last == null || !id.equals(lastId)) {
      int number = ids.add(id);
      if (number == households.size()) {
        households.add(
            new Household(
                table.lineOf(HouseholdColumn.RELATION), table.columnOf(HouseholdColumn.RELATION)));
      }
      last = households.get(number);
      lastId = id;
    }
    return last;
  }

  private int once(int earlier, ProblemCode code) {
    if (earlier > 0) {
      problems.accept(table.problem(HouseholdColumn.RELATION, code, Integer.toString(earlier)));
      return earlier;
    }
    return table.line();
  }

  private Problem problem(ProblemCode code, int line, int column, String... args) {
    return Problem.at(code, table.file(), line, column, HouseholdColumn.RELATION.field(), args);
  }
}
