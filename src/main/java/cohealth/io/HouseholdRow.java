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
import cohealth.person.Person;
import cohealth.person.Relation;
import cohealth.time.Day;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a person of a row of households.csv. */
final class HouseholdRow {
  private final CsvTable table;
  private final FieldText fields;
  private final Map<String, Set<String>> diseaseSets = new HashMap<>();
  private final Recent<Insured> insuredAlike = new Recent<>(); // many are
  private final Recent<String> names = new Recent<>();
  private String lastHousehold = "";
  private @Nullable String household;
  private @Nullable Relation relation;
  private boolean relationGiven;

  HouseholdRow(CsvTable table, FieldText fields) {
    this.table = table;
    this.fields = fields;
  }

  /**
   * Reads the current row, which has the right number of cells. Every problem is added; the person
   * is not to be used then.
   *
   * @return null when the person has no readable id
   */
  @Nullable Person read(int index) {
    household = fields.id(HOUSEHOLD_ID);
    String id = fields.id(PERSON_ID);
    relationGiven = !table.value(RELATION).isEmpty();
    relation = fields.word(RELATION, PersonWords.RELATIONS);
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
    Insured read =
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
            index,
            id == null ? "" : id,
            household == null ? "" : same(household),
            name.isEmpty() ? null : names.same(name),
            fields.day(BIRTH_DATE, Day.UNKNOWN),
            relation == null ? Relation.SELF : relation,
            insuredAlike.same(read, hash(read)),
            fields.amount(PRIOR_BALANCE, 0),
            fields.amount(CURRENT_BALANCE, 0),
            fields.amount(WALLET_BALANCE, 0),
            fields.whole(SHARE_ORDER, 1, Integer.MAX_VALUE - 1, 0),
            fields.amount(SHARE_LIMIT, Fen.NONE),
            fields.yes(CONFIRMED, true),
            table.line());
    return id == null ? null : person;
  }

  /** The id of the household, or null when it is not readable. */
  @Nullable String household() {
    return household;
  }

  /** To the reference person, or null when it is blank or refused. */
  @Nullable Relation relation() {
    return relation;
  }

  /** Tells a blank relation from a refused one. */
  boolean relationGiven() {
    return relationGiven;
  }

  /** Members stand together in most files: one text for the id of their household is enough. */
  private String same(String household) {
    if (!lastHousehold.equals(household)) {
      lastHousehold = household;
    }
    return lastHousehold;
  }

  /** Sets of diseases are kept once, so that the few that exist need not be told apart here. */
  private static int hash(Insured read) {
    int hash = read.region();
    hash = 31 * hash + read.insurance().ordinal();
    hash = 31 * hash + (read.category() == null ? -1 : read.category().ordinal());
    hash = 31 * hash + (read.diseases() == null ? -1 : read.diseases().size());
    hash = 31 * hash + read.plan().hashCode();
    hash = 31 * hash + read.benefitFrom();
    hash = 31 * hash + read.benefitTo();
    hash = 31 * hash + read.retiredOn();
    return 31 * hash + Long.hashCode(read.contributionBaseFen());
  }

  /** The approved diseases; null when the file does not tell them. Equal sets are kept once. */
  private @Nullable Set<String> diseases() {
    if (!table.has(DISEASES)) {
      return null;
    }
    return diseaseSets.computeIfAbsent(fields.text(DISEASES), HouseholdRow::diseasesOf);
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
