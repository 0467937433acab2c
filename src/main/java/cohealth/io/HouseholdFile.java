package cohealth.io;

import static cohealth.io.HouseholdColumn.BENEFIT_FROM;
import static cohealth.io.HouseholdColumn.BENEFIT_TO;
import static cohealth.io.HouseholdColumn.BIRTH_DATE;
import static cohealth.io.HouseholdColumn.CATEGORY;
import static cohealth.io.HouseholdColumn.CONFIRMED;
import static cohealth.io.HouseholdColumn.CONTRACTED;
import static cohealth.io.HouseholdColumn.CONTRIBUTION_BASE;
import static cohealth.io.HouseholdColumn.CURRENT_BALANCE;
import static cohealth.io.HouseholdColumn.DISEASES;
import static cohealth.io.HouseholdColumn.HOUSEHOLD_ID;
import static cohealth.io.HouseholdColumn.INSURANCE;
import static cohealth.io.HouseholdColumn.NAME;
import static cohealth.io.HouseholdColumn.PERSON_ID;
import static cohealth.io.HouseholdColumn.PLAN;
import static cohealth.io.HouseholdColumn.PRIOR_BALANCE;
import static cohealth.io.HouseholdColumn.REGION;
import static cohealth.io.HouseholdColumn.RELATION;
import static cohealth.io.HouseholdColumn.RETIRED_ON;
import static cohealth.io.HouseholdColumn.SHARE_LIMIT;
import static cohealth.io.HouseholdColumn.SHARE_ORDER;
import static cohealth.io.HouseholdColumn.STATUS;
import static cohealth.io.HouseholdColumn.WALLET;
import static cohealth.io.HouseholdColumn.WALLET_BALANCE;

import cohealth.money.Fen;
import cohealth.person.Category;
import cohealth.person.Insurance;
import cohealth.person.Insured;
import cohealth.person.People;
import cohealth.person.Person;
import cohealth.person.Relation;
import cohealth.time.Day;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads households.csv: one row for each person (docs/files.md). */
public final class HouseholdFile {
  private final CsvTable table;
  private final FieldText fields;
  private final RowProblems problems = new RowProblems();
  private final Shown shown;
  private final HouseholdChecks checks;
  private final List<Person> persons = new ArrayList<>();
  private final Map<String, Integer> lineOf = new HashMap<>();
  private final Map<String, Set<String>> diseaseSets = new HashMap<>();
  private String lastHousehold = "";

  private HouseholdFile(CsvTable table, ReadOptions options) {
    this.table = table;
    this.shown = options.shown();
    this.fields = new FieldText(table, problems);
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
      return new People(file.persons);
    }
  }

  private void row() {
    Problem shape = table.shapeProblem();
    if (shape != null) {
      problems.accept(shape);
      return;
    }
    String household = fields.id(HOUSEHOLD_ID);
    String id = fields.id(PERSON_ID);
    boolean relationGiven = !table.value(RELATION).isEmpty();
    Relation relation = fields.word(RELATION, PersonWords.RELATIONS);
    Insurance insurance = fields.word(INSURANCE, PersonWords.INSURANCES);
    Category category = fields.word(CATEGORY, PersonWords.CATEGORIES);
    int from = fields.day(BENEFIT_FROM, Day.OPEN_START);
    int to = fields.day(BENEFIT_TO, Day.OPEN_END);
    if (from != FieldText.FAULTY_DAY && to != FieldText.FAULTY_DAY && from > to) {
      fields.refuse(
          BENEFIT_TO,
          ProblemCode.PERIOD_REVERSED,
          Day.text(to),
          BENEFIT_FROM.field(),
          Day.text(from));
    }
    String name = fields.text(NAME);
    if (household != null) {
      checks.member(household, relation, relationGiven);
    }
    Insured insured =
        new Insured(
            insurance == null ? Insurance.NONE : insurance,
            category == null && insurance == Insurance.EMPLOYEE ? Category.ACTIVE : category,
            fields.text(PLAN),
            fields.yes(CONTRACTED, false),
            fields.region(REGION, 0),
            Objects.requireNonNullElse(fields.word(STATUS, PersonWords.STATUSES), false),
            from,
            to,
            fields.day(RETIRED_ON, Day.UNKNOWN),
            diseases(),
            fields.yes(WALLET, false),
            fields.amount(CONTRIBUTION_BASE, Fen.NONE));
    Person person =
        new Person(
            persons.size(),
            id == null ? "" : id,
            household == null ? "" : same(household),
            name.isEmpty() ? null : name,
            fields.day(BIRTH_DATE, Day.UNKNOWN),
            relation == null ? Relation.SELF : relation,
            insured,
            fields.amount(PRIOR_BALANCE, 0),
            fields.amount(CURRENT_BALANCE, 0),
            fields.amount(WALLET_BALANCE, 0),
            fields.whole(SHARE_ORDER, 1, Integer.MAX_VALUE - 1, 0),
            fields.amount(SHARE_LIMIT, Fen.NONE),
            fields.yes(CONFIRMED, true),
            table.line());
    if (id == null) {
      return;
    }
    Integer earlier = lineOf.putIfAbsent(id, table.line());
    if (earlier != null) {
      fields.refuse(
          PERSON_ID, ProblemCode.DUPLICATE_PERSON, shown.id(id), Integer.toString(earlier));
      return;
    }
    persons.add(person);
  }

  /** Members stand together in most files: one text for the id of their household is enough. */
  private String same(String household) {
    if (!lastHousehold.equals(household)) {
      lastHousehold = household;
    }
    return lastHousehold;
  }

  /** The approved diseases; null when the file does not tell them. Equal sets are kept once. */
  private @Nullable Set<String> diseases() {
    if (!table.has(DISEASES)) {
      return null;
    }
    return diseaseSets.computeIfAbsent(fields.text(DISEASES), HouseholdFile::diseasesOf);
  }

  /** The diseases that are joined by semicolons in a cell. */
  static Set<String> diseasesOf(String text) {
    Set<String> diseases = new LinkedHashSet<>();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == ';' || text.charAt(i) == '；') {
        String disease = text.substring(from, i).strip();
        if (!disease.isEmpty()) {
          diseases.add(disease);
        }
        from = i + 1;
      }
    }
    return java.util.Collections.unmodifiableSet(diseases);
  }
}
