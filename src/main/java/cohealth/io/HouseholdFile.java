package cohealth.io;

import static cohealth.io.HouseholdColumn.PERSON_ID;

import cohealth.person.People;
import cohealth.person.Person;
import cohealth.text.IdTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads households.csv: one row for each person (docs/files.md). */
public final class HouseholdFile {
  private final CsvTable table;
  private final FieldText fields;
  private final RowProblems problems = new RowProblems();
  private final Shown shown;
  private final HouseholdRow row;
  private final HouseholdChecks checks;
  private final List<Person> persons = new ArrayList<>();
  private final IdTable ids = new IdTable(); // the number of each is the person's index

  private HouseholdFile(CsvTable table, ReadOptions options) {
    this.table = table;
    this.shown = options.shown();
    this.fields = new FieldText(table, problems);
    this.row = new HouseholdRow(table, fields);
    this.checks = new HouseholdChecks(table, problems);
  }

  /**
   * Reads all persons and checks their households. Every problem is added; when there is any, the
   * persons are good for nothing but to check the ids of other files.
   *
   * @return null when the file could not be read to its end
   */
  public static @Nullable People read(InputText text, ReadOptions options, Problems problems)
      throws UnreadableFile {
    try (CsvTable table =
        CsvTable.open(text, List.of(HouseholdColumn.values()), options, problems)) {
      if (table == null) {
        return null;
      }
      HouseholdFile file = new HouseholdFile(table, options);
      while (table.next()) {
        file.row();
        file.problems.moveTo(problems);
      }
      if (table.isBroken()) {
        return null;
      }
      file.checks.finish(problems);
      return new People(file.persons, file.ids);
    }
  }

  private void row() {
    Problem shape = table.shapeProblem();
    Person person = row.read(persons.size());
    if (shape != null) { // of its cells only the id is used, so that other files know the person
      problems.clear();
      problems.accept(shape);
    }
    String household = row.household();
    if (household != null && shape == null) {
      checks.member(household, row.relation(), row.relationGiven());
    }
    if (person == null) {
      return;
    }
    int number = ids.add(person.id());
    if (number < persons.size() && shape == null) {
      String earlier = Integer.toString(persons.get(number).line());
      fields.refuse(PERSON_ID, ProblemCode.DUPLICATE_PERSON, shown.id(person.id()), earlier);
      return;
    }
    if (number == persons.size()) {
      persons.add(person);
    }
  }
}
